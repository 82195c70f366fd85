/** Nothing is ever lost: a full device, damaged and newer records, a killed browser, an update while editing. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type BrowserContext, chromium, type Page } from "@playwright/test";

import { expectAccessible } from "./harness/accessibility.ts";
import { BROWSER } from "./harness/browser.ts";
import { aside, damage, lines, openId } from "./harness/database.ts";
import { makeFillable } from "./harness/faults.ts";
import { expect, test } from "./harness/test.ts";
import { App } from "./pages/app.ts";

test("a full device says so, keeps what is done in the page, and takes it once there is room", async ({ app, page }) => {
  await makeFillable(page);
  const { builder } = app;
  await builder.start();
  await page.evaluate(() => sessionStorage.setItem("full", "1"));
  await builder.add("add_table", "Too much");
  await expect(builder.saving).toContainText("no room left");
  await expectAccessible(page, "builder, a full device");

  await page.evaluate(() => sessionStorage.removeItem("full"));
  await page.getByRole("button", { name: "Try again" }).click();
  await builder.expectSaved();
  await page.reload();
  await expect(builder.line("Too much")).toBeVisible();
});

test("a full device loses nothing by a reload either", async ({ app, page }) => {
  await makeFillable(page);
  const { builder } = app;
  await builder.start();
  await page.evaluate(() => sessionStorage.setItem("full", "1"));
  await builder.add("add_table", "Only here");
  await expect(builder.saving).toContainText("no room left");

  await page.evaluate(() => sessionStorage.removeItem("full"));
  await page.reload();

  await expect(builder.line("Only here")).toBeVisible();
  await builder.expectSaved();
});

test("what fails half-way leaves nothing half-written", async ({ app, page }) => {
  // The line is taken, and the summary that makes it count is not.
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given: Parameters<typeof put>) {
      const fails = this.name === "summaries" && sessionStorage.getItem("fault");
      if (fails) throw new TypeError("a fault between two requests");
      return put.apply(this, given);
    };
  });
  const { builder } = app;
  await builder.start();
  await builder.add("add_table", "Before");
  await builder.expectSaved();
  const before = await lines(page, openId(page));
  await page.evaluate(() => sessionStorage.setItem("fault", "1"));
  await builder.add("add_table", "Half");
  await expect(builder.saving).toContainText("could not read or keep it");
  expect(await lines(page, openId(page))).toBe(before);

  await page.evaluate(() => sessionStorage.removeItem("fault"));
  await page.getByRole("button", { name: "Try again" }).click();
  await builder.expectSaved();
  expect(await lines(page, openId(page))).toBeGreaterThan(before);
  await page.reload();
  await expect(builder.line("Half")).toBeVisible();
  await expect(page.getByText("Parts of this system were damaged")).toBeHidden();
});

test("a damaged checkpoint is set aside, and the history stays", async ({ app, page }) => {
  const { builder } = app;
  await builder.start();
  await builder.add("add_table", "Mine");
  await builder.expectSaved();
  const lost = '{"name":"Lost","at":"2026-01-01T00:00:00Z","after":"step_gone"}';
  await damage(page, openId(page), "history", '"checkpoints":[]', `"checkpoints":[${lost}]`);

  await page.reload();

  await expect(page.getByText("Parts of this system were damaged")).toBeVisible();
  expect(await aside(page)).toEqual([lost]);
  await expect(builder.line("Mine")).toBeVisible();
  await expect(builder.undo).toBeEnabled();
  await page.reload();
  await expect(builder.line("Mine")).toBeVisible();
  await expect(page.getByText("Parts of this system were damaged")).toBeHidden();
});

test("undo names its step, whatever another tab does before it is kept", async ({ app, context, page, words }) => {
  const other = await secondTab(context, page, app);
  const beyond = new App(other, words).builder;
  await app.builder.rename("Topics", "Subjects");
  await app.builder.expectSaved();
  await other.reload();
  await beyond.add("add_table", "Second");
  await beyond.expectSaved();
  await expect(app.builder.line("Second"), "this tab hears nothing of it").toBeHidden();

  await app.builder.undo.click();

  await expect(app.builder.line("Topics")).toBeVisible();
  await app.builder.expectSaved();
  await expect(app.builder.line("Second")).toBeVisible();
  await expect(beyond.line("Topics")).toBeVisible();
  await expect(beyond.line("Second")).toBeVisible();
  await app.builder.redo.click();
  await expect(beyond.line("Subjects")).toBeVisible();
  await expect(beyond.line("Second")).toBeVisible();
});

test("a step that another tab has undone already is not undone twice, and that is said", async ({ app, context, page, words }) => {
  const other = await secondTab(context, page, app);
  const beyond = new App(other, words).builder;
  await app.builder.add("add_table", "First");
  await app.builder.rename("Topics", "Subjects");
  await app.builder.expectSaved();
  await other.reload();
  await beyond.undo.click();
  await beyond.expectSaved();
  await expect(beyond.line("Topics")).toBeVisible();

  await app.builder.undo.click();

  await expect(page.getByText("is not there to be undone or redone any more")).toBeVisible();
  await app.builder.expectSaved();
  await expect(app.builder.line("Topics")).toBeVisible();
  await expect(app.builder.line("First"), "no other is undone in its place").toBeVisible();
  await expect(beyond.line("First")).toBeVisible();
});

test("undo and redo show what they brought back", async ({ app, page }) => {
  const { builder } = app;
  await builder.start();
  await builder.unfold("Sessions");
  await builder.select("Notes");
  await page.keyboard.press("Delete");
  await expect(builder.line("Notes")).toBeHidden();
  await builder.line("Sessions").focus();
  await page.keyboard.press("ArrowLeft");
  await builder.select("Topics");

  await builder.undo.click();

  await expect(builder.line("Notes")).toHaveAttribute("aria-selected", "true");
  await expect(builder.line("Notes")).toBeInViewport();
  await expect(builder.column("Notes")).toBeInViewport();
  await expect(builder.said).toContainText("Undid");
  await builder.select("Topics");
  await builder.redo.click();
  await expect(builder.line("Notes")).toBeHidden();
  await expect(builder.said).toContainText("Redid");
});

test("undoing a value shows it where it stands", async ({ app, page }) => {
  const { builder } = app;
  await builder.start();
  await builder.select("Sessions");
  const value = builder.cell(2, 1);
  const before = await value.textContent();
  await value.focus();
  await page.keyboard.type("Another");
  await page.keyboard.press("Enter");
  await expect(value).toHaveText("Another");
  await builder.select("Topics");

  await page.keyboard.press("Control+z");

  await expect(value).toHaveText(before ?? "");
  await expect(value).toBeInViewport();
});

test("a damaged history is set aside, and the system opens", async ({ app, page }) => {
  const { builder } = app;
  await builder.start();
  await damage(page, openId(page), "history", "{", "{{");

  await page.reload();

  await expect(builder.line("Sessions")).toBeVisible();
  await expect(page.getByText("Parts of this system were damaged")).toBeVisible();
  expect(await aside(page)).toHaveLength(1);
  await builder.add("add_table", "Later");
  await builder.expectSaved();
  await page.reload();
  await expect(builder.line("Later")).toBeVisible();
});

test("a damaged blueprint is not touched, and its text can be taken along", async ({ app, page }) => {
  await app.builder.start();
  await damage(page, openId(page), "blueprint", '"tables":[', '"tables":[7,');

  await page.reload();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This system cannot be opened");
  await expect(page.getByText("#/tables/0")).toBeVisible();
  await expectAccessible(page, "a system that cannot be opened");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the text" }).click()]);
  expect(download.suggestedFilename()).toBe("blueprint.json");
});

test("what a newer version wrote is left alone", async ({ app, page }) => {
  await app.builder.start();
  await damage(page, openId(page), "head", '"schema_version":1', '"schema_version":2');

  await page.reload();
  await expect(page.getByText("A newer version of this app has written it")).toBeVisible();

  await damage(page, openId(page), "head", '"schema_version":2', '"schema_version":1');
  await page.getByRole("button", { name: "Try again" }).click();
  await app.builder.expectShown();
  expect(await aside(page)).toEqual([]);
});

test("a browser that is killed loses nothing", async ({ baseURL, words }) => {
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), "csmb-profile-"));
  const launch = () => chromium.launchPersistentContext(folder, { ...BROWSER.launchOptions, baseURL, locale: "en-US", serviceWorkers: "block" });
  const first = await launch();
  const page = await first.newPage();
  const { builder } = new App(page, words);
  await builder.start();
  await builder.add("add_table", "Before the end");
  await builder.expectSaved();
  const address = page.url();
  const session = await first.newCDPSession(page);
  const gone = new Promise((done) => first.on("close", done));
  // It answers nothing any more.
  void session.send("Browser.crash").catch(() => undefined);
  await gone;

  const second = await launch();
  const again = await second.newPage();
  await again.goto(address);
  const reopened = new App(again, words).builder;
  await expect(reopened.line("Before the end")).toBeVisible();
  await reopened.undo.click();
  await reopened.undo.click();
  await expect(reopened.line("Before the end")).toBeHidden();
  await second.close();
  await rm(folder, { recursive: true, force: true });
});

/** The same system in a second tab. What it does, the first one hears of at its own next write and no sooner. */
async function secondTab(context: BrowserContext, page: Page, app: App): Promise<Page> {
  await page.addInitScript(() => {
    BroadcastChannel.prototype.addEventListener = () => {};
    Object.defineProperty(BroadcastChannel.prototype, "onmessage", { set: () => {} });
  });
  await app.builder.start();
  await app.builder.expectSaved();
  const other = await context.newPage();
  await other.goto(page.url());
  return other;
}
