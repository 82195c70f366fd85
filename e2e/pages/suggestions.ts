/** What is suggested, at the side of the builder. */

import { type Locator, type Page } from "@playwright/test";

import type { Words } from "../harness/words.ts";

export class Suggestions {
  readonly panel: Locator;
  readonly cards: Locator;

  constructor(page: Page, words: Words) {
    const side = page.getByRole("main").getByRole("complementary", { name: words.say("builder.side") });
    this.panel = side.getByRole("group", { name: words.say("builder.panel.suggestions"), exact: true });
    this.cards = this.panel.locator("li.suggestion");
  }

  /** The suggestion under this heading. */
  card(name: string): Locator {
    return this.cards.filter({ has: this.panel.page().getByRole("heading", { name: new RegExp(`^${name}`) }) });
  }

  /** The button that does it. */
  add(title: string): Locator {
    return this.panel.getByRole("button", { name: title, exact: true });
  }

  async openBrings(name: string): Promise<void> {
    await this.card(name).locator("summary").first().click();
  }
}
