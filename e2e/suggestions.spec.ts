/** Suggestions: why, what they bring, at a press, and back again. */

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";

test.beforeEach(async ({ app }) => {
  await app.builder.start();
  await app.builder.show("suggestions");
});

test("a suggestion is taken by keys, is one step, and goes at an undo", async ({ app, page }) => {
  const { builder, suggestions } = app;
  await expect(suggestions.card("Archive")).toContainText("finished chats");
  await suggestions.openBrings("Archive");
  await expect(suggestions.card("Archive").getByRole("definition").first()).toContainText("Archived At");
  await expectAccessible(page, "suggestions");

  await suggestions.add("Add an archive").focus();
  await page.keyboard.press("Enter");

  await expect(suggestions.card("Archive")).toHaveCount(0);
  await expect(suggestions.panel).toBeFocused();
  await builder.show("history");
  await expect(builder.side.getByRole("button", { name: /^Add an archive Assistant/ })).toBeVisible();
  await builder.show("suggestions");
  await builder.undo.click();
  await expect(suggestions.card("Archive")).toBeVisible();
  await expect(builder.line("Archived At")).toHaveCount(0);
  await builder.redo.click();
  await expect(suggestions.card("Archive")).toHaveCount(0);
  await expect(builder.line("Archived At")).toBeVisible();
});

test("what the person changed stays as it is", async ({ app, page }) => {
  const { builder, suggestions } = app;
  await builder.rename("Sessions", "Talks");
  await builder.select("Topics");
  await page.keyboard.press("Delete");
  await expect(builder.line("Topics")).toHaveCount(0);
  await builder.show("suggestions");

  await suggestions.add("Add reminders").click();

  await expect(suggestions.card("Reminders")).toHaveCount(0);
  await expect(builder.line("Action Items")).toBeVisible();
  await expect(builder.line("Talks")).toBeVisible();
  await expect(builder.line("Topics")).toHaveCount(0);
});

test("suggestions are found in the palette, and fit on a phone", async ({ app, page }) => {
  const { builder, suggestions } = app;
  await builder.show("properties");
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("suggestions");
  await page.keyboard.press("Enter");
  await expect(suggestions.panel).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(suggestions.cards.first()).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectAccessible(page, "suggestions on a phone");
});
