/** Nothing is ever lost: a full device, damaged and newer records, a killed browser, an update while editing. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium, type Page } from "@playwright/test";

import { expectAccessible } from "./harness/accessibility.ts";
import { BROWSER } from "./harness/browser.ts";
import { aside, damage, openId } from "./harness/database.ts";
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

/** From the next page on, the device is full for as long as the session has `full`. */
async function makeFillable(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given: Parameters<typeof put>) {
      if (sessionStorage.getItem("full")) throw new DOMException("no room", "QuotaExceededError");
      return put.apply(this, given);
    };
  });
}
