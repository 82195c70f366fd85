import { defineConfig } from "@playwright/test";

import { BROWSER } from "./harness/browser.ts";

export default defineConfig({
  testMatch: "*.spec.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  globalSetup: "./harness/global-setup.ts",
  reporter: "./harness/reporter.ts",
  outputDir: "test-results",
  use: BROWSER,
});
