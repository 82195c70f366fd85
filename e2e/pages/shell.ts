/** What stands around every page: name, language, theme, messages. */

import type { Locator, Page } from "@playwright/test";

import type { Words } from "../harness/words.ts";

export class Shell {
  readonly home: Locator;
  readonly skipLink: Locator;
  readonly language: Locator;
  readonly theme: Locator;
  readonly messages: Locator;

  constructor(
    page: Page,
    private readonly words: Words,
  ) {
    this.home = page.getByRole("banner").getByRole("link", { name: words.say("app.name") });
    this.skipLink = page.getByRole("link", { name: words.say("skip") });
    this.language = page.getByRole("combobox", { name: words.say("language.label"), exact: true });
    this.theme = page.getByRole("combobox", { name: words.say("theme.label"), exact: true });
    this.messages = page.getByRole("status");
  }

  async chooseTheme(theme: "system" | "light" | "dark"): Promise<void> {
    await this.theme.selectOption({ label: this.words.say(`theme.${theme}`) });
  }
}
