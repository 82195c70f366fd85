/** What every spec starts from: a page with a fixed clock, the client's words, and an eye on what must not happen. */

import { test as base } from "@playwright/test";

import { App } from "../pages/app.ts";
import { Incidents } from "./incidents.ts";
import { Keyboard } from "./keyboard.ts";
import { type Language, Words } from "./words.ts";

/** A Tuesday, so that "this week" has days on both sides. */
export const NOW = new Date("2026-03-17T09:30:00Z");

interface Fixtures {
  /** Which language the browser asks for. */
  language: Language;
  words: Words;
  incidents: Incidents;
  keyboard: Keyboard;
  app: App;
}

export const test = base.extend<Fixtures>({
  language: ["en", { option: true }],
  locale: async ({ language }, use) => use(language === "en" ? "en-US" : language),
  baseURL: async ({}, use) => use(process.env.E2E_URL),
  words: async ({ language }, use) => use(new Words(language)),
  incidents: [
    async ({ context, baseURL }, use) => {
      const incidents = new Incidents(baseURL ?? "");
      await incidents.watch(context);
      await use(incidents);
      incidents.assertNone();
    },
    { auto: true },
  ],
  page: async ({ page, incidents: _ }, use) => {
    await page.clock.setFixedTime(NOW);
    await use(page);
  },
  keyboard: async ({ page }, use) => use(new Keyboard(page)),
  app: async ({ page, words }, use) => use(new App(page, words)),
});

export { expect } from "@playwright/test";
