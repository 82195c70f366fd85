/** What goes wrong is written down on the device: to look at, to copy, to clear, and to send for those who chose that. */

import type { Page, Request } from "@playwright/test";

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";

const REPORTS = "**/api/v1/client-errors";

test.beforeEach(({ incidents }) => {
  // The panic is what most of these tests begin with; it is told in the console, too.
  incidents.expect(/asked for by a test|unreachable/);
});

test("an error is kept on the device, shown and copied", async ({ app, context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { crash, errors, shell } = app;
  await panic(page, "/design/team");
  await panic(page, "/design/team");
  await crash.reload.click();

  await errors.link.click();

  await expect(errors.heading).toBeFocused();
  await expect(errors.entries).toHaveCount(1);
  await expect(errors.entries).toContainText(app.words.say("errors.kind.crash"));
  await expect(errors.entries).toContainText("asked for by a test");
  await expect(errors.entries).toContainText("/design/team");
  await expect(errors.entries).toContainText(app.words.say("errors.count.other", { count: 2 }));
  await expectAccessible(page, "errors");
  await errors.copy.click();
  await expect(shell.messages.filter({ hasText: app.words.say("errors.copied") })).toBeVisible();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain("asked for by a test");
  expect(report).toMatch(/crash {2}× 2 {2}\/design\/team {2}\d+\.\d+\.\d+\+[0-9a-f]+ {2}en/);
});

test("the list is cleared, and brought back", async ({ app, page }) => {
  const { errors, words } = app;
  await panic(page, "/design/platform");
  await errors.open();

  await errors.clear.click();
  await expect(errors.nothing).toBeVisible();
  await expectAccessible(page, "no errors");
  await page.reload();
  await expect(errors.nothing).toBeVisible();

  await panic(page, "/design/platform");
  await errors.open();
  await errors.clear.click();
  await page.getByRole("button", { name: words.say("toast.undo"), exact: true }).click();
  await expect(errors.entries).toHaveCount(1);
  await page.reload();
  await expect(errors.entries).toHaveCount(1);
});

test("nothing is sent unless it was chosen", async ({ app, page }) => {
  const sent = watch(page);
  await panic(page, "/design/platform");

  await app.errors.open();
  await app.errors.link.click();
  await page.waitForLoadState("networkidle");

  expect(sent).toEqual([]);
});

test("what was chosen to be sent is sent once, without what tells of a person", async ({ app, incidents, page }) => {
  incidents.expect(/My secret chat/);
  const { errors } = app;
  const sent = watch(page);
  await app.wizard.open("platform");
  const thrown = page.waitForEvent("pageerror");
  await page.evaluate(() => {
    addEventListener("csmb:fail-for-test", () => {
      throw new Error('at "My secret chat" of me@example.com');
    });
    dispatchEvent(new Event("csmb:fail-for-test"));
  });
  await thrown;
  await errors.open();
  await expect(errors.entries).toContainText("My secret chat");
  const scrubbed = await errors.openScrubbed(errors.entries);
  await expect(scrubbed).toContainText('at "[text]" of [mail]');

  const answer = page.waitForResponse(REPORTS);
  await errors.send.check();

  expect((await answer).status()).toBe(200);
  await errors.open();
  await expect(errors.sent(errors.entries)).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(sent).toHaveLength(1);
  expect(sent[0]?.postDataJSON()).toMatchObject({ kind: "other", path: "/design/platform", language: "en" });
  expect(sent[0]?.postData()).not.toMatch(/secret|example\.com/);
});

test("what could not be sent is sent another time", async ({ app, incidents, page }) => {
  incidents.expect(/Failed to load resource/);
  const { errors } = app;
  await panic(page, "/design/platform");
  await page.route(REPORTS, (route) => route.abort());
  await errors.open();
  const failed = page.waitForEvent("requestfailed");
  await errors.send.check();
  await failed;
  await expect(errors.sent(errors.entries)).toBeHidden();

  const answer = page.waitForResponse(REPORTS);
  await page.unroute(REPORTS);
  await app.wizard.open("platform");

  expect((await answer).status()).toBe(200);
});

test("what fails for a moment is read again", async ({ app, incidents, page }) => {
  incidents.expect(/Failed to load resource|status code is not ok/);
  let refused = 0;
  for (const path of [/\/locales\/en\/plan/, /split_result/]) {
    let attempts = 0;
    await page.route(path, async (route) => {
      attempts += 1;
      if (attempts > 2) return route.continue();
      refused += 1;
      return route.fulfill({ status: 500 });
    });
  }

  await app.result.open("plan");

  expect(refused).toBe(4);
  await app.errors.open();
  await expect(app.errors.nothing).toBeVisible();
});

test("a part that cannot be had is told, kept, and had once it can be", async ({ app, incidents, page }) => {
  incidents.expect(/Failed to load resource|Failed to fetch/);
  await page.route(/split_result/, (route) => route.abort());
  await page.goto("/system/plan");
  const again = page.getByRole("button", { name: app.words.say("words.again"), exact: true });
  await expect(again).toBeVisible();

  await page.unroute(/split_result/);
  await again.click();

  await app.result.expectPart("plan");
  await app.errors.open();
  await expect(app.errors.entries).toContainText(app.words.say("errors.kind.load"));
});

/** Every request that sends an error. */
function watch(page: Page): Request[] {
  const sent: Request[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/client-errors")) sent.push(request);
  });
  return sent;
}

/** Ends the client on the page at `path`. */
async function panic(page: Page, path: string): Promise<void> {
  await page.goto(path);
  // The first question is there before the client is; its options are not.
  await expect(page.getByRole("main").getByRole("radio").first()).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("csmb:panic-for-test")));
}
