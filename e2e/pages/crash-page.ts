/** What is shown after the client crashed. */

import type { Locator, Page } from "@playwright/test";

import type { Words } from "../harness/words.ts";

export class CrashPage {
  readonly heading: Locator;
  readonly reload: Locator;
  readonly copy: Locator;
  readonly copied: Locator;
  readonly setAside: Locator;
  readonly details: Locator;

  constructor(page: Page, words: Words) {
    this.heading = page.getByRole("heading", { level: 1, name: words.say("crash.title") });
    this.reload = page.getByRole("button", { name: words.say("crash.reload"), exact: true });
    this.copy = page.getByRole("button", { name: words.say("crash.copy"), exact: true });
    this.copied = page.getByRole("button", { name: words.say("crash.copied"), exact: true });
    this.setAside = page.getByRole("button", { name: words.say("crash.aside"), exact: true });
    this.details = page.getByText(words.say("crash.report"), { exact: true });
  }
}
