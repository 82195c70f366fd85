/** The relation diagram: looked at, moved about in, gone through by keyboard. */

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";

const EVERYTHING = {
  platform: "airtable",
  priorities: ["organization", "search", "analytics"],
  features: ["tags", "projects", "templates", "reminders"],
  team_size: "6_20",
  complexity: "advanced",
};

test("every table is there and says what it is related to", async ({ app }) => {
  const { wizard, result } = app;
  await wizard.answer(EVERYTHING);
  await wizard.finish.click();
  await result.expectShown();

  await expect(result.diagram.table("Sessions")).toHaveAccessibleName(/^Sessions, \d+ fields, \d+ relations: .*Topics/);
  for (const table of ["Topics", "Projects", "Action Items"]) await expect(result.diagram.table(table)).toBeVisible();
  await result.diagram.openList();
  await expect(result.diagram.relations.filter({ hasText: "Topics" }).first()).toContainText(/one|many/);
});

test("tables are gone through and opened by keyboard", async ({ app, keyboard, page }) => {
  const { result } = app;
  await result.open();

  await keyboard.tabTo(result.diagram.frame);
  await keyboard.press("Tab");
  const first = await result.diagram.focused();
  await keyboard.press("ArrowRight");
  const second = await result.diagram.focused();
  expect(second).not.toBe(first);
  await keyboard.press("ArrowLeft");
  expect(await result.diagram.focused()).toBe(first);

  // One stop for all tables: the next Tab leaves the drawing.
  await keyboard.press("Tab");
  await expect(result.diagram.tables.and(page.locator(":focus"))).toHaveCount(0);
  await keyboard.press("Shift+Tab");
  const name = (await result.diagram.focused()).split(",")[0] ?? "";
  await keyboard.press("Enter");
  await result.expectPart("tables");
  await expect(page.getByRole("heading", { level: 2, name, exact: true })).toBeFocused();
});

test("it is made bigger and smaller, moved and fitted again", async ({ app, keyboard, page }) => {
  const { diagram } = app.result;
  await app.result.open();
  const before = await diagram.transform();

  await diagram.zoomIn.click();
  await diagram.zoomIn.click();
  const close = await diagram.transform();
  expect(close).not.toBe(before);
  await diagram.fit.click();
  expect(await diagram.transform()).toBe(before);

  await diagram.frame.focus();
  await keyboard.press("+");
  await keyboard.press("+");
  expect(await diagram.transform()).toBe(close);
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowRight");
  expect(await diagram.transform()).not.toBe(close);
  await keyboard.press("-");
  await keyboard.press("0");
  expect(await diagram.transform()).toBe(before);

  await diagram.zoomIn.click();
  await diagram.zoomIn.click();
  const still = await diagram.transform();
  await diagram.drag({ x: -80, y: -40 });
  expect(await diagram.transform()).not.toBe(still);
  // A drag over a table is no press of it.
  await app.result.expectPart("overview");
  await diagram.fit.click();
  await page.setViewportSize({ width: 820, height: 900 });
  await expect.poll(() => diagram.transform()).not.toBe(before);
});

test("a wheel scrolls the page unless there is more to see in the drawing", async ({ app, page }) => {
  const { diagram } = app.result;
  await app.result.open();
  const before = await diagram.transform();

  await diagram.frame.hover();
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  expect(await diagram.transform()).toBe(before);

  await diagram.frame.hover();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -300);
  await page.keyboard.up("Control");
  await expect.poll(() => diagram.transform()).not.toBe(before);
  const close = await diagram.transform();
  const scrolled = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 30);
  await expect.poll(() => diagram.transform()).not.toBe(close);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});

test("what is pointed at stands out, and the rest steps back", async ({ app, page }) => {
  const { diagram } = app.result;
  await app.wizard.answer(EVERYTHING);
  await app.wizard.finish.click();
  await app.result.expectShown();

  await diagram.table("Topics").focus();
  await expect.poll(() => diagram.fadedCount()).toBeGreaterThan(0);
  await expectAccessible(page, "a table with the focus");
  await page.keyboard.press("Escape");
  await expect.poll(() => diagram.fadedCount()).toBe(0);

  await diagram.openList();
  await diagram.relations.getByRole("button").first().focus();
  await expect.poll(() => diagram.fadedCount()).toBeGreaterThan(0);
});

test.describe("from right to left", () => {
  test.use({ language: "ar" });

  test("reading begins on the right", async ({ app }) => {
    const { diagram } = app.result;
    await app.result.open();

    const [first, last] = [diagram.tables.first(), diagram.tables.last()];
    const [from, to] = [await first.boundingBox(), await last.boundingBox()];
    expect(from?.x ?? 0).toBeGreaterThan(to?.x ?? 0);
  });
});
