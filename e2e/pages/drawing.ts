/** The drawing of a view in the builder: rows are taken hold of by pointer, by keys and by menu. */

import { expect, type Locator, type Page } from "@playwright/test";

import type { Words } from "../harness/words.ts";

/** A place of the window. */
export interface Spot {
  x: number;
  y: number;
}

export class Drawing {
  readonly canvas: Locator;

  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {
    this.canvas = page.getByRole("main").getByRole("region", { name: words.say("builder.canvas"), exact: true });
  }

  /** The name of a row: what keys are pressed on. */
  row(name: string): Locator {
    return this.canvas.getByRole("button", { name, exact: true });
  }

  /** A column of a board. */
  column(name: string): Locator {
    return this.canvas.getByRole("region", { name: new RegExp(`^${name} \\d+$`) });
  }

  /** The names of the rows in a column, in order. */
  async names(column: string): Promise<string[]> {
    return this.column(column).locator(".row-name").allTextContents();
  }

  /** A day of a calendar, such as 2026-03-18. */
  day(date: string): Locator {
    return this.canvas.locator(`td[data-day="${date}"]`);
  }

  /** The line of a row in a timeline, with its days in words. */
  line(name: string): Locator {
    return this.canvas.getByRole("listitem").filter({ has: this.page.getByRole("button", { name, exact: true }) });
  }

  /** Where the bar of a row is taken hold of. */
  bar(name: string, edge: "whole" | "start" | "end"): Locator {
    return this.line(name).locator(`[data-edge="${edge}"]`);
  }

  /** Opens the menu of a row and presses one thing in it. */
  async choose(name: string, item: string): Promise<void> {
    await this.menuOf(name).click();
    await this.page.getByRole("menuitem", { name: item, exact: true }).click();
  }

  /** The button that opens the menu of a row. */
  menuOf(name: string): Locator {
    return this.canvas.getByRole("button", { name: this.words.say("builder.hands.menu", { row: name }), exact: true });
  }

  /** Takes something up and carries it to a place, without letting go. */
  async carry(from: Locator, to: Locator | { by: Spot }): Promise<void> {
    await from.scrollIntoViewIfNeeded();
    const start = await middle(from);
    const end = "by" in to ? { x: start.x + to.by.x, y: start.y + to.by.y } : await middle(to);
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
    await this.page.mouse.move(end.x, end.y, { steps: 4 });
  }

  /** Takes something up and puts it down at a place. */
  async drag(from: Locator, to: Locator | { by: Spot }): Promise<void> {
    await this.carry(from, to);
    await this.page.mouse.up();
  }

  /** How wide a day of the open timeline is, in pixels. */
  async dayWidth(): Promise<number> {
    return this.canvas.locator("[data-days]").evaluate((canvas) => {
      const ruler = canvas.querySelector(".timeline-ruler");
      return (ruler?.getBoundingClientRect().width ?? 0) / Number(canvas.getAttribute("data-days"));
    });
  }

  /** Presses long on a row, carries it to a place with the finger, and lets go. */
  async carryByFinger(from: Locator, to: Locator): Promise<void> {
    await from.scrollIntoViewIfNeeded();
    const [start, end] = [await middle(from), await middle(to)];
    const session = await this.page.context().newCDPSession(this.page);
    const touch = (type: "touchStart" | "touchMove", at: Spot) => session.send("Input.dispatchTouchEvent", { type, touchPoints: [at] });
    await touch("touchStart", start);
    await expect(this.canvas.locator("[data-carried]")).not.toHaveCount(0);
    await touch("touchMove", { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 });
    await touch("touchMove", end);
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }
}

async function middle(of: Locator): Promise<Spot> {
  const box = await of.boundingBox();
  if (!box) throw new Error(`${of} is not shown`);
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 60) };
}
