/** The first page. */

import { expect, type Locator, type Page } from "@playwright/test";

import type { Words } from "../harness/words.ts";

export class Welcome {
  readonly heading: Locator;
  readonly start: Locator;
  /** What stands in the place of the start for those who have answers. */
  readonly resume: Locator;

  constructor(
    private readonly page: Page,
    words: Words,
  ) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.start = page.getByRole("link", { name: words.say("welcome.start"), exact: true });
    this.resume = page.getByRole("link", { name: words.say("welcome.resume"), exact: true });
  }

  async open(): Promise<void> {
    await this.page.goto("/");
    await expect(this.start.or(this.resume)).toBeVisible();
  }
}
