/** Links of the previous product still lead to a system. */

import { expect, test } from "./harness/test.ts";

const CONFIGURATION = {
  platform: "sheets",
  priorities: ["organization", "analytics"],
  features: ["tags", "projects"],
  teamSize: "2-5 people",
  complexity: "moderate",
};

for (const [form, config] of [
  ["base64", Buffer.from(JSON.stringify(CONFIGURATION)).toString("base64")],
  ["JSON", JSON.stringify(CONFIGURATION)],
] as const) {
  test(`a configuration as ${form} becomes answers`, async ({ app, page }) => {
    const { wizard, result } = app;

    await page.goto(`/?config=${encodeURIComponent(config)}`);
    await wizard.expectStep("review");
    await expect(wizard.arrival("previous_product")).toBeVisible();
    await wizard.jumpTo("platform");
    await expect(wizard.platform("Google Sheets")).toBeChecked();
    await wizard.jumpTo("priorities");
    await expect(wizard.priority("analytics")).toBeChecked();
    await expect(wizard.priority("search")).not.toBeChecked();
    await wizard.jumpTo("team");
    await expect(wizard.teamSize("2_5")).toBeChecked();
    await wizard.jumpTo("review");
    await wizard.finish.click();

    await result.expectShown();
    expect((await result.download("xlsx")).sheets).toContain("Projects");
  });
}

test("the address forgets what it brought", async ({ app, page }) => {
  await page.goto(`/?config=${encodeURIComponent(JSON.stringify(CONFIGURATION))}`);
  await app.wizard.expectStep("review");

  expect(new URL(page.url()).search).toBe("");
  await page.reload();
  await app.wizard.jumpTo("platform");
  await expect(app.wizard.platform("Google Sheets")).toBeChecked();
});

test("a configuration that cannot be read says so", async ({ app, page }) => {
  await app.wizard.open("platform");
  await page.goto("/design/platform?config=bm90IGEgY29uZmlndXJhdGlvbg==");

  await expect(app.wizard.arrival("unreadable")).toBeVisible();
  await expect(app.wizard.platform("Notion")).toBeChecked();
});
