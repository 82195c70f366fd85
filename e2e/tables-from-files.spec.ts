/** Tables out of CSV files and workbooks: looked at and changed before they are there, and taken away by one undo. */

import { writeFile } from "node:fs/promises";

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";
import { workbook } from "./harness/workbooks.ts";
import { answersOf } from "./harness/worker.ts";
import { csv } from "./pages/from-file.ts";

const BOOKS = csv(
  "my_books.csv",
  "\uFEFFPages;Title;Price;Read on;State\r\n" +
    '320;"Emma; a novel";1.234,50;20.03.2026;read\r\n' +
    "180;Momo;12,00;21.03.2026;read\r\n" +
    "90;Faust;8,5;;open\r\n" +
    "412;Ulysses;20;01.04.2026;open\r\n",
);

const CONTACTS = {
  name: "contacts.xlsx",
  mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  buffer: workbook({
    Sheet1: [["Only a note"]],
    Contacts: [
      ["Name", "Since", "Mail"],
      ["Ada", { day: 46101 }, "ada@example.com"],
      ["Bo", { day: 46102 }, "bo@example.com"],
    ],
  }),
};

test.beforeEach(async ({ app, isMobile }) => {
  if (!isMobile) await app.builder.start();
});

test("a CSV file with semicolons becomes a table, and one undo takes it away", async ({ app, page }) => {
  const { builder, fromFile } = app;
  await fromFile.open();
  await expectAccessible(page, "a table from a file, no file yet");
  await fromFile.bring(BOOKS);

  await expect(fromFile.name).toHaveValue("my books");
  await expect(fromFile.columns).toHaveCount(5);
  await expect(fromFile.kind("Title")).toHaveValue("title");
  await expect(fromFile.kind("Pages")).toHaveValue("number");
  await expect(fromFile.kind("Price")).toHaveValue("number");
  await expect(fromFile.kind("Read on")).toHaveValue("date");
  await expect(fromFile.kind("State")).toHaveValue("select");
  await expect(fromFile.column("Price")).toContainText("Every value is a number, with digits after a comma.");
  await expect(fromFile.column("Read on").getByRole("listitem")).toHaveText(["20.03.2026", "21.03.2026", "01.04.2026"]);
  await expectAccessible(page, "a table from a file, its columns");
  await fromFile.add.click();

  await expect(builder.line("my books")).toHaveAttribute("aria-selected", "true");
  await expect(builder.cell(1, 1)).toHaveText("Emma; a novel");
  await expect(builder.cell(1, 3)).toHaveText("1,234.50");
  await expect(builder.cell(3, 4), "Faust was not read yet").toHaveText("–");
  await builder.show("history");
  await expect(builder.side.getByRole("button", { name: /^Added table my books from a file/ })).toBeVisible();
  await builder.undo.click();
  await expect(builder.line("my books")).toBeHidden();
  await builder.redo.click();
  await expect(builder.line("my books")).toBeVisible();
  await builder.expectSaved();
});

test("what is proposed can be changed before it is there", async ({ app }) => {
  const { builder, fromFile } = app;
  await fromFile.open();
  await fromFile.bring(BOOKS);
  await fromFile.name.fill("Sessions");
  await fromFile.name.press("Tab");
  await expect(fromFile.name, "another table has that name").toHaveValue("Sessions 2");
  await fromFile.taken("Price").uncheck();
  await fromFile.columnName(1).fill("Length");
  await fromFile.columnName(1).press("Tab");
  await fromFile.kind("State").selectOption("checkbox");
  await expect(fromFile.column("State")).toContainText("4 values do not fit and stay empty.");
  await fromFile.kind("State").selectOption("title");
  await expect(fromFile.kind("Title")).toHaveValue("text");
  await fromFile.rows.selectOption({ label: "None" });
  await fromFile.add.click();

  await builder.select("Sessions 2");
  expect(await builder.columns()).toEqual(["Rows", "State", "Length", "Title", "Read on"]);
  await expect(builder.cell(1, 1)).toBeHidden();
});

test("a workbook is dropped, and one of its sheets becomes a table", async ({ app }) => {
  const { builder, fromFile } = app;
  await fromFile.drop(CONTACTS);
  await expect(fromFile.columns).toHaveCount(1);
  await fromFile.sheet.selectOption({ label: "Contacts" });

  await expect(fromFile.name).toHaveValue("Contacts");
  await expect(fromFile.kind("Since")).toHaveValue("date");
  await expect(fromFile.kind("Mail")).toHaveValue("email");
  await fromFile.add.click();

  await expect(builder.line("Contacts")).toHaveAttribute("aria-selected", "true");
  await expect(builder.cell(2, 1)).toHaveText("Bo");
});

test("a file that cannot be read changes nothing and says where it breaks", async ({ app, page }) => {
  const { builder, fromFile } = app;
  const before = await builder.lines();
  await fromFile.open();
  await fromFile.bring(csv("broken.csv", 'Name,State\nAda,"new\nBo,old\n'));
  await expect(fromFile.problem).toContainText("A quote opens in line 2 and never closes.");
  await expectAccessible(page, "a table from a file, a broken one");

  await fromFile.bring(csv("latin.csv", Uint8Array.from([78, 97, 109, 101, 10, 77, 252])));
  await expect(fromFile.problem).toContainText("Line 2 is not in UTF-8.");
  await fromFile.bring({ ...CONTACTS, buffer: CONTACTS.buffer.subarray(0, 300) });
  await expect(fromFile.problem).toContainText("The workbook is damaged.");
  await page.keyboard.press("Escape");

  await expect(fromFile.dialog).toBeHidden();
  expect(await builder.lines()).toEqual(before);
  await expect(builder.undo).toBeDisabled();
});

test("the whole way goes by keys alone, from the palette", async ({ app, keyboard, page }) => {
  const { builder, fromFile } = app;
  await page.keyboard.press("Control+k");
  await page.keyboard.type("table from a file");
  await page.keyboard.press("Enter");
  const chooser = page.waitForEvent("filechooser");
  await keyboard.use(fromFile.choose, "Enter");
  await (await chooser).setFiles(BOOKS);
  await keyboard.use(fromFile.taken("Pages"), "Space");
  await expect(fromFile.taken("Pages")).not.toBeChecked();
  await keyboard.use(fromFile.add, "Enter");

  await expect(builder.line("my books")).toHaveAttribute("aria-selected", "true");
  expect(await builder.columns()).toEqual(["Rows", "Title", "Price", "Read on", "State"]);
});

test("a large file is read beside the page", async ({ app, page }, info) => {
  const { fromFile } = app;
  const [path, row] = [info.outputPath("large.csv"), `${"0123456789".repeat(10)},yes\n`];
  await writeFile(path, `Name,Done\n${row.repeat(400_000)}`);
  await fromFile.open();
  await fromFile.bring(path);

  await expect(fromFile.dialog.getByRole("progressbar")).toBeVisible();
  await expect(fromFile.name).toHaveValue("large");
  await expect(page.getByText("The file has 400000 rows.")).toBeVisible();
});

test("the worker answers every request for sheets, whatever is in it", async ({ page }) => {
  const bytes = [...BOOKS.buffer];
  const [read, unread, broken] = await answersOf(page, [
    { id: 1, task: "read_sheets", bytes },
    { id: 2, task: "read_sheets", bytes: [60, 104, 116, 109, 108, 62] },
    { id: 3, task: "read_nothing", bytes },
  ]);

  expect(read).toMatchObject({ id: 1, ok: { sheets: [{ headers: ["Pages", "Title", "Price", "Read on", "State"], row_count: 4 }], left_out: 0 } });
  expect(unread).toEqual({ id: 2, unread: { code: "no_table" } });
  expect(broken).toMatchObject({ id: 3, error: { sentence: expect.stringContaining("read_nothing") } });
});

test("my systems say where a table belongs", async ({ app, page }) => {
  await app.builder.expectSaved();
  await page.goto("/configurations");
  const input = page.locator("input[type=file]").first();
  await input.setInputFiles(BOOKS);

  await expect(page.getByRole("alert")).toContainText("Add a table from a file…");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("columns stand below one another", async ({ app, page }) => {
    const { builder, fromFile } = app;
    await page.goto("/system/overview");
    await page.getByRole("button", { name: "Edit", exact: true }).tap();
    await page.getByRole("group", { name: "What is in sight" }).getByRole("radio", { name: "Outline" }).check();
    await fromFile.open();
    await fromFile.bring(BOOKS);
    await expect(fromFile.columns).toHaveCount(5);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const small = await fromFile.dialog.getByRole("checkbox").evaluateAll((boxes) => boxes.filter((box) => (box.closest("label") ?? box).getBoundingClientRect().height < 44).length);
    expect(small).toBe(0);
    await fromFile.add.tap();

    await expect(builder.cell(1, 1)).toHaveText("Emma; a novel");
  });
});
