/** What does not hold on a page: what overflows, what is cut, what is in nobody's words. */

import type { Page } from "@playwright/test";

export interface Flaws {
  /** How far the page itself scrolls sideways, in pixels. */
  overflow: number;
  /** Elements whose text is longer than they are and does not say so by an ellipsis. */
  cut: string[];
  /** Texts that came from no file of words. */
  foreign: string[];
}

/** Looks at the page as it stands; `names` may stand there untranslated. */
export async function flaws(page: Page, names: RegExp): Promise<Flaws> {
  return page.evaluate(look, names.source);
}

/** Runs in the page. */
function look(names: string): Flaws {
  const describe = (element: Element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} “${(element.textContent ?? "").trim().slice(0, 60)}”`;
  const isShown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest(".visually-hidden, [aria-hidden=true], .skip-link");
  const isCut = (element: Element) => {
    const { overflowX, textOverflow } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (overflowX === "auto" || overflowX === "scroll" || textOverflow === "ellipsis" || box.width <= 1) return false;
    return element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
  };
  const named = new RegExp(`^(?:${names})$`, "u");
  const foreign = new Set<string>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.textContent?.trim() ?? "";
    const parent = texts.currentNode.parentElement;
    const isName = !parent || parent.closest("script, noscript, code, pre, kbd, [translate=no], [data-foreign]") !== null;
    if (isName || !/[a-z]{2}/i.test(text) || /[[\]]/.test(text) || named.test(text) || !isShown(parent)) continue;
    foreign.add(`${text} (${describe(parent)})`);
  }
  const solid = "button, [role=tab], .tab, .chip, .badge, h1, h2, h3, h4, legend, label, summary";
  return {
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    cut: [...document.querySelectorAll(solid)].filter((element) => isShown(element) && isCut(element)).map(describe),
    foreign: [...foreign],
  };
}
