/** The day the client crashes: what was answered is kept, and there is a way on. */

import { type Page } from "@playwright/test";

import { expect, test } from "./harness/test.ts";

test.beforeEach(({ incidents }) => {
  // The panic is what these tests are about; it is told in the console, too.
  incidents.expect(/asked for by a test|unreachable/);
});

test("a crash keeps the work, and a reload goes on with it", async ({ app, page }) => {
  const { wizard, crash } = app;
  await wizard.open("platform");
  await wizard.choosePlatform("Airtable");
  await wizard.goOnTo("priorities");

  await panic(page);

  await expect(crash.heading).toBeFocused();
  await crash.reload.click();
  await wizard.expectStep("priorities");
  await wizard.goBackTo("platform");
  await expect(wizard.platform("Airtable")).toBeChecked();
});

test("a crash has a report to copy", async ({ app, context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.wizard.open("features");

  await panic(page);
  await app.crash.copy.click();

  await expect(app.crash.copied).toBeVisible();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain("asked for by a test");
  expect(report).toContain("/design/features");
});

test("answers that crash the client can be set aside", async ({ app, page }) => {
  await app.wizard.open("platform");
  await app.wizard.choosePlatform("Excel");

  await panic(page);
  await app.crash.setAside.click();

  await expect(app.welcome.start.or(app.welcome.resume)).toBeVisible();
  await app.wizard.open("platform");
  await expect(app.wizard.platform("Notion")).toBeChecked();
});

test.describe("in German", () => {
  test.use({ language: "de" });

  test("a crash is told in the language in use", async ({ app, page }) => {
    await app.wizard.open("team");

    await panic(page);

    await expect(app.crash.heading).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
  });
});

test("a client that cannot be loaded says so", async ({ incidents, page }) => {
  incidents.expect(/wasm|Failed to fetch|Failed to load/i);
  await page.route(/\.wasm$/, (route) => route.abort());

  await page.goto("/design/platform");

  await expect(page.getByRole("button", { name: "Reload" })).toBeVisible();
});

async function panic(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event("csmb:panic-for-test")));
}
