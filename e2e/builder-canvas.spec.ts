/** The canvas is edited by hand, by keys and by menu alike, and every edit is one step. */

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";
import type { App } from "./pages/app.ts";

/** A team's system with everything in it, as a link holds it. */
const EVERYTHING = "#1.notion.6_20.advanced.1f.ff";
/** A row of the board by status, and where it stands there. */
const PORTO = "[Gemini] Personal - Five days in Porto (2026-03-17)";

async function open(app: App, table: string, view: string): Promise<void> {
  await app.builder.start(EVERYTHING);
  await app.builder.select(table);
  await app.builder.canvas.getByRole("button", { name: view, exact: true }).click();
  await expect(app.builder.canvas.getByRole("button", { name: view, exact: true })).toHaveAttribute("aria-pressed", "true");
}

/** The last step is undone and done again; it was one, and there was none before it. */
async function thereAndBack(app: App, was: () => Promise<void>, is: () => Promise<void>): Promise<void> {
  await is();
  await app.builder.undo.click();
  await was();
  await expect(app.builder.undo).toBeDisabled();
  await app.builder.redo.click();
  await is();
}

test.describe("a board", () => {
  test.beforeEach(async ({ app }) => open(app, "Sessions", "By Status"));

  const stands = async (app: App, column: string) => expect(app.drawing.column(column).getByRole("button", { name: PORTO, exact: true })).toBeVisible();

  test("a card is dragged to another column", async ({ app }) => {
    const { drawing } = app;
    await drawing.drag(drawing.row(PORTO), drawing.column("Completed"));
    await expect(drawing.row(PORTO)).toBeFocused();
    await thereAndBack(
      app,
      async () => stands(app, "Active"),
      async () => stands(app, "Completed"),
    );
  });

  test("where it already was, and after Escape, nothing is done", async ({ app, page }) => {
    const { builder, drawing } = app;
    await drawing.carry(drawing.row(PORTO), drawing.column("Completed"));
    await expect(drawing.column("Completed")).toHaveAttribute("data-drop");
    await page.keyboard.press("Escape");
    await expect(drawing.column("Completed")).not.toHaveAttribute("data-drop");
    await page.mouse.up();
    await stands(app, "Active");
    await drawing.drag(drawing.row(PORTO), { by: { x: 12, y: 20 } });
    await expect(builder.said).toHaveText(`${PORTO} stays where it was`);
    await stands(app, "Active");
    await expect(builder.undo).toBeDisabled();
  });

  test("keys move it, or take it up and put it down", async ({ app, page }) => {
    const { builder, drawing } = app;
    await drawing.row(PORTO).focus();
    await page.keyboard.press("Alt+ArrowRight");
    await expect(builder.said).toHaveText(`Moved ${PORTO} to On-Hold`);
    await expect(drawing.row(PORTO)).toBeFocused();
    await thereAndBack(
      app,
      async () => stands(app, "Active"),
      async () => stands(app, "On-Hold"),
    );

    await drawing.row(PORTO).focus();
    await page.keyboard.press("Space");
    await expect(builder.said).toContainText("is taken up from On-Hold");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(builder.said).toHaveText("Archived");
    await expectAccessible(page, "a board, a card that is carried");
    await page.keyboard.press("Escape");
    await stands(app, "On-Hold");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await stands(app, "Completed");
    await builder.undo.click();
    await stands(app, "On-Hold");
  });

  test("the menu moves it to any column", async ({ app, page }) => {
    const { drawing } = app;
    await drawing.menuOf(PORTO).click();
    await expectAccessible(page, "a board, the menu of a card");
    await page.getByRole("menuitem", { name: "Move to Archived", exact: true }).click();
    await stands(app, "Archived");
    await drawing.choose(PORTO, "Move to Active");
    await stands(app, "Active");
    await app.builder.undo.click();
    await stands(app, "Archived");
  });

  test("a row is added to a column and named at once", async ({ app }) => {
    const { builder, drawing } = app;
    const before = await drawing.names("On-Hold");
    await drawing.column("On-Hold").getByRole("button", { name: "Add a row to On-Hold" }).click();
    await expect(builder.side.getByLabel("Title", { exact: true })).toBeFocused();
    await builder.side.getByLabel("Title", { exact: true }).fill("A new chat");
    await expect(drawing.column("On-Hold").getByRole("button", { name: "A new chat", exact: true })).toBeVisible();
    await builder.undo.click();
    await builder.undo.click();
    await expect.poll(() => drawing.names("On-Hold")).toEqual(before);
  });

  test("a card selects its row and leaves the board open; Enter goes to its values", async ({ app, page }) => {
    const { builder, drawing } = app;
    await drawing.row(PORTO).click();
    await expect(drawing.column("Active")).toBeVisible();
    await expect(builder.side.getByLabel("Title", { exact: true })).toHaveValue(PORTO);
    await drawing.row(PORTO).focus();
    await page.keyboard.press("Enter");
    await expect(builder.side.getByLabel("Title", { exact: true })).toBeFocused();
    await expectAccessible(page, "a board, a card that is selected");
  });
});

test("a board by another field moves its cards by that one", async ({ app }) => {
  const { builder, drawing } = app;
  await open(app, "Sessions", "By Status");
  await builder.add("add_view", "By priority");
  await builder.side.getByRole("radio", { name: "Board" }).check();
  await builder.side.getByLabel("Columns by").selectOption({ label: "Priority" });
  await expect(drawing.column("High")).toBeVisible();
  const name = (await drawing.names("High"))[0] ?? "";
  await drawing.choose(name, "Move to Low");
  await expect.poll(() => drawing.names("Low")).toContain(name);
  await drawing.drag(drawing.row(name), drawing.column("No value"));
  await expect.poll(() => drawing.names("No value")).toContain(name);
  await builder.undo.click();
  await expect.poll(() => drawing.names("Low")).toContain(name);
});

test.describe("a calendar", () => {
  test.beforeEach(async ({ app }) => open(app, "Action Items", "By Due Date"));

  /** A row in sight and the day that it is on. */
  async function first(app: App): Promise<{ name: string; date: string }> {
    const day = app.drawing.canvas.locator("td[data-day]:has(.row-name)").first();
    return { name: (await day.locator(".row-name").first().textContent()) ?? "", date: (await day.getAttribute("data-day")) ?? "" };
  }
  const later = (date: string, days: number) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
  const on = async (app: App, name: string, date: string) => expect(app.drawing.day(date).getByRole("button", { name, exact: true })).toBeVisible();

  test("a row is dragged to another day", async ({ app, page }) => {
    const { drawing } = app;
    const { name, date } = await first(app);
    const to = later(date, 8);
    await drawing.carry(drawing.row(name), drawing.day(to));
    await expect(drawing.day(to)).toHaveAttribute("data-drop");
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await on(app, name, date);
    await drawing.drag(drawing.row(name), drawing.day(to));
    await thereAndBack(
      app,
      async () => on(app, name, date),
      async () => on(app, name, to),
    );
  });

  test("keys move it by days and weeks, the menu to any date", async ({ app, page }) => {
    const { builder, drawing } = app;
    const { name, date } = await first(app);
    await drawing.row(name).focus();
    await page.keyboard.press("Alt+ArrowDown");
    await thereAndBack(
      app,
      async () => on(app, name, date),
      async () => on(app, name, later(date, 7)),
    );
    await drawing.row(name).focus();
    await page.keyboard.press("Alt+ArrowLeft");
    await on(app, name, later(date, 6));
    await builder.undo.click();
    await builder.undo.click();

    await drawing.choose(name, "Move to a date");
    const dialog = page.getByRole("dialog", { name: "Move to a date" });
    await expect(dialog.getByLabel("Day")).toHaveValue(date);
    await expectAccessible(page, "a calendar, a date that is asked for");
    await dialog.getByLabel("Day").fill("2027-01-15");
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
    await expect(drawing.canvas.getByRole("heading", { name: "January 2027" })).toBeVisible();
    await on(app, name, "2027-01-15");
    await builder.undo.click();
    await expect(builder.undo).toBeDisabled();
  });
});

test.describe("a timeline", () => {
  const PORTAL = "Customer Portal Relaunch";
  const days = async (app: App, text: string) => expect(app.drawing.line(PORTAL)).toContainText(text);
  test.beforeEach(async ({ app }) => open(app, "Projects", "Timeline"));

  test("a bar is dragged as a whole and at its ends", async ({ app, page }) => {
    const { drawing } = app;
    const width = await drawing.dayWidth();
    await days(app, "Feb 6 – Apr 22");
    await drawing.carry(drawing.bar(PORTAL, "whole"), { by: { x: 7 * width, y: 0 } });
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await days(app, "Feb 6 – Apr 22");
    await drawing.drag(drawing.bar(PORTAL, "whole"), { by: { x: 7 * width, y: 0 } });
    await thereAndBack(
      app,
      async () => days(app, "Feb 6 – Apr 22"),
      async () => days(app, "Feb 13 – Apr 29"),
    );
    await app.builder.undo.click();
    await days(app, "Feb 6 – Apr 22");
    await drawing.drag(drawing.bar(PORTAL, "end"), { by: { x: -5 * width, y: 0 } });
    await thereAndBack(
      app,
      async () => days(app, "Feb 6 – Apr 22"),
      async () => days(app, "Feb 6 – Apr 17"),
    );
    await app.builder.undo.click();
    await days(app, "Feb 6 – Apr 22");
    await drawing.drag(drawing.bar(PORTAL, "start"), { by: { x: 3 * width, y: 0 } });
    await days(app, "Feb 9 – Apr 22");
  });

  test("keys and the menu move it, or its end alone", async ({ app, page }) => {
    const { drawing } = app;
    await drawing.row(PORTAL).focus();
    await page.keyboard.press("Alt+ArrowRight");
    await thereAndBack(
      app,
      async () => days(app, "Feb 6 – Apr 22"),
      async () => days(app, "Feb 7 – Apr 23"),
    );
    await drawing.row(PORTAL).focus();
    await page.keyboard.press("Alt+Shift+ArrowLeft");
    await days(app, "Feb 7 – Apr 22");
    await drawing.choose(PORTAL, "End a day later");
    await days(app, "Feb 7 – Apr 23");
    await drawing.choose(PORTAL, "A day earlier");
    await days(app, "Feb 6 – Apr 22");
    await expectAccessible(page, "a timeline that is edited");
  });
});

test("rows that the platform dates stay, and the view says why", async ({ app, page }) => {
  const { builder, drawing } = app;
  await open(app, "Sessions", "Timeline");
  await expect(drawing.canvas.getByText("Created is written by the platform")).toBeVisible();
  await drawing.row(PORTO).focus();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(page.getByText("Created is written by the platform")).toHaveCount(2);
  await expect(drawing.row(PORTO)).toBeFocused();
  await expect(builder.undo).toBeDisabled();
});

for (const [kind, table, view] of [
  ["gallery", "Session Templates", "Gallery"],
  ["list", "Sessions", "Search"],
] as const) {
  test(`a ${kind} opens its rows`, async ({ app, page }) => {
    const { builder, drawing } = app;
    await open(app, table, view);
    const row = drawing.canvas.locator(".row-name").first();
    const name = (await row.textContent()) ?? "";
    await row.focus();
    await page.keyboard.press("Enter");
    await expect(builder.side.getByRole("textbox").first()).toBeFocused();
    await expect(builder.side.getByRole("textbox").first()).toHaveValue(name);
    await expect(row).toHaveAttribute("aria-current", "true");
    await expectAccessible(page, `a ${kind} that is edited`);
  });
}

test.describe("the diagram", () => {
  test.beforeEach(async ({ app }) => app.builder.start());

  test("a line from table to table connects them, as one step", async ({ app, page }) => {
    const { builder, drawing, result } = app;
    const { diagram } = result;
    await builder.line("Sessions").press("Home");
    await page.keyboard.press("Enter");
    await diagram.openList();
    const before = await diagram.relations.count();
    expect(before).toBeGreaterThan(0);
    const handle = diagram.table("Sessions").locator(".diagram-handle-reach");
    await diagram.table("Sessions").hover();
    await drawing.carry(handle, diagram.table("Topics"));
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await expect(builder.undo).toBeDisabled();
    await drawing.drag(handle, diagram.table("Topics"));
    await expect(builder.naming).toBeFocused();
    await builder.naming.fill("Subjects");
    await page.keyboard.press("Enter");
    await expect(builder.column("Subjects")).toBeVisible();
    await builder.undo.click();
    await builder.undo.click();
    await expect(builder.undo).toBeDisabled();
    await expect(builder.column("Subjects")).toBeHidden();
    await builder.line("Sessions").press("Home");
    await page.keyboard.press("Enter");
    await diagram.openList();
    await expect(diagram.relations).toHaveCount(before);
    await expectAccessible(page, "a diagram that is edited");
  });
});

test("arrows go through kinds of charts without a step for each", async ({ app, page }) => {
  const { builder } = app;
  await builder.start();
  await builder.select("Sessions");
  await builder.add("add_dashboard", "Numbers");
  await builder.side.getByRole("button", { name: "New chart" }).click();
  await builder.side.getByRole("radio", { name: "Columns" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const chosen = builder.side.getByRole("radio", { checked: true });
  await expect(chosen).not.toHaveAccessibleName("Columns");
  await builder.undo.click();
  await expect(builder.side.getByRole("radio", { name: "Columns" })).toBeChecked();
  await builder.undo.click();
  await builder.undo.click();
  await expect(builder.undo).toBeDisabled();
});

test("what changes a value is named by its field and its row", async ({ app, page }) => {
  const { builder } = app;
  await builder.start();
  await builder.select("Sessions");
  await builder.cell(2, 1).focus();
  await page.keyboard.press("Enter");
  await expect(builder.grid.getByRole("textbox", { name: "Title, row 2" })).toBeFocused();
});

test.describe("Arabic", () => {
  test.use({ language: "ar" });

  test("left leads on where lines begin on the right", async ({ app, page }) => {
    const { builder, drawing } = app;
    await builder.start();
    const canvas = drawing.canvas.locator(".canvas-view");
    await builder.outline.getByRole("treeitem").nth(1).click();
    await drawing.canvas.getByRole("group").getByRole("button").nth(2).click();
    await expect(canvas).toHaveAttribute("dir", "rtl");
    const columns = drawing.canvas.locator("[data-column]");
    const row = columns.first().locator(".row-name").first();
    const name = (await row.textContent()) ?? "";
    await row.focus();
    await page.keyboard.press("Alt+ArrowLeft");
    await expect(columns.nth(1).getByRole("button", { name, exact: true })).toBeFocused();
    await page.keyboard.press("Alt+ArrowRight");
    await expect(columns.first().getByRole("button", { name, exact: true })).toBeFocused();
    await expectAccessible(page, "a board in Arabic that is edited");
  });
});

test.describe("phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a finger that stays takes a card along, and the menu does the same", async ({ app, page }) => {
    const { builder, drawing } = app;
    await page.goto("/system/overview");
    await page.getByRole("button", { name: "Edit", exact: true }).tap();
    await expect(builder.grid).toBeVisible();
    const pane = (name: string) => page.getByRole("group", { name: "What is in sight" }).getByRole("radio", { name });
    await pane("Outline").check();
    await builder.line("Sessions").tap();
    await pane("Canvas").check();
    await drawing.canvas.getByRole("button", { name: "By Status", exact: true }).tap();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const name = (await drawing.names("Active"))[0] ?? "";
    await drawing.menuOf(name).tap();
    await page.getByRole("menuitem", { name: "Move to On-Hold", exact: true }).tap();
    await expect.poll(() => drawing.names("On-Hold")).toContain(name);
    await builder.undo.tap();
    await expect.poll(() => drawing.names("Active")).toContain(name);
    await drawing.carryByFinger(drawing.row(name), drawing.column("On-Hold"));
    await expect.poll(() => drawing.names("On-Hold")).toContain(name);
  });
});
