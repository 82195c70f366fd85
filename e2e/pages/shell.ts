/** What stands around every page: name, language, theme, messages. */

import type { Locator, Page } from "@playwright/test";

import type { Words } from "../harness/words.ts";

export class Shell {
  readonly home: Locator;
  readonly skipLink: Locator;
  readonly language: Locator;
  readonly theme: Locator;
  readonly messages: Locator;
  /** The corner where the app speaks of itself. */
  readonly notices: Locator;
  readonly reloadNow: Locator;
  readonly later: Locator;
  readonly install: Locator;
  readonly declineInstall: Locator;
  readonly offlineBadge: Locator;

  constructor(
    page: Page,
    private readonly words: Words,
  ) {
    this.home = page.getByRole("banner").getByRole("link", { name: words.say("app.name") });
    this.skipLink = page.getByRole("link", { name: words.say("skip") });
    this.language = page.getByRole("combobox", { name: words.say("language.label"), exact: true });
    this.theme = page.getByRole("combobox", { name: words.say("theme.label"), exact: true });
    this.messages = page.getByRole("status");
    this.notices = page.getByRole("region", { name: words.say("notices.label"), exact: true });
    this.reloadNow = this.notices.getByRole("button", { name: words.say("update.reload"), exact: true });
    this.later = this.notices.getByRole("button", { name: words.say("update.later"), exact: true });
    this.install = this.notices.getByRole("button", { name: words.say("install.install"), exact: true });
    this.declineInstall = this.notices.getByRole("button", { name: words.say("install.decline"), exact: true });
    this.offlineBadge = this.notices.getByText(words.say("offline.badge"), { exact: true });
  }

  async chooseTheme(theme: "system" | "light" | "dark" | "contrast"): Promise<void> {
    await this.theme.selectOption({ label: this.words.say(`theme.${theme}`) });
  }
}
