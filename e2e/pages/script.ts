/** The text mode of the builder. */

import { expect, type Locator, type Page } from "@playwright/test";

import type { Words } from "../harness/words.ts";

export class Script {
  readonly area: Locator;
  readonly list: Locator;
  readonly options: Locator;
  readonly problems: Locator;
  readonly apply: Locator;

  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {
    const canvas = page.getByRole("main").getByRole("region", { name: words.say("builder.canvas"), exact: true });
    this.area = canvas.getByRole("textbox");
    this.list = page.getByRole("listbox", { name: words.say("builder.text.completions") });
    this.options = this.list.getByRole("option");
    this.problems = canvas.getByRole("list", { name: words.say("builder.text.problems") }).getByRole("listitem");
    this.apply = canvas.getByRole("button", { name: words.say("builder.text.apply") });
  }

  async open(): Promise<void> {
    await this.page.getByRole("radio", { name: this.words.say("builder.mode.text"), exact: true }).check();
    // What may stand at the caret is known once the form of documents is there.
    await expect(this.area).toHaveAttribute("data-form", "known");
    await this.area.focus();
  }

  /** Puts the caret behind the first place that says this. */
  async caretBehind(said: string): Promise<void> {
    await this.area.evaluate((area: HTMLTextAreaElement, text) => {
      const at = area.value.indexOf(text) + text.length;
      area.setSelectionRange(at, at);
    }, said);
  }

  /** What is selected. */
  async selected(): Promise<string> {
    return this.area.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
  }

  async expectMarked(label: string): Promise<void> {
    const marked = this.list.getByRole("option", { selected: true });
    await expect(marked).toContainText(label);
    await expect(this.area).toHaveAttribute("aria-activedescendant", (await marked.getAttribute("id")) ?? "none");
  }
}
