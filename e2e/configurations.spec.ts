/** The systems on this device: found, renamed, copied, deleted and brought back; taken along and brought here. */

import { readFile, writeFile } from "node:fs/promises";

import type { Locator, Page } from "@playwright/test";

import { expectAccessible } from "./harness/accessibility.ts";
import { makeFillable } from "./harness/faults.ts";
import { expect, test } from "./harness/test.ts";

function row(page: Page, name: string): Locator {
  return page.getByRole("listitem").filter({ has: page.getByRole("link", { name, exact: true }) });
}

async function choose(page: Page, name: string, action: string): Promise<void> {
  await row(page, name).getByRole("button", { name: `What to do with ${name}` }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

const NAME = "Chat Session Management";

async function saveBackup(page: Page, path: string): Promise<void> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save a backup" }).click()]);
  await download.saveAs(path);
}

async function openBackup(page: Page, path: string): Promise<Locator> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Restore a backup" }).click()]);
  await chooser.setFiles(path);
  return page.getByRole("dialog", { name: /^Restore .*json$/ });
}

test.beforeEach(async ({ app, page }) => {
  await app.builder.start();
  await app.builder.expectSaved();
  await page.goto("/configurations");
  await expect(row(page, NAME)).toBeVisible();
});

test("a system is renamed, copied, deleted and brought back", async ({ page }) => {
  await expectAccessible(page, "the list of systems");
  await choose(page, NAME, "Rename");
  const dialog = page.getByRole("dialog", { name: `Rename ${NAME}` });
  await dialog.getByLabel("Name").fill("Mine");
  await dialog.getByRole("button", { name: "Rename" }).click();
  await expect(row(page, "Mine")).toBeVisible();
  await choose(page, "Mine", "Duplicate");
  await expect(row(page, "Mine (copy)")).toBeVisible();
  await choose(page, "Mine", "Delete");
  await expect(row(page, "Mine")).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "Mine")).toBeVisible();
  await choose(page, "Mine", "Delete");
  await page.getByText("Recently deleted: 1 system").click();
  await expectAccessible(page, "the list of systems, one deleted");
  await page.getByRole("button", { name: "Restore Mine" }).click();
  await expect(row(page, "Mine")).toBeVisible();
  await page.reload();
  await expect(row(page, "Mine")).toBeVisible();
});

test("a backup is read back and checked, and nothing here is overwritten", async ({ page }, info) => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save a backup" }).click()]);
  const path = info.outputPath("backup.json");
  await download.saveAs(path);
  await choose(page, NAME, "Rename");
  await page.getByRole("dialog").getByLabel("Name").fill("Changed since");
  await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
  await expect(row(page, "Changed since")).toBeVisible();

  const restore = async (file: string) => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Restore a backup" }).click()]);
    await chooser.setFiles(file);
  };
  const broken = info.outputPath("broken.json");
  await writeFile(broken, (await readFile(path, "utf8")).replace("Sessions", "Sezzions"));
  await restore(broken);
  await expect(page.getByText("This backup was changed or damaged")).toBeVisible();

  await restore(path);
  const dialog = page.getByRole("dialog", { name: "Restore backup.json" });
  await expect(dialog.getByRole("combobox", { name: `What to do with ${NAME}` })).toHaveValue("keep_both");
  await expect(dialog).toContainText("In the backup: tables");
  await expectAccessible(page, "restoring a backup");
  await dialog.getByRole("button", { name: "Restore 1 system" }).click();
  await expect(row(page, "Changed since")).toBeVisible();
  await expect(page.getByRole("link", { name: new RegExp(`^${NAME} \\(backup of`) })).toBeVisible();
});

test("a backup with another history differs, and takes the place of what is here only where asked to", async ({ app, page }, info) => {
  const path = info.outputPath("backup.json");
  await saveBackup(page, path);
  await page.getByRole("link", { name: NAME, exact: true }).click();
  await app.builder.add("add_table", "Since then");
  // Adding is a step, and naming another.
  await app.builder.undo.click();
  await expect(app.builder.line("Since then")).toBeHidden();
  await app.builder.undo.click();
  await expect(app.builder.line("New table")).toBeHidden();
  await app.builder.expectSaved();
  await page.goto("/configurations");

  const dialog = await openBackup(page, path);
  await expect(dialog.getByText("History", { exact: true })).toBeVisible();
  await expect(dialog.getByText("Design", { exact: true }), "the blueprint is the same again").toBeHidden();
  const steps = async (where: string) => Number(/steps (\d+)/.exec((await dialog.getByText(`${where}: tables`).textContent()) ?? "")?.[1]);
  expect(await steps("Here")).toBeGreaterThan(await steps("In the backup"));
  const choice = dialog.getByRole("combobox", { name: `What to do with ${NAME}` });
  await choice.selectOption("Leave out");
  await expect(dialog.getByRole("button", { name: /^Restore 1/ })).toBeHidden();
  await choice.selectOption("Replace the one here");
  await expectAccessible(page, "restoring a backup, one replaced");
  await dialog.getByRole("button", { name: "Restore 1 system" }).click();
  await expect(page.getByText("Systems restored: 1")).toBeVisible();
  await expect(page.getByText("1 system", { exact: true })).toBeVisible();
  await expect(page.getByText("Recently deleted: 1 system")).toBeVisible();

  const again = await openBackup(page, path);
  await expect(again.getByText("Here already", { exact: true })).toBeVisible();
  await again.getByRole("button", { name: "Close" }).first().click();
  await page.getByText("Recently deleted: 1 system").click();
  await page.getByRole("button", { name: `Restore ${NAME}` }).click();
  await expect(page.getByText("2 systems", { exact: true })).toBeVisible();
});

test("a device that is full while a backup is restored keeps what was here, and what is left can be restored later", async ({ page }, info) => {
  const path = info.outputPath("backup.json");
  await saveBackup(page, path);
  await makeFillable(page);
  await page.reload();
  await choose(page, NAME, "Rename");
  await page.getByRole("dialog").getByLabel("Name").fill("Changed since");
  await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
  await expect(row(page, "Changed since")).toBeVisible();
  const dialog = await openBackup(page, path);
  await dialog.getByRole("combobox").selectOption("Replace the one here");
  await page.evaluate(() => sessionStorage.setItem("full", "1"));

  await dialog.getByRole("button", { name: "Restore 1 system" }).click();
  await expect(page.getByText("no room left")).toBeVisible();
  await expect(dialog.getByRole("combobox")).toHaveValue("replace");
  await expect(row(page, "Changed since")).toHaveCount(1);

  await page.evaluate(() => sessionStorage.removeItem("full"));
  await dialog.getByRole("button", { name: "Restore 1 system" }).click();
  await expect(row(page, NAME)).toBeVisible();
  await expect(row(page, "Changed since")).toBeHidden();
  await expect(page.getByText("Recently deleted: 1 system")).toBeVisible();
});

test("files that are no system say what is wrong and change nothing", async ({ page }, info) => {
  const open = async (name: string, text: string) => {
    const path = info.outputPath(name);
    await writeFile(path, text);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open a file" }).click()]);
    await chooser.setFiles(path);
  };
  await open("broken.json", '{"schema_version": 1,\n "tables": [}');
  await expect(page.getByText("broken.json: It is not JSON from line 2")).toBeVisible();
  await open("other.json", '{"hello": 1}');
  await expect(page.getByText("other.json: It is no system")).toBeVisible();
  await expect(page.getByText("1 system", { exact: true })).toBeVisible();
});

test("a system goes by a link, and nothing of it is sent", async ({ app, context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await choose(page, NAME, "Copy a link");
  await expect(page.getByText("Link copied.")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).hash.length).toBeGreaterThan(100);
  await page.goto("/");
  await page.goto(link);
  await expect(page.getByText("Somebody shared this system by a link")).toBeVisible();
  await expectAccessible(page, "a shared system");
  await page.getByRole("button", { name: "Keep it and open" }).click();
  await app.builder.expectShown();
  await expect(app.builder.line("Sessions")).toBeVisible();

  await page.goto("/");
  await page.goto(link.slice(0, -40));
  await expect(page.getByText("The link was cut off")).toBeVisible();
});
