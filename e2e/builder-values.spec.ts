/** Values of rows, conditions and actions: asked for in the same forms; and keys of lines and their menus. */

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";

/** A team's system with everything in it, as a link holds it. */
const EVERYTHING = "#1.notion.6_20.advanced.1f.ff";
const NO_NUMBER = "Enter a number, such as 12.5.";

test.beforeEach(async ({ app }) => {
  await app.builder.start(EVERYTHING);
  await app.builder.select("Sessions");
});

test("what is no number is kept and said in a row, and takes nothing away", async ({ app, page }) => {
  const { builder } = app;
  await builder.cell(1, 0).click();
  const duration = builder.side.getByLabel("Duration (min)", { exact: true });
  const was = await duration.inputValue();

  await duration.fill("many");
  await expect(builder.side.getByText(NO_NUMBER)).toBeVisible();
  await expectAccessible(page, "builder, a value that is none");
  await duration.press("Tab");
  await expect(duration).toHaveValue("many");
  await duration.fill("12,5");
  await expect(builder.side.getByText(NO_NUMBER)).toBeHidden();
  await duration.press("Tab");
  await expect(duration).toHaveValue("12.5");

  await builder.undo.click();
  await expect(duration).toHaveValue(was);
});

test("what is no number is kept and said in a condition, which stays as it was", async ({ app, page }) => {
  const { builder } = app;
  await builder.add("add_view", "Mine");
  await builder.side.getByRole("button", { name: "Add a condition" }).click();
  await builder.side.getByLabel("Field to test").selectOption({ label: "Duration (min)" });
  const least = builder.side.getByLabel("What Duration (min) is tested against");
  await least.fill("30");
  const passing = builder.side.getByText(/of 12 sample rows match/);
  const count = (await passing.textContent()) ?? "";

  await least.fill("soon");
  await expect(builder.side.getByText(NO_NUMBER)).toBeVisible();
  await expect(passing).toHaveText(count);
  await expectAccessible(page, "builder, a condition against what is no value");

  await least.press("Escape");
  await expect(builder.side.getByText(NO_NUMBER)).toBeHidden();
  await expect(least).not.toHaveValue("soon");
});

test("Ctrl and a space take a line beside what is selected, letters lead through its menu", async ({ app, page }) => {
  const { builder } = app;
  await page.keyboard.press("ArrowDown");
  await expect(builder.line("Projects")).toBeFocused();
  await page.keyboard.press("Control+Space");
  await expect(builder.line("Projects")).toHaveAttribute("aria-selected", "true");
  await expect(builder.line("Sessions")).toHaveAttribute("aria-selected", "true");

  await page.keyboard.press("Shift+F10");
  await page.keyboard.press("d");
  await expect(page.getByRole("menuitem", { name: "Duplicate" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(builder.line("Projects")).toBeFocused();
});
