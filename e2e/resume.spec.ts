/** Nothing that was answered is lost: by a reload, by going back and forth, by sending a link. */

import { expect, test } from "./harness/test.ts";
import { App } from "./pages/app.ts";

test("a reload keeps the answers and the step", async ({ app, page }) => {
  const { wizard } = app;
  await wizard.open("platform");
  await wizard.choosePlatform("Coda");
  await wizard.goOnTo("priorities");
  await wizard.priority("portability").check();

  await page.reload();

  await wizard.expectStep("priorities");
  await expect(wizard.priority("portability")).toBeChecked();
  await wizard.goBackTo("platform");
  await expect(wizard.platform("Coda")).toBeChecked();
});

test("coming back another day goes on where it stopped", async ({ app, context }) => {
  await app.wizard.open("platform");
  await app.wizard.choosePlatform("Jira");
  await app.wizard.goOnTo("priorities");
  await app.wizard.goOnTo("features");
  await app.page.close();

  const another = await context.newPage();
  await another.goto("/design");
  const { wizard } = new App(another, app.words);

  await wizard.expectStep("features");
  await wizard.jumpTo("platform");
  await expect(wizard.platform("Jira")).toBeChecked();
});

test("the browser's back and forward move between steps without loss", async ({ app, page }) => {
  const { wizard } = app;
  await wizard.open("platform");
  await wizard.choosePlatform("Linear");
  await wizard.goOnTo("priorities");
  await wizard.priority("integration").check();
  await wizard.goOnTo("features");

  await page.goBack();
  await wizard.expectStep("priorities");
  await expect(wizard.priority("integration")).toBeChecked();
  await page.goBack();
  await wizard.expectStep("platform");
  await expect(wizard.platform("Linear")).toBeChecked();
  await page.goForward();
  await page.goForward();

  await wizard.expectStep("features");
});

test("back from the result leads to the answers", async ({ app, page }) => {
  const { wizard, result } = app;
  await wizard.open("review");
  await wizard.finish.click();
  await result.expectShown();

  await page.goBack();

  await wizard.expectStep("review");
});

test("a shared link opens the same system elsewhere", async ({ app, browser, baseURL, context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.wizard.answer({ platform: "clickup", priorities: ["search", "automation"], features: ["archive", "reminders"], team_size: "6_20", complexity: "advanced" });
  await app.wizard.finish.click();
  await app.result.expectShown();
  await app.result.copyLink.click();
  await expect(app.shell.messages.filter({ hasText: app.words.say("result.copied") })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const ours = await app.result.download("blueprint_json");

  const elsewhere = await browser.newContext({ baseURL: baseURL ?? "" });
  const theirs = new App(await elsewhere.newPage(), app.words);
  await theirs.page.goto(link);
  await theirs.result.expectShown();

  expect((await theirs.result.download("blueprint_json")).bytes).toEqual(ours.bytes);
  await expect(theirs.result.platform).toHaveValue("clickup");
  await elsewhere.close();
});

test("a link never takes one's own answers away", async ({ app, page }) => {
  const { wizard } = app;
  await wizard.open("platform");
  await wizard.choosePlatform("Logseq");
  const own = new URL(page.url()).hash;
  await wizard.choosePlatform("Asana");

  await page.goto("about:blank");
  await page.goto(`/design/platform${own}`);
  await wizard.expectStep("platform");
  await expect(wizard.arrival("link")).toBeVisible();
  await expect(wizard.platform("Logseq")).toBeChecked();
  await wizard.takeOwnBack.click();

  await expect(wizard.platform("Asana")).toBeChecked();
});

test("a link that cannot be read says so and leaves the answers alone", async ({ app, page }) => {
  const { wizard } = app;
  await wizard.open("platform");
  await wizard.choosePlatform("Trello");

  await page.goto("about:blank");
  await page.goto("/design/platform#1-nonsense");

  await expect(wizard.arrival("unreadable")).toBeVisible();
  await expect(wizard.platform("Trello")).toBeChecked();
});

test("an address that leads nowhere shows the way home", async ({ app, page }) => {
  await page.goto("/nowhere/at/all");

  await expect(page.getByRole("heading", { level: 1, name: app.words.say("not_found.title") })).toBeVisible();
  await page.getByRole("link", { name: app.words.say("not_found.home"), exact: true }).click();
  await expect(app.welcome.start).toBeVisible();
});
