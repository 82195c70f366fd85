/** A person makes a designed system theirs, and is never afraid: everything can be undone, nothing is lost. */

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";
import { App } from "./pages/app.ts";

test.beforeEach(async ({ app }) => app.builder.start());

test("elements are added, renamed, copied, moved and deleted, and each step is undone and redone", async ({ app, page }) => {
  const { builder } = app;
  const before = await builder.lines();
  await builder.add("add_table", "Papers");
  await expect(builder.heading).toBeVisible();
  await builder.add("add_field", "Author");
  await builder.select("Papers");
  await page.keyboard.press("Control+d");
  await expect(builder.line("Papers (copy)")).toBeVisible();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(builder.said).toContainText("Moved to place");
  await page.keyboard.press("Delete");
  await expect(builder.line("Papers (copy)")).toBeHidden();

  for (let step = 0; step < 20 && (await builder.undo.isEnabled()); step += 1) await page.keyboard.press("Control+z");
  await expect(builder.line("Papers")).toBeHidden();
  expect(await builder.lines()).toEqual(before);
  for (let step = 0; step < 20 && (await builder.redo.isEnabled()); step += 1) await page.keyboard.press("Control+Shift+z");
  await expect(builder.line("Papers")).toBeVisible();
  await expect(builder.line("Papers (copy)")).toBeHidden();
});

test("a new name is one step, and Escape takes it back", async ({ app, page }) => {
  const { builder } = app;
  await builder.select("Sessions");
  await page.keyboard.press("F2");
  await builder.naming.fill("Chats worth keeping");
  await builder.naming.press("Enter");
  await expect(builder.line("Chats worth keeping")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(builder.line("Sessions")).toBeVisible();

  await page.keyboard.press("F2");
  await builder.naming.fill("Nothing");
  await builder.naming.press("Escape");
  await expect(builder.line("Sessions")).toBeVisible();
  await expect(builder.undo).toBeDisabled();
});

test("values are changed as in a sheet", async ({ app, page }) => {
  const { builder } = app;
  await builder.select("Sessions");
  const title = builder.cell(1, 1);
  const was = await title.textContent();
  await title.click();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("A chat of mine");
  await page.keyboard.press("Enter");
  await expect(title).toHaveText("A chat of mine");
  await expect(builder.cell(2, 1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Delete");
  await expect(title).toHaveText("–");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(title).toHaveText(was ?? "");
});

test("what was done survives a reload, and so does undoing it", async ({ app, page }) => {
  const { builder } = app;
  await builder.add("add_table", "Papers");
  await builder.rename("Papers", "Articles");
  await builder.expectSaved();

  await page.reload();

  await builder.expectShown();
  await expect(builder.line("Articles")).toHaveAttribute("aria-selected", "true");
  await builder.undo.click();
  await expect(builder.line("Papers")).toBeVisible();
  await page.reload();
  await builder.redo.click();
  await expect(builder.line("Articles")).toBeVisible();
});

test("a tab that is killed in the middle of a word loses nothing", async ({ app, context, page }) => {
  const { builder } = app;
  await builder.select("Sessions");
  await page.keyboard.press("F2");
  await builder.naming.fill("Half a wo");
  const address = page.url();
  await page.close({ runBeforeUnload: false });

  const another = await context.newPage();
  await another.goto(address);

  await expect(new App(another, app.words).builder.line("Half a wo")).toBeVisible();
});

test("a tab that is killed beside another one loses nothing either", async ({ app, context, page }) => {
  const other = await context.newPage();
  await app.builder.expectSaved();
  await other.goto(page.url());
  await new App(other, app.words).builder.expectShown();
  await app.builder.select("Sessions");
  await page.keyboard.press("F2");
  await app.builder.naming.fill("Half a wo");
  const address = page.url();
  await page.close({ runBeforeUnload: false });
  await new App(other, app.words).builder.add("add_table", "Beside it");

  const third = await context.newPage();
  await third.goto(address);

  const { builder } = new App(third, app.words);
  await expect(builder.line("Half a wo")).toBeVisible();
  await expect(builder.line("Beside it")).toBeVisible();
  await expect(new App(other, app.words).builder.line("Half a wo")).toBeVisible();
});

test("leaving for another page in the middle of a word keeps it", async ({ app, page }) => {
  const { builder } = app;
  await builder.select("Sessions");
  await page.keyboard.press("F2");
  await builder.naming.fill("Half a wo");
  await page.getByRole("link", { name: "My systems" }).first().click();
  await page.getByRole("link", { name: "Chat Session Management", exact: true }).click();
  await expect(builder.line("Half a wo")).toBeVisible();
  await builder.show("history");
  await expect(builder.side.getByText("Renamed table Sessions to Half a wo").first()).toBeVisible();
});

test("two tabs follow each other and overwrite nothing", async ({ app, context, page }) => {
  const other = new App(await context.newPage(), app.words).builder;
  await app.builder.expectSaved();
  await other["page"].goto(page.url());
  await other.expectShown();

  await app.builder.add("add_table", "From the first");
  await expect(other.line("From the first")).toBeVisible();
  await other.add("add_table", "From the second");
  await expect(app.builder.line("From the second")).toBeVisible();

  await Promise.all([
    app.builder.rename("From the first", "First"),
    other.rename("From the second", "Second"),
  ]);
  for (const builder of [app.builder, other]) {
    await expect(builder.line("First")).toBeVisible();
    await expect(builder.line("Second")).toBeVisible();
  }
});

test("without a connection everything goes on, a reload included", async ({ app, page }) => {
  const { builder } = app;
  await page.route("**/api/**", (route) => route.abort());
  await builder.add("add_table", "Offline");
  await builder.expectSaved();
  await page.reload();
  await expect(builder.line("Offline")).toBeVisible();
});

test("the builder can be used by everybody", async ({ app, page }) => {
  const { builder } = app;
  await builder.unfold("Sessions");
  await expectAccessible(page, "builder, a table");
  for (const panel of ["problems", "history", "fit"] as const) {
    await builder.show(panel);
    await expectAccessible(page, `builder, ${panel}`);
  }
});
