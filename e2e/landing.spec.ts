/** The landing page: there before the client, in every language, and a door to everything. */

import { type Page } from "@playwright/test";

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";
import { dictionary, domainWords, LANGUAGES } from "./harness/words.ts";
import { EXAMPLES } from "./pages/welcome.ts";

/** What the examples are for, and what they live in. */
const PLATFORMS = { learning: "notion", team: "airtable", vault: "obsidian" };

for (const language of LANGUAGES) {
  test.describe(language, () => {
    test.use({ language });

    test("the landing page is painted and read without the client", async ({ app, incidents, page }) => {
      await withoutClient(page, incidents);

      await app.welcome.openAlone();

      await expect(app.welcome.start).toBeVisible();
      await expect(app.welcome.picture).toBeVisible();
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page).toHaveTitle(`${app.words.say("welcome.title")} · ${app.words.say("app.name")}`);
      const words = dictionary(language);
      for (const { key, count, text } of await app.welcome.texts()) {
        const form = count && `.${new Intl.PluralRules(language).select(Number(count))}`;
        const said = count ? (words[`${key}${form}`] ?? words[`${key}.other`] ?? "").replace("{count}", count) : words[key];
        expect(text, key).toBe(said);
      }
      await expectAccessible(page, "the landing page without the client");
    });

    test("an example is designed in the language of the page", async ({ app, page }) => {
      await app.welcome.open();

      await app.welcome.exampleLink("team").click();

      await app.result.expectShown();
      await expect(app.result.platform).toHaveValue("airtable");
      await expect(app.result.heading).toHaveText(domainWords(language, "design")["blueprint.name"] ?? "");
      expect(page.url()).toContain("#1.airtable.6_20.advanced.1d.df");
    });
  });
}

for (const example of EXAMPLES) {
  test(`the example ${example} is the system it says it is`, async ({ app }) => {
    await app.welcome.open();
    const counts = await app.welcome.countsOf(example);

    await app.welcome.exampleLink(example).click();

    await app.result.expectShown();
    await expect(app.result.platform).toHaveValue(PLATFORMS[example]);
    const shown = await app.result.counts.allTextContents();
    expect(shown.slice(0, 3).map((text) => /\d+/.exec(text)?.[0])).toEqual(counts);
  });
}

test("a link to an example opens it without the page before it", async ({ app, page }) => {
  await app.welcome.open();
  const address = await app.welcome.exampleLink("vault").getAttribute("href");

  await page.goto("about:blank");
  await page.goto(address ?? "");

  await app.result.expectShown();
  await expect(app.result.platform).toHaveValue("obsidian");
});

test("an example takes nobody's answers away", async ({ app, page }) => {
  const { welcome, wizard, result } = app;
  await wizard.open("platform");
  await wizard.choosePlatform("Jira");

  await app.shell.home.click();
  await welcome.resume.waitFor();
  await welcome.exampleLink("vault").click();
  await result.expectShown();
  await page.reload();
  await result.expectShown();
  await app.shell.home.click();
  await welcome.resume.click();

  await wizard.expectStep("platform");
  await expect(wizard.platform("Jira")).toBeChecked();
});

test("who has answers goes on with them, or starts over", async ({ app }) => {
  const { welcome, wizard } = app;
  await wizard.open("platform");
  await wizard.choosePlatform("Coda");
  await wizard.goOnTo("priorities");

  await welcome.open();
  await expect(welcome.start).toBeHidden();
  await welcome.resume.click();
  await wizard.expectStep("priorities");
  await app.shell.home.click();
  await welcome.startOver.click();

  await wizard.expectStep("platform");
  await expect(wizard.platform("Notion")).toBeChecked();
});

test("starting over works before the client does", async ({ app, incidents, page }) => {
  await app.wizard.open("platform");
  await app.wizard.choosePlatform("Coda");
  await withoutClient(page, incidents);
  await app.welcome.openAlone();

  await page.unroute(/\.wasm$/);
  await app.welcome.startOver.click();

  await app.wizard.expectStep("platform");
  await expect(app.wizard.platform("Notion")).toBeChecked();
});

test("the language is switched in place, here and in the wizard", async ({ app, page }) => {
  await app.welcome.open();

  const arabic = await app.speak("ar");
  await arabic.welcome.expectShown();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page).toHaveTitle(new RegExp(arabic.words.say("welcome.title")));
  await arabic.welcome.start.click();
  await arabic.wizard.expectStep("platform");
  const french = await arabic.speak("fr");
  await french.wizard.expectStep("platform");
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
  await french.shell.home.click();

  await french.welcome.expectShown();
});

test("the language is switched before the client runs, and kept", async ({ app, incidents, page }) => {
  await withoutClient(page, incidents);
  await app.welcome.openAlone();

  const german = await app.speak("de");
  await german.welcome.expectShown();
  await page.unroute(/\.wasm$/);
  await german.welcome.start.click();

  await german.wizard.expectStep("platform");
});

test("the theme is there with the first paint", async ({ app, incidents, page }) => {
  await withoutClient(page, incidents);
  await app.welcome.openAlone();
  const ground = () => page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  const light = await ground();

  await app.shell.chooseTheme("dark");
  await expect.poll(ground).not.toBe(light);
  const dark = await ground();
  await page.addInitScript(() => {
    const grounds: string[] = [];
    Object.assign(globalThis, { grounds });
    new PerformanceObserver(() => grounds.push(getComputedStyle(document.body).backgroundColor)).observe({ type: "paint", buffered: true });
  });
  await page.reload();
  await app.welcome.expectShown();

  await expect.poll(() => page.evaluate(() => (globalThis as unknown as { grounds: string[] }).grounds)).toContain(dark);
  expect(await page.evaluate(() => (globalThis as unknown as { grounds: string[] }).grounds)).not.toContain(light);
  await expect(app.shell.theme).toHaveValue("dark");
});

test("nothing on the landing page moves while it loads", async ({ app, page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });

  await app.welcome.open();
  await app.welcome.start.hover();

  expect(await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)).toEqual([]);
});

test("the landing page is worked by keyboard", async ({ app, keyboard, page }) => {
  const { welcome, wizard, result, shell } = app;
  await welcome.open();

  await keyboard.tabTo(shell.skipLink);
  await keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await keyboard.tabTo(welcome.start);
  await keyboard.tabTo(welcome.example);
  await keyboard.use(welcome.exampleLink("vault"), "Enter");
  await expect(result.heading).toBeFocused();
  await page.goBack();
  await expect(welcome.heading).toBeFocused();
  await keyboard.use(welcome.start, "Enter");

  await expect(wizard.heading("platform")).toBeFocused();
});

test("the way back leads to where one was", async ({ app, page }) => {
  await app.welcome.open();
  await app.welcome.exampleLink("vault").scrollIntoViewIfNeeded();
  await app.welcome.exampleLink("vault").click();
  await app.result.expectShown();

  await page.goBack();

  await expect(app.welcome.exampleLink("vault")).toBeInViewport();
});

test("the top of every page leads to the examples", async ({ app, page }) => {
  await app.wizard.open("platform");

  await page.getByRole("navigation", { name: app.words.say("nav.label") }).getByRole("link", { name: app.words.say("nav.examples") }).click();

  await expect(app.welcome.exampleLink("learning")).toBeInViewport();
  await page.reload();
  await expect(app.welcome.exampleLink("learning")).toBeInViewport();
  await app.welcome.start.or(app.welcome.resume).first().click();
  await expect(app.wizard.arrival("unreadable")).toBeHidden();
});

test("the documentation is a page of its own", async ({ app, page }) => {
  await app.welcome.open();

  await page.getByRole("link", { name: app.words.say("landing.api.docs"), exact: true }).first().click();

  await expect(page).toHaveURL(/\/api\/docs$/);
});

/** The client never arrives; what does is the page itself. */
async function withoutClient(page: Page, incidents: { expect(incident: RegExp): void }): Promise<void> {
  incidents.expect(/wasm|Failed to fetch|Failed to load/i);
  await page.route(/\.wasm$/, (route) => route.abort());
}
