/** The builder: what is open, what is selected, what was done. */

import { expect, type Locator, type Page } from "@playwright/test";

import type { Words } from "../harness/words.ts";

export type Panel = "properties" | "problems" | "suggestions" | "history" | "fit";

export class Builder {
  readonly heading: Locator;
  readonly outline: Locator;
  readonly canvas: Locator;
  readonly side: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  readonly grid: Locator;
  readonly saving: Locator;
  /** What is said to a reader of screens. */
  readonly said: Locator;

  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {
    const main = page.getByRole("main");
    this.heading = main.getByRole("heading", { level: 1 });
    this.outline = main.getByRole("tree", { name: words.say("builder.outline") });
    this.canvas = main.getByRole("region", { name: words.say("builder.canvas"), exact: true });
    this.side = main.getByRole("complementary", { name: words.say("builder.side") });
    this.undo = main.getByRole("button", { name: new RegExp(`^${words.say("builder.undo")} \\(`) });
    this.redo = main.getByRole("button", { name: new RegExp(`^${words.say("builder.redo")} \\(`) });
    this.grid = this.canvas.getByRole("grid");
    this.saving = main.locator(".bench-saving");
    this.said = page.locator(".bench > [role=status]");
  }

  /** Opens the suggested system in the builder, as a person does from the result page. */
  async start(link = ""): Promise<void> {
    await this.page.goto(`/system/overview${link}`);
    await this.page.getByRole("button", { name: this.words.say("configurations.edit"), exact: true }).click();
    await this.expectShown();
  }

  async expectShown(): Promise<void> {
    await expect(this.page).toHaveURL(/\/configurations\/cfg_/);
    await expect(this.outline).toBeVisible();
  }

  /** Waits until everything is on the device. */
  async expectSaved(): Promise<void> {
    await expect(this.saving).toHaveText(this.words.say("builder.saved"));
  }

  /** The line of an element in the outline. */
  line(name: string): Locator {
    return this.outline.getByRole("treeitem", { name, exact: true });
  }

  async select(name: string): Promise<void> {
    await this.line(name).click();
    await expect(this.line(name)).toHaveAttribute("aria-selected", "true");
  }

  /** Opens a line, so that what is in it shows. */
  async unfold(name: string): Promise<void> {
    await this.line(name).focus();
    await this.page.keyboard.press("ArrowRight");
    await expect(this.line(name)).toHaveAttribute("aria-expanded", "true");
  }

  /** Adds something by the outline's menu, under the name that it asks for. */
  async add(action: string, name: string): Promise<void> {
    await this.page.getByRole("navigation", { name: this.words.say("builder.outline") }).getByRole("button", { name: this.words.say("builder.add") }).click();
    await this.page.getByRole("menuitem", { name: this.words.say(`builder.action.${action}`), exact: true }).click();
    await this.naming.fill(name);
    await this.naming.press("Enter");
    await expect(this.line(name)).toBeFocused();
  }

  /** The field in which a name is being changed. */
  get naming(): Locator {
    return this.outline.getByRole("textbox", { name: this.words.say("builder.name") });
  }

  async rename(from: string, to: string): Promise<void> {
    await this.select(from);
    await this.page.keyboard.press("F2");
    await this.naming.fill(to);
    await this.naming.press("Enter");
    await expect(this.line(to)).toBeFocused();
  }

  async show(panel: Panel): Promise<void> {
    const tab = this.side.getByRole("button", { name: this.words.say(`builder.panel.${panel}`), exact: true });
    await tab.click();
    await expect(tab).toHaveAttribute("aria-pressed", "true");
  }

  /** The name of a field above its values. */
  column(name: string): Locator {
    return this.grid.getByRole("columnheader", { name, exact: true });
  }

  /** A value: row from 1, column from 1 (the title). */
  cell(row: number, column: number): Locator {
    return this.grid.locator(`[data-cell="${row}-${column}"]`);
  }

  /** Names of the fields in sight, in order. */
  async columns(): Promise<string[]> {
    return (await this.grid.getByRole("columnheader").allTextContents()).filter((name) => name !== "");
  }

  /** Names of the lines of the outline in sight, in order. */
  async lines(): Promise<string[]> {
    return this.outline.getByRole("treeitem").allTextContents();
  }
}
