/** Help on every page: shortcuts, and being shown around. */

import { expect, type Locator, type Page } from "@playwright/test";

import type { Words } from "../harness/words.ts";

export class Help {
  readonly button: Locator;
  readonly dialog: Locator;
  readonly close: Locator;
  readonly single: Locator;
  /** Begins to show around, from the page and from the shortcuts. */
  readonly start: Locator;
  /** What is said at one place. */
  readonly stop: Locator;
  readonly next: Locator;
  readonly back: Locator;
  readonly done: Locator;
  readonly end: Locator;

  constructor(
    page: Page,
    private readonly words: Words,
  ) {
    this.button = page.getByRole("banner").getByRole("button", { name: words.say("help.open") });
    this.dialog = page.getByRole("dialog", { name: words.say("shortcuts.title") });
    this.close = this.dialog.getByRole("button", { name: words.say("dialog.close") });
    this.single = this.dialog.getByRole("switch", { name: words.say("shortcuts.single") });
    this.start = page.getByRole("button", { name: words.say("tour.start"), exact: true });
    this.stop = page.getByRole("dialog").filter({ has: page.getByRole("button", { name: words.say("tour.end") }) });
    this.next = this.stop.getByRole("button", { name: words.say("tour.next"), exact: true });
    this.back = this.stop.getByRole("button", { name: words.say("tour.back"), exact: true });
    this.done = this.stop.getByRole("button", { name: words.say("tour.done"), exact: true });
    this.end = this.stop.getByRole("button", { name: words.say("tour.end"), exact: true });
  }

  /** What a key does, as the list says it. */
  line(what: string): Locator {
    return this.dialog.getByRole("term").filter({ hasText: what });
  }

  async expectStop(name: string, at: number, count: number): Promise<void> {
    await expect(this.stop.getByRole("heading", { name: this.words.say(`tour.${name}.title`) })).toBeVisible();
    await expect(this.stop).toContainText(this.words.say("tour.count", { at, count }));
    await expect(this.stop).toBeFocused();
  }
}
