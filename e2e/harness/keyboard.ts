/** Working without a mouse: only keys, and a look at where the focus is. */

import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any page has; reaching it means that the focus never came by. */
const MAX_STOPS = 150;

export class Keyboard {
  constructor(private readonly page: Page) {}

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Presses Tab until `target` has the focus; every stop on the way must show that it has it. */
  async tabTo(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    const stops: string[] = [];
    for (let stop = 0; stop < MAX_STOPS; stop += 1) {
      if (stop > 0 || !(await isFocused(target))) await this.press(key);
      stops.push(await this.stop());
      if (await isFocused(target)) return;
    }
    throw new Error(`${target} was not reached; the stops were:\n${[...new Set(stops)].join("\n")}`);
  }

  /** Goes to `target` by Tab and presses `key` there. */
  async use(target: Locator, key: string): Promise<void> {
    await this.tabTo(target);
    await this.press(key);
  }

  /** What has the focus; fails when it cannot be seen. */
  private async stop(): Promise<string> {
    const focus = await this.page.evaluate(describeFocus);
    expect(focus, `the focus on ${focus.name} is seen`).toMatchObject({ ring: true, inView: true });
    return focus.name;
  }
}

async function isFocused(target: Locator): Promise<boolean> {
  return (await target.count()) > 0 && target.first().evaluate((element) => element === document.activeElement);
}

/** Runs in the page. The ring may be on the control or on the card that the control makes up. */
function describeFocus(): { name: string; ring: boolean; inView: boolean } {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return { name: "the page itself", ring: true, inView: true };
  const shown = [focused, focused.closest("label")].filter((element) => element !== null);
  const ring = shown.some((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  });
  const inView = shown.some((element) => {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  });
  const name = focused.getAttribute("aria-label") ?? focused.closest("label")?.textContent ?? focused.textContent ?? "";
  return { name: `${focused.tagName.toLowerCase()} “${name.trim().slice(0, 60)}”`, ring, inView };
}
