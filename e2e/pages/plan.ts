/** The plan of the finished system. */

import type { Locator, Page } from "@playwright/test";

import type { Words } from "../harness/words.ts";

export type Outcome = "exact" | "adapted" | "manual" | "impossible";

export class PlanPart {
  readonly search: Locator;
  readonly showAll: Locator;
  readonly unfold: Locator;
  /** The steps on show. */
  readonly steps: Locator;

  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {
    this.search = page.getByRole("searchbox", { name: words.say("plan.search"), exact: true });
    this.showAll = page.getByRole("button", { name: words.say("plan.show_all"), exact: true });
    this.unfold = page.getByRole("button", { name: words.say("plan.unfold"), exact: true });
    const section = page.getByRole("region", { name: /^\d+/ }).last();
    this.steps = section.locator("summary");
  }

  /** Narrows the plan down to what ends like this. */
  filter(outcome: Outcome): Locator {
    return this.page.getByRole("button", { name: new RegExp(`^\\d+\\s*${this.words.say(`outcome.${outcome}`)}$`) });
  }

  /** What is said about how much is on show. */
  found(found: number, all: number): Locator {
    return this.page.getByRole("status").filter({ hasText: this.words.say("plan.found", { found, all }) });
  }
}
