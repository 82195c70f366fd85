/** What went wrong on this device. */

import { expect, type Locator, type Page } from "@playwright/test";

import type { Words } from "../harness/words.ts";

export class ErrorsPage {
  readonly heading: Locator;
  readonly entries: Locator;
  readonly nothing: Locator;
  readonly send: Locator;
  readonly copy: Locator;
  readonly clear: Locator;
  /** Leads here from every page. */
  readonly link: Locator;

  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {
    this.heading = page.getByRole("heading", { level: 1, name: words.say("errors.title") });
    this.entries = page.getByRole("main").getByRole("listitem");
    this.nothing = page.getByRole("heading", { name: words.say("errors.none.title") });
    this.send = page.getByRole("switch", { name: words.say("errors.send") });
    this.copy = page.getByRole("button", { name: words.say("errors.copy"), exact: true });
    this.clear = page.getByRole("button", { name: words.say("errors.clear"), exact: true });
    this.link = page.getByRole("contentinfo").getByRole("link", { name: words.say("errors.link") });
  }

  async open(): Promise<void> {
    await this.page.goto("/errors");
    await expect(this.heading).toBeVisible();
  }

  /** The mark of an error that was sent. */
  sent(entry: Locator): Locator {
    return entry.getByText(this.words.say("errors.sent"), { exact: true });
  }

  /** Shows what is sent of an error. */
  async openScrubbed(entry: Locator): Promise<Locator> {
    await entry.getByText(this.words.say("errors.as_sent"), { exact: true }).click();
    return entry.getByRole("group").locator("pre");
  }
}
