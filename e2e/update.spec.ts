/** A new version of the client is deployed while people work: it waits, is offered, and takes nothing from them. */

import type { Page } from "@playwright/test";

import { expectAccessible } from "./harness/accessibility.ts";
import { Deployment } from "./harness/deployment.ts";
import { comeBack, untilKept, versions } from "./harness/device.ts";
import { Server } from "./harness/server.ts";
import { expect, test as base } from "./harness/test.ts";
import { App } from "./pages/app.ts";
import { PARTS } from "./pages/result.ts";

interface Fixtures {
  deployment: Deployment;
  server: Server;
  /** The client at the wizard's first question, on the device in full. */
  kept: App;
}

const test = base.extend<Fixtures>({
  deployment: async ({}, use) => {
    const deployment = await Deployment.create();
    await use(deployment);
    await deployment.dispose();
  },
  server: async ({ deployment }, use) => {
    const server = await Server.start(deployment.folder);
    await use(server);
    await server.dispose();
  },
  baseURL: async ({ server }, use) => use(server.url),
  kept: async ({ app, page }, use) => {
    await app.wizard.open("platform");
    await app.wizard.choosePlatform("Obsidian");
    await untilKept(page);
    await use(app);
  },
});

test.use({ serviceWorkers: "allow" });
test.slow();

test("a new version waits until it is wanted, and takes the answers over", async ({ deployment, kept, keyboard, page }) => {
  const { shell, wizard } = kept;
  await wizard.goOnTo("priorities");
  await deployment.next();
  await expect(shell.reloadNow).toBeHidden();

  await comeBack(page);

  await expect(shell.reloadNow).toBeVisible();
  expect(await isNext(page)).toBe(false);
  await expectAccessible(page, "a new version is offered");

  await keyboard.use(shell.reloadNow, "Enter");

  await expect.poll(() => isNext(page)).toBe(true);
  await wizard.expectStep("priorities");
  await expect(shell.reloadNow).toBeHidden();
  await wizard.goBackTo("platform");
  await expect(wizard.platform("Obsidian")).toBeChecked();
  await untilKept(page);
  await expect.poll(() => versions(page)).toHaveLength(1);
});

test("whoever says later goes on as before, though the server has forgotten the version", async ({ deployment, kept, page }) => {
  const { shell, wizard, result, file } = kept;
  await deployment.next();
  await comeBack(page);
  await shell.later.click();
  await expect(shell.later).toBeHidden();

  await wizard.goOnTo("priorities");
  await wizard.jumpTo("review");
  await wizard.finish.click();
  await result.expectShown();
  for (const part of PARTS) await result.openPart(part);
  await result.previewLink("guide_html").first().click();
  await file.expectShown("guide_html");
  await file.download();
  expect(await isNext(page)).toBe(false);

  await page.reload();

  await file.expectShown("guide_html");
  expect(await isNext(page)).toBe(false);
  await expect(shell.later).toBeVisible();
});

test("a second tab keeps its version until it is asked as well", async ({ context, deployment, kept, page, words }) => {
  const other = new App(await context.newPage(), words);
  await other.result.open("plan");
  await deployment.next();
  await comeBack(page);

  await kept.shell.reloadNow.click();

  await expect.poll(() => isNext(page)).toBe(true);
  await expect(other.shell.reloadNow).toBeVisible();
  expect(await isNext(other.page)).toBe(false);
  for (const part of PARTS) await other.result.openPart(part);
  await other.result.download("blueprint_json");
  expect(await versions(other.page)).toHaveLength(2);

  await other.shell.reloadNow.click();

  await expect.poll(() => isNext(other.page)).toBe(true);
  await other.result.expectPart("files");
});

test("a tab out of sight follows by itself if it has nothing to lose", async ({ context, deployment, kept, page, words }) => {
  const other = new App(await context.newPage(), words);
  await other.page.addInitScript(() => {
    Object.defineProperty(Document.prototype, "visibilityState", { get: () => "hidden" });
  });
  await other.result.open("plan");
  await deployment.next();
  await comeBack(page);

  await kept.shell.reloadNow.click();

  await expect.poll(() => isNext(other.page)).toBe(true);
  await other.result.expectPart("plan");
});

test("half a deployment leaves the version that works", async ({ deployment, incidents, kept, page }) => {
  const { shell, wizard } = kept;
  incidents.expect(/integrity|404|sw\.js|Failed to load resource/);
  await deployment.half();

  await comeBack(page);
  await page.reload();

  await wizard.expectStep("platform");
  await expect(wizard.platform("Obsidian")).toBeChecked();
  expect(await isNext(page)).toBe(false);
  await expect(shell.reloadNow).toBeHidden();
});

test("a deployment without its service worker leaves the version that works", async ({ deployment, incidents, kept, page }) => {
  incidents.expect(/404|sw\.js|Failed to load resource/);
  await deployment.next();
  await deployment.loseWorker();

  await comeBack(page);
  await page.reload();

  await kept.wizard.expectStep("platform");
  expect(await isNext(page)).toBe(false);
});

test("a version that crashes is left by the reload that the crash page offers", async ({ deployment, incidents, kept, page }) => {
  incidents.expect(/asked for by a test|unreachable/);
  await deployment.next();

  await page.evaluate(() => dispatchEvent(new Event("csmb:panic-for-test")));
  await expect(kept.crash.heading).toBeVisible();
  await expect.poll(() => isWaiting(page)).toBe(true);
  await kept.crash.reload.click();

  await expect.poll(() => isNext(page)).toBe(true);
  await expect(kept.wizard.platform("Obsidian")).toBeChecked();
});

/** Whether this page is of the version that was deployed later. */
async function isNext(page: Page): Promise<boolean> {
  // A page that is being left says nothing about itself.
  return (await page.locator(Deployment.mark).count().catch(() => 0)) > 0;
}

async function isWaiting(page: Page): Promise<boolean> {
  return page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));
}

test("a system that is being edited comes over into the next version", async ({ app, deployment, page }) => {
  const { builder, shell } = app;
  await builder.start();
  await builder.add("add_table", "Before the update");
  await untilKept(page);
  await deployment.next();
  await comeBack(page);
  await builder.line("Before the update").click();
  await page.keyboard.press("F2");
  await builder.naming.fill("Half a wo");

  await shell.reloadNow.click();

  await expect.poll(() => isNext(page)).toBe(true);
  await expect(builder.line("Half a wo")).toBeVisible();
  await builder.undo.click();
  await expect(builder.line("Before the update")).toBeVisible();
});
