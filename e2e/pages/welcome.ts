/** The landing page: what this is, and one thing to do. */

import { expect, type Locator, type Page } from "@playwright/test";

import type { Words } from "../harness/words.ts";

export const EXAMPLES = ["learning", "team", "vault"] as const;
export type Example = (typeof EXAMPLES)[number];

export class Welcome {
  readonly heading: Locator;
  readonly start: Locator;
  /** What stands in the place of the start for those who have answers. */
  readonly resume: Locator;
  readonly startOver: Locator;
  /** Leads to the system in the picture. */
  readonly example: Locator;
  /** A finished system, drawn. */
  readonly picture: Locator;
  /** Where the three examples are. */
  readonly examples: Locator;

  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {
    const main = page.getByRole("main");
    const link = (key: string) => main.getByRole("link", { name: words.say(key), exact: true }).first();
    this.heading = main.getByRole("heading", { level: 1, name: words.say("welcome.title"), exact: true });
    this.start = link("welcome.start");
    this.resume = link("welcome.resume");
    this.startOver = link("welcome.start_over");
    this.example = link("landing.example");
    this.picture = main.getByRole("img", { name: words.say("landing.picture"), exact: true });
    this.examples = main.getByRole("region", { name: words.say("landing.examples.title"), exact: true });
  }

  /** Opens it and waits until the client runs: before that, its links load pages anew. */
  async open(): Promise<void> {
    await this.openAlone();
    await this.page.locator("#loading").waitFor({ state: "detached" });
  }

  /** Opens it, whether the client comes or not. */
  async openAlone(): Promise<void> {
    await this.page.goto("/");
    await this.expectShown();
  }

  async expectShown(): Promise<void> {
    await expect(this.heading).toBeVisible();
  }

  /** Leads to an example. */
  exampleLink(example: Example): Locator {
    return this.examples.getByRole("link", { name: this.words.say(`landing.example.${example}.title`), exact: true });
  }

  /** How many tables, fields and views an example is said to have. */
  async countsOf(example: Example): Promise<string[]> {
    const card = this.examples.getByRole("listitem").filter({ has: this.page.getByRole("link", { name: this.words.say(`landing.example.${example}.title`), exact: true }) });
    return ((await card.innerText()).match(/\d+/g) ?? []).slice(-3);
  }

  /** Every text of the static page by its key, as it is shown. */
  async texts(): Promise<{ key: string; count: string | null; text: string }[]> {
    return this.page.locator("[data-t]").evaluateAll((parts) =>
      parts.map((part) => ({ key: part.getAttribute("data-t") ?? "", count: part.getAttribute("data-count"), text: part.textContent ?? "" })),
    );
  }
}
