/** The relation diagram of the overview. */

import { type Locator, type Page } from "@playwright/test";

import type { Words } from "../harness/words.ts";

export class Diagram {
  readonly frame: Locator;
  /** Every table, in reading order. */
  readonly tables: Locator;
  readonly zoomIn: Locator;
  readonly zoomOut: Locator;
  readonly fit: Locator;
  /** The rows of the list of relations, without its row of names. */
  readonly relations: Locator;
  private readonly list: Locator;

  constructor(
    private readonly page: Page,
    words: Words,
  ) {
    const region = page.getByRole("region", { name: words.say("diagram.title"), exact: true });
    const button = (key: string) => region.getByRole("button", { name: words.say(key), exact: true });
    this.frame = region.getByRole("group", { name: words.say("diagram.frame"), exact: true });
    this.tables = this.frame.getByRole("link");
    this.zoomIn = button("diagram.zoom_in");
    this.zoomOut = button("diagram.zoom_out");
    this.fit = button("diagram.fit");
    this.list = region.getByText(words.say("diagram.list"), { exact: true }).first();
    this.relations = region.getByRole("table").getByRole("row").filter({ has: page.getByRole("button") });
  }

  table(name: string): Locator {
    return this.frame.getByRole("link", { name: new RegExp(`^${name},`) });
  }

  async openList(): Promise<void> {
    await this.list.click();
  }

  /** The name of the table that has the focus. */
  async focused(): Promise<string> {
    return (await this.tables.and(this.page.locator(":focus")).getAttribute("aria-label")) ?? "";
  }

  /** Where the drawing lies and how big it is. */
  async transform(): Promise<string> {
    const box = await this.tables.first().evaluate((table) => {
      const { x, y, width } = table.getBoundingClientRect();
      const frame = table.closest("[data-frame]")?.getBoundingClientRect();
      return [x - (frame?.x ?? 0), y - (frame?.y ?? 0), width];
    });
    return box.map((value) => value.toFixed(1)).join(" ");
  }

  /** Takes the drawing by its middle and moves it. */
  async drag(by: { x: number; y: number }): Promise<void> {
    const box = await this.frame.boundingBox();
    if (!box) throw new Error("The diagram is not shown");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + by.x / 2, y + by.y / 2);
    await this.page.mouse.move(x + by.x, y + by.y);
    await this.page.mouse.up();
  }

  /** How many tables have stepped back. */
  async fadedCount(): Promise<number> {
    return this.tables.evaluateAll((tables) => tables.filter((table) => Number(getComputedStyle(table).opacity) < 1).length);
  }
}
