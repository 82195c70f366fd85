/** Every kind of edit, each with undo and redo; and a system built with keys alone. */

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";
import type { Builder } from "./pages/builder.ts";

test.beforeEach(async ({ app }) => app.builder.start());

/** Undoes the last step, looks, and does it again. */
async function thereAndBack(builder: Builder, was: () => Promise<void>, is: () => Promise<void>): Promise<void> {
  await is();
  await builder.undo.click();
  await was();
  await builder.redo.click();
  await is();
}

test("a field changes its kind, its options and whether it is required", async ({ app, page }) => {
  const { builder } = app;
  await builder.select("Sessions");
  await builder.column("Summary").click();
  const kind = builder.side.getByLabel("Kind", { exact: true });
  await kind.selectOption("checkbox");
  await thereAndBack(
    builder,
    async () => expect(kind).toHaveValue("long_text"),
    async () => expect(kind).toHaveValue("checkbox"),
  );

  await builder.column("Status").click();
  await builder.side.getByRole("button", { name: "Add an option" }).click();
  const options = builder.side.getByRole("textbox", { name: /^Name of option/ });
  await expect(options).toHaveCount(5);
  await options.last().fill("Waiting");
  await options.last().press("Tab");
  await builder.undo.click();
  await builder.undo.click();
  await expect(options).toHaveCount(4);

  const required = builder.side.getByRole("checkbox", { name: "Required" });
  await expect(required).toBeChecked();
  await required.uncheck();
  await thereAndBack(
    builder,
    async () => expect(required).toBeChecked(),
    async () => expect(required).not.toBeChecked(),
  );
  await expectAccessible(page, "builder, a field");
});

test("a view changes its layout, its filter and its order", async ({ app, page }) => {
  const { builder } = app;
  await builder.select("Sessions");
  await builder.add("add_view", "Mine");
  await builder.side.getByRole("radio", { name: "Board" }).check();
  const columns = builder.canvas.locator(".board-column");
  await thereAndBack(
    builder,
    async () => expect(columns).toHaveCount(0),
    async () => expect(columns.first()).toBeVisible(),
  );
  await builder.side.getByRole("button", { name: "Add a condition" }).click();
  await builder.side.getByRole("button", { name: "Add a sort" }).click();
  await expectAccessible(page, "builder, a view");
  await builder.show("history");
  await expect(builder.side.getByText("Changed the order of rows in view Mine").first()).toBeVisible();
});

test("an automation and a chart are changed, and what they say follows", async ({ app, page }) => {
  const { builder } = app;
  await builder.select("Sessions");
  await builder.add("add_automation", "Tell me");
  await builder.side.getByLabel("What starts it").selectOption("schedule");
  await expect(builder.canvas.getByRole("listitem", { name: "Tell me" })).toContainText(/week|day|month/i);
  await expectAccessible(page, "builder, an automation");
  await builder.select("Sessions");
  await builder.add("add_dashboard", "Numbers");
  await builder.side.getByRole("button", { name: "New chart" }).click();
  await builder.side.getByRole("radio", { name: "Number" }).check();
  await expect(builder.canvas.getByRole("figure", { name: "New chart" })).toContainText("12");
  await expectAccessible(page, "builder, a chart");
});

test("several fields are changed at once, as one step", async ({ app, page }) => {
  const { builder } = app;
  await builder.select("Sessions");
  await builder.column("Summary").click();
  await builder.column("Notes").click({ modifiers: ["Control"] });
  await expect(builder.side.getByText("2 fields selected")).toBeVisible();
  await expectAccessible(page, "builder, two fields");
  await builder.grid.focus().catch(() => undefined);
  await builder.column("Notes").press("Delete");
  await expect(builder.column("Summary")).toBeHidden();
  await expect(builder.column("Notes")).toBeHidden();
  await builder.undo.click();
  await expect(builder.column("Summary")).toBeVisible();
  await expect(builder.column("Notes")).toBeVisible();
});

test("the whole as text: what is wrong is told with its line, what is right becomes a step", async ({ app, page }) => {
  // A hundred thousand letters are looked at by axe, twice.
  test.slow();
  const { builder } = app;
  await page.getByRole("radio", { name: "Text", exact: true }).check();
  const text = builder.canvas.getByRole("textbox");
  const json = await text.inputValue();
  await text.fill(json.replace('"name": "Sessions"', '"name": "Sessions", "nam": 1'));
  await expect(builder.canvas.getByRole("status")).toContainText("Line ");
  await expectAccessible(page, "builder, a text that is wrong");
  await expect(builder.canvas.getByRole("button", { name: "Apply" })).toBeDisabled();
  await text.fill(json.replace('"name": "Sessions"', '"name": "Conversations"'));
  await builder.canvas.getByRole("button", { name: "Apply" }).click();
  await expect(builder.line("Conversations")).toBeVisible();
  await builder.undo.click();
  await expect(builder.line("Sessions")).toBeVisible();
  await expect(text).toHaveValue(json);
});

test("the palette finds elements and does what menus do", async ({ app, page }) => {
  const { builder } = app;
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Find anything" });
  await palette.getByRole("combobox").fill("follow-up date");
  await expectAccessible(page, "builder, the palette");
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await expect(builder.column("Follow-up Date")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Control+k");
  await palette.getByRole("combobox").fill("switch to trello");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Platform" })).toHaveValue("trello");
});

test("a table is copied into another system", async ({ app, context, page }) => {
  const { builder } = app;
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await builder.rename("Topics", "Subjects");
  await page.keyboard.press("Control+c");
  await builder.start();
  await builder.select("Sessions");
  await page.keyboard.press("Control+v");
  await expect(builder.line("Subjects")).toBeVisible();
  await builder.undo.click();
  await expect(builder.line("Subjects")).toBeHidden();
});

test("history shows an earlier moment before going back to it, and remembers a named one", async ({ app, page }) => {
  const { builder } = app;
  await builder.show("history");
  await builder.side.getByLabel("Name this moment").fill("As designed");
  await page.keyboard.press("Enter");
  await builder.rename("Topics", "Subjects");
  await builder.rename("Subjects", "Themes");
  await builder.side.getByRole("button", { name: /Renamed table Topics to Subjects/ }).first().click();
  await expect(builder.side.getByText("Going back makes 1 change:")).toBeVisible();
  await expect(builder.line("Themes")).toBeVisible();
  await expectAccessible(page, "builder, a look back");
  await builder.side.getByRole("button", { name: "Go back to this" }).click();
  await expect(builder.line("Subjects")).toBeVisible();
  await builder.undo.click();
  await expect(builder.line("Themes")).toBeVisible();
});

test("lines are dragged to another place", async ({ app }) => {
  const { builder } = app;
  await builder.line("Topics").dragTo(builder.line("Sessions"), { targetPosition: { x: 60, y: 4 } });
  const tables = async () => (await builder.lines()).slice(1, 3);
  await expect.poll(tables).toEqual(["Topics", "Sessions"]);
  await builder.undo.click();
  await expect.poll(tables).toEqual(["Sessions", "Topics"]);
});

test("with keys alone: two tables, a relation between them and a board", async ({ app, keyboard, page }) => {
  test.slow();
  const { builder } = app;
  const menu = page.getByRole("navigation", { name: "Outline" }).getByRole("button", { name: "Add" });
  const add = async (times: number, name: string) => {
    await keyboard.use(menu, "Enter");
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    for (let step = 0; step < times; step += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(builder.naming).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await expect(builder.line(name)).toBeFocused();
  };
  await builder.line("Sessions").focus();
  await add(0, "Papers");
  await add(1, "State");
  await keyboard.tabTo(builder.side.getByLabel("Kind", { exact: true }));
  await page.keyboard.type("Select");
  await expect(builder.side.getByRole("textbox", { name: /^Name of option/ }).first()).toBeVisible();
  await builder.line("State").focus();
  await add(0, "Authors");
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await keyboard.use(page.getByRole("button", { name: "Connect two tables" }), "Enter");
  const dialog = page.getByRole("dialog", { name: "Connect two tables" });
  await keyboard.tabTo(dialog.getByLabel("Table").first());
  await page.keyboard.type("Papers");
  await keyboard.tabTo(dialog.getByLabel("Table").last());
  await page.keyboard.type("Authors");
  await keyboard.use(dialog.getByRole("button", { name: "Connect" }).last(), "Enter");
  await expect(dialog).toBeHidden();
  await expect(builder.column("Authors")).toBeVisible();

  await keyboard.tabTo(builder.line("Authors").first(), "Shift+Tab");
  await add(2, "By state");
  await keyboard.tabTo(builder.side.getByRole("radio", { name: "Grid" }));
  await page.keyboard.press("ArrowRight");
  await expect(builder.side.getByLabel("Columns by")).toHaveValue(/fld_/);
});

test("what takes more than a line is changed below its cell", async ({ app, page }) => {
  const { builder } = app;
  await builder.select("Sessions");
  const at = (await builder.columns()).indexOf("Follow-up Date");
  const cell = builder.cell(1, at);
  const was = (await cell.textContent()) ?? "";
  await cell.focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "Follow-up Date, row 1" });
  await expect(panel).toBeVisible();
  await expectAccessible(page, "builder, a value below its cell");
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(cell).toBeFocused();
  await page.keyboard.press("Enter");
  await panel.locator("input").first().fill("2026-05-04");
  await page.keyboard.press("Enter");
  await expect(cell).not.toHaveText(was);
  await builder.undo.click();
  await expect(cell).toHaveText(was);
});

test("keys are for what has the focus, whatever is selected", async ({ app, page }) => {
  const { builder } = app;
  await builder.select("Sessions");
  const rows = builder.grid.getByRole("rowheader");
  const count = await rows.count();
  await builder.cell(1, 0).focus();
  await page.keyboard.press("Delete");
  await expect(rows).toHaveCount(count - 1);
  await expect(builder.line("Sessions")).toBeVisible();
  await page.getByRole("link", { name: "Docs" }).focus();
  await page.keyboard.press("Delete");
  await expect(rows).toHaveCount(count - 1);
});

test("Undo in a message undoes what it tells of, or says why it does not", async ({ app, page }) => {
  const { builder } = app;
  const undo = page.getByRole("status").getByRole("button", { name: "Undo" }).or(page.locator(".toast").getByRole("button", { name: "Undo" }));
  await builder.select("Topics");
  await page.keyboard.press("Delete");
  await expect(builder.line("Topics")).toBeHidden();
  await undo.first().click();
  await expect(builder.line("Topics")).toBeVisible();
  await builder.select("Topics");
  await page.keyboard.press("Delete");
  await builder.rename("Sessions", "Chats");
  await undo.first().click();
  await expect(page.getByText("Something else was done after it")).toBeVisible();
  await expect(builder.line("Chats")).toBeVisible();
});

test("what is written in the text mode is still there when one comes back", async ({ app, page }) => {
  const { builder } = app;
  await page.getByRole("radio", { name: "Text", exact: true }).check();
  const text = builder.canvas.getByRole("textbox");
  const draft = (await text.inputValue()).replace('"name": "Sessions"', '"name": "Conversations"');
  await text.fill(draft);
  await page.getByRole("radio", { name: "Design" }).check();
  await expect(builder.grid).toBeVisible();
  await page.getByRole("radio", { name: "Text", exact: true }).check();
  await expect(text).toHaveValue(draft);
  await builder.canvas.getByRole("button", { name: "Apply" }).click();
  await expect(builder.line("Conversations")).toBeVisible();
});

test("arrows go through kinds without a step for each", async ({ app, page }) => {
  const { builder } = app;
  await builder.select("Sessions");
  await builder.column("Summary").click();
  const kind = builder.side.getByLabel("Kind", { exact: true });
  await kind.focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await builder.undo.click();
  await expect(kind).toHaveValue("long_text");
  await expect(builder.undo).toBeDisabled();
});

test("a problem is shown where it is, and mended at a press", async ({ app, page }) => {
  const { builder } = app;
  await builder.rename("Topics", "SESSIONS");
  await builder.show("problems");
  const problem = builder.side.getByRole("listitem").filter({ hasText: "is used twice here" });
  await expect(problem).toBeVisible();
  await expectAccessible(page, "builder, a problem");
  await problem.getByRole("button", { name: /^Mend it/ }).click();
  await expect(problem).toBeHidden();
  await expect(builder.side.getByText("Nothing is wrong")).toBeVisible();
  await builder.undo.click();
  await expect(problem).toBeVisible();
});
