/** The text mode: what may stand at the caret, what is wrong with its line; and systems written as YAML. */

import { writeFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";

test("words of the form are chosen by keys alone, and become a step", async ({ app, page }) => {
  test.slow();
  const { builder, script } = app;
  await builder.start();
  await script.open();
  await script.caretBehind('"date_format": "');

  await page.keyboard.press("Control+Space");

  await expect(script.options).toHaveText([/iso/, /day_first/, /month_first/, /dotted/]);
  await expect(builder.said).toHaveText(/^4 suggestions/);
  await expectAccessible(page, "the list at the caret");
  await page.keyboard.press("ArrowDown");
  await script.expectMarked("day_first");
  await page.keyboard.press("Enter");
  await expect(script.list).toBeHidden();
  await expect(script.area).toHaveValue(/"date_format": "day_first"/);
  await page.keyboard.press("Control+s");
  await builder.show("history");
  await expect(builder.side.getByRole("button", { name: /date/i }).first()).toBeVisible();
  await builder.undo.click();
  await expect(script.area).toHaveValue(/"date_format": "iso"/);
});

test("ids are found by names, Escape leaves all as it is, and Tab goes on where no list is open", async ({ app, page }) => {
  const { builder, script } = app;
  await builder.start();
  await script.open();
  await script.area.fill('{"automations": [{"table": "');

  await page.keyboard.type("topi");
  await expect(script.options).toHaveText([/tbl_topics.*Topics/]);
  await page.keyboard.press("Escape");
  await expect(script.list).toBeHidden();
  await expect(script.area).toHaveValue('{"automations": [{"table": "topi');

  await page.keyboard.type("c");
  await expect(script.list).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(script.area).toHaveValue('{"automations": [{"table": "tbl_topics"');
  await expect(script.list).toBeHidden();
  await expect(script.area).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(script.area).not.toBeFocused();
});

test("a key that is missing comes with its comma and leads to its value", async ({ app, page }) => {
  const { builder, script } = app;
  await builder.start();
  await script.open();
  await script.area.fill('{"settings": {"language": "en"\n');

  await page.keyboard.type('"date');
  await expect(script.options).toHaveText([/date_format/]);
  await page.keyboard.press("Enter");
  await expect(script.area).toHaveValue('{"settings": {"language": "en",\n"date_format": ""');
  await script.expectMarked("iso");
  await page.keyboard.press("Enter");
  await expect(script.area).toHaveValue('{"settings": {"language": "en",\n"date_format": "iso"');
});

test("everything that is wrong has its line and leads there", async ({ app, page }) => {
  test.slow();
  const { builder, script } = app;
  await builder.start();
  await script.open();
  const json = await script.area.inputValue();

  await script.area.fill(json.replace('"name": "Status"', '"name": "Title"'));
  const problem = script.problems.filter({ hasText: "Title" }).first();
  await expect(problem).toHaveText(/Line \d+:/);
  await expect(script.apply).toBeEnabled();
  await problem.getByRole("button").click();
  await expect(script.area).toBeFocused();
  const line = Number(/Line (\d+)/.exec((await problem.textContent()) ?? "")?.[1]);
  expect(await script.selected()).toBe((await script.area.inputValue()).split("\n")[line - 1]);
  await expectAccessible(page, "the text mode with problems");
  await script.area.fill("{");
  await expect(script.problems).toHaveText([/Line 1/]);
  await expect(script.apply).toBeDisabled();
});

const YAML = `# Chats of a team
schema_version: 1
id: bp_small
name: Chats of a team
tables:
  - id: tbl_chats
    name: Chats
    fields:
      - {id: fld_title, name: Title, kind: {type: title}}
      - {id: fld_day, name: Day, kind: {type: date}}
    views:
      - {id: viw_all, name: All, kind: {type: grid}}
`;

async function openFile(page: Page, path: string, content: string): Promise<void> {
  await writeFile(path, content);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open a file" }).click()]);
  await chooser.setFiles(path);
}

test("a system is read from YAML", async ({ app, page }, info) => {
  await page.goto("/configurations");
  await openFile(page, info.outputPath("chats.yaml"), YAML);
  await app.builder.expectShown();
  await expect(app.builder.line("Chats")).toBeVisible();
});

test("YAML that means harm is refused at its place, and nothing is kept", async ({ page }, info) => {
  const laughs = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`);
  const files: [string, string, RegExp][] = [
    ["laughs.yaml", `a0: &a0 [lol]\n${laughs.join("\n")}\n`, /line 2, column/],
    ["deep.yaml", Array.from({ length: 3000 }, (_, at) => `${" ".repeat(at)}a:`).join("\n"), /line \d+, column/],
    ["tag.yml", YAML.replace("type: date", "type: !!js/function date"), /line 10, column/],
    ["twice.yaml", YAML.replace("name: Chats of", "id: bp_other\nname: Chats of"), /line 4, column 1/],
    ["number.yaml", YAML.replace("name: Chats of a team", "name: .nan"), /line 4, column 7/],
    ["kind.yaml", YAML.replace("type: date", "type: dates"), /#\/tables\/0\/fields\/1/],
  ];
  await page.goto("/configurations");
  for (const [name, content, expected] of files) {
    await openFile(page, info.outputPath(name), content);
    await expect(page.getByText(name)).toBeVisible();
    await expect(page.getByText(expected).first()).toBeVisible();
  }
  await page.reload();
  await expect(page.getByRole("button", { name: "Open a file" })).toBeVisible();
  await expect(page.getByRole("link", { name: /Chats of a team/ })).toHaveCount(0);
});
