/** The browser that every spec and every picture uses: the system's Chromium, talking to nobody but us. */

import type { PlaywrightTestOptions, PlaywrightWorkerOptions } from "@playwright/test";

export const BROWSER: Partial<PlaywrightTestOptions & PlaywrightWorkerOptions> = {
  browserName: "chromium",
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
  // A service worker answers requests before a test sees them: specs about it say that they want it.
  serviceWorkers: "block",
  viewport: { width: 1280, height: 800 },
  locale: "en-US",
  timezoneId: "UTC",
  colorScheme: "light",
  actionTimeout: 15_000,
  navigationTimeout: 30_000,
  trace: "retain-on-failure",
  screenshot: "only-on-failure",
};
