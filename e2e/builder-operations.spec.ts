/** Every kind of operation that there is: done where people do it, undone and redone. */

import { readFile } from "node:fs/promises";

import { keptOperations, openId } from "./harness/database.ts";
import { expect, test } from "./harness/test.ts";
import type { App } from "./pages/app.ts";

/** Where the kinds of operations are listed, one tag a variant. */
const SOURCE = new URL("../shared/src/operation/mod.rs", import.meta.url);

/** What a person does, and how it shows: once it is done, and once it is undone. */
interface Edit {
  /** Goes to where it is done; makes no step. */
  go?: (app: App) => Promise<void>;
  /** Does it, as one step. */
  act: (app: App) => Promise<void>;
  is: (app: App) => Promise<void>;
  was: (app: App) => Promise<void>;
}

/** A kind of operation is written under its tag; what stands after a space tells its edits apart. */
const EDITS: Record<string, Edit> = {
  "add a table": {
    go: async ({ builder }) => builder.select("Sessions"),
    act: async ({ builder, page }) => {
      await page.getByRole("navigation", { name: "Outline" }).getByRole("button", { name: "Add" }).click();
      await page.getByRole("menuitem", { name: "Add a table", exact: true }).click();
      await builder.naming.press("Escape");
    },
    is: async ({ builder }) => expect(builder.line("New table")).toBeVisible(),
    was: async ({ builder }) => expect(builder.line("New table")).toBeHidden(),
  },
  "remove a table": {
    act: async ({ builder, page }) => {
      await builder.select("Topics");
      await page.keyboard.press("Delete");
    },
    is: async ({ builder }) => expect(builder.line("Topics")).toBeHidden(),
    was: async ({ builder }) => expect(builder.line("Topics")).toBeVisible(),
  },
  move: {
    go: async ({ builder }) => builder.select("Topics"),
    act: async ({ page }) => page.keyboard.press("Alt+ArrowUp"),
    is: async ({ builder }) => expect.poll(async () => (await builder.lines()).slice(1, 3)).toEqual(["Topics", "Sessions"]),
    was: async ({ builder }) => expect.poll(async () => (await builder.lines()).slice(1, 3)).toEqual(["Sessions", "Topics"]),
  },
  change_kinds: {
    go: async ({ builder }) => {
      await builder.select("Sessions");
      await builder.column("Summary").click();
    },
    act: async ({ builder, page }) => {
      await builder.side.getByLabel("Kind", { exact: true }).selectOption("text");
      await page.keyboard.press("Tab");
    },
    is: async ({ builder }) => expect(builder.side.getByLabel("Kind", { exact: true })).toHaveValue("text"),
    was: async ({ builder }) => expect(builder.side.getByLabel("Kind", { exact: true })).toHaveValue("long_text"),
  },
  set_cell: {
    go: async ({ builder }) => builder.select("Sessions"),
    act: async ({ builder, page }) => {
      await builder.cell(1, 1).focus();
      await page.keyboard.press("Delete");
    },
    is: async ({ builder }) => expect(builder.cell(1, 1)).toHaveText("–"),
    was: async ({ builder }) => expect(builder.cell(1, 1)).not.toHaveText("–"),
  },
  edit_blueprint: {
    go: async ({ builder }) => builder.outline.getByRole("treeitem").first().click(),
    act: async ({ builder }) => builder.side.getByLabel("Description").fill("For everything that is worth keeping."),
    is: async ({ builder }) => expect(builder.side.getByLabel("Description")).toHaveValue("For everything that is worth keeping."),
    was: async ({ builder }) => expect(builder.side.getByLabel("Description")).not.toHaveValue("For everything that is worth keeping."),
  },
  edit_table: {
    go: async ({ builder }) => builder.select("Topics"),
    act: async ({ builder }) => {
      await builder.line("Topics").press("F2");
      await builder.naming.fill("Subjects");
      await builder.naming.press("Enter");
    },
    is: async ({ builder }) => expect(builder.line("Subjects")).toBeVisible(),
    was: async ({ builder }) => expect(builder.line("Topics")).toBeVisible(),
  },
  edit_field: {
    go: async ({ builder }) => {
      await builder.select("Sessions");
      await builder.column("Status").click();
    },
    act: async ({ builder }) => builder.side.getByRole("checkbox", { name: "Required" }).uncheck(),
    is: async ({ builder }) => expect(builder.side.getByRole("checkbox", { name: "Required" })).not.toBeChecked(),
    was: async ({ builder }) => expect(builder.side.getByRole("checkbox", { name: "Required" })).toBeChecked(),
  },
  edit_option: {
    go: async ({ builder }) => {
      await builder.select("Sessions");
      await builder.column("Status").click();
    },
    act: async ({ builder }) => {
      const name = builder.side.getByRole("textbox", { name: /^Name of option/ }).first();
      await name.fill("Under way");
      await name.press("Tab");
    },
    is: async ({ builder }) => expect(builder.side.getByRole("textbox", { name: /^Name of option/ }).first()).toHaveValue("Under way"),
    was: async ({ builder }) => expect(builder.side.getByRole("textbox", { name: /^Name of option/ }).first()).toHaveValue("Active"),
  },
  edit_view: {
    go: async ({ builder }) => {
      await builder.select("Sessions");
      await builder.canvas.getByRole("button", { name: "By Status", exact: true }).click();
    },
    act: async ({ builder }) => {
      await builder.side.getByLabel("Columns by").selectOption({ label: "Platform" });
    },
    is: async ({ drawing }) => expect(drawing.column("Claude")).toBeVisible(),
    was: async ({ drawing }) => expect(drawing.column("Active")).toBeVisible(),
  },
  edit_automation: {
    go: async ({ builder }) => {
      await builder.unfold("Automations");
      await builder.outline.getByRole("treeitem", { level: 2 }).last().click();
    },
    act: async ({ builder }) => builder.side.getByLabel("Description").fill("As agreed."),
    is: async ({ builder }) => expect(builder.side.getByLabel("Description")).toHaveValue("As agreed."),
    was: async ({ builder }) => expect(builder.side.getByLabel("Description")).not.toHaveValue("As agreed."),
  },
  edit_dashboard: {
    go: async ({ builder }) => openDashboard(builder),
    act: async ({ builder }) => builder.side.getByLabel("Description").fill("Every Monday."),
    is: async ({ builder }) => expect(builder.side.getByLabel("Description")).toHaveValue("Every Monday."),
    was: async ({ builder }) => expect(builder.side.getByLabel("Description")).not.toHaveValue("Every Monday."),
  },
  edit_chart: {
    go: async ({ builder }) => {
      await openDashboard(builder);
      await builder.outline.getByRole("treeitem", { level: 2, selected: true }).press("ArrowRight");
      await builder.outline.getByRole("treeitem", { level: 3 }).first().click();
    },
    act: async ({ builder }) => builder.side.getByRole("radio", { name: "Number" }).check(),
    is: async ({ builder }) => expect(builder.side.getByRole("radio", { name: "Number" })).toBeChecked(),
    was: async ({ builder }) => expect(builder.side.getByRole("radio", { name: "Number" })).not.toBeChecked(),
  },
};

/** What no surface does by itself: a step of several operations is sent as a group, and kept as the list that it is. */
const SENT_ALONE = ["group"];

async function openDashboard(builder: App["builder"]): Promise<void> {
  await builder.unfold("Dashboards");
  await builder.outline.getByRole("treeitem", { level: 2 }).last().click();
}

/** A system with automations and a dashboard in it. */
const EVERYTHING = "#1.notion.6_20.advanced.1f.ff";

test("every kind of operation has an edit here", async () => {
  const source = await readFile(SOURCE, "utf8");
  const tags = [...source.matchAll(/Self::\w+ \{ \.\. \} => "([a-z_]+)"/g)].map(([, tag]) => tag ?? "");
  expect(tags.length).toBeGreaterThan(10);
  const edited = Object.keys(EDITS).map((name) => name.split(" ")[0] ?? "");
  expect([...new Set([...edited, ...SENT_ALONE])].sort()).toEqual([...tags].sort());
});

for (const [name, { go, act, is, was }] of Object.entries(EDITS)) {
  test(`${name} is done, undone and redone`, async ({ app, page }) => {
    const { builder } = app;
    await builder.start(/automation|dashboard|chart/.test(name) ? EVERYTHING : "");
    await go?.(app);
    await was(app);
    await expect(builder.undo).toBeDisabled();

    await act(app);

    await is(app);
    await builder.undo.click();
    await was(app);
    await expect(builder.undo).toBeDisabled();
    await builder.redo.click();
    await is(app);
    await expect(builder.redo).toBeDisabled();
    await builder.expectSaved();
    expect([...(await keptOperations(page, openId(page)))]).toContain(name.split(" ")[0]);
  });
}
