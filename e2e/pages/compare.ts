/** Two platforms side by side. */

import { expect, type Locator, type Page } from "@playwright/test";

import type { Words } from "../harness/words.ts";

export class Compare {
  readonly one: Locator;
  readonly other: Locator;
  /** Every platform in the order of how much fits. */
  readonly ranking: Locator;
  readonly alike: Locator;

  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {
    this.one = page.getByRole("combobox", { name: words.say("compare.first"), exact: true });
    this.other = page.getByRole("combobox", { name: words.say("compare.with"), exact: true });
    this.ranking = page.getByRole("region", { name: words.say("compare.all"), exact: true }).getByRole("listitem");
    const [, after = ""] = words.say("compare.alike.other").split("{count}");
    this.alike = page.getByRole("group").filter({ hasText: after.trim() });
  }

  async expectSides(one: string, other: string): Promise<void> {
    await expect(this.one).toHaveValue(one);
    await expect(this.other).toHaveValue(other);
  }

  /** What differs, with what becomes of it on both sides. */
  difference(name: string): Locator {
    return this.page.getByRole("listitem").filter({ has: this.page.getByRole("heading", { level: 4, name }) });
  }

  useInstead(platform: string): Locator {
    return this.page.getByRole("button", { name: this.words.say("compare.use_named", { platform }), exact: true }).first();
  }

  compareWith(platform: string): Locator {
    return this.page.getByRole("link", { name: this.words.say("compare.compare_named", { platform }), exact: true });
  }
}
