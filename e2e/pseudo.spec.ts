/** Every page in texts that are 40 % longer, accented and in brackets: what is cut, and what is hard-coded, shows. */

import { flaws } from "./harness/layout.ts";
import { expect, test } from "./harness/test.ts";
import { PARTS } from "./pages/result.ts";
import { STEPS } from "./pages/wizard.ts";

const PAGES = ["/", ...STEPS.map((step) => `/design/${step}`), ...PARTS.map((part) => `/system/${part}`), "/system/files/xlsx", "/configurations", "/components", "/nowhere"];

/** Names of files, of platforms and of languages, which are the same everywhere. */
const NAMES =
  /schema\.sql|Notion|Airtable|Google Sheets|Excel|Obsidian|Logseq|monday\.com|ClickUp|Trello|Asana|Jira|Linear|Coda|English|Deutsch|Español|Français|日本語|العربية/;

for (const width of [390, 1280]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 844 } });

    for (const address of PAGES) {
      test(address, async ({ page }) => {
        await page.addInitScript(() => localStorage.setItem("csmb.pseudo", "1"));
        await page.goto(address);
        await expect(page.getByRole("heading", { level: 1, name: /^\[/ })).toBeVisible();
        await page.evaluate(() => document.fonts.ready);

        const found = await flaws(page, NAMES);

        expect(found).toEqual({ overflow: 0, cut: [], foreign: [] });
      });
    }
  });
}

test("longer texts are asked for by the address, too", async ({ page }) => {
  await page.goto("/?pseudo=1");
  await expect(page.getByRole("heading", { level: 1, name: /^\[/ })).toBeVisible();
});
