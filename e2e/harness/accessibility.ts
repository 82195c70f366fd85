/** An axe check of the page as it stands, in both themes. */

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** No fading takes longer: the slowest takes a fifth of a second. */
const PATIENCE_MS = 2_000;

/** Fails with every violation and the elements that have it. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await expectClean(page, new AxeBuilder({ page }).withTags(RULES), `${state}, light`);
  // Nothing but colours depends on the theme.
  await page.emulateMedia({ colorScheme: "dark" });
  await expectClean(page, new AxeBuilder({ page }).withRules(["color-contrast"]), `${state}, dark`);
}

async function expectClean(page: Page, axe: AxeBuilder, where: string): Promise<void> {
  // Nothing is checked while it still fades in: half a colour has half the contrast.
  const still = page.evaluate(() => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    return Promise.all(ending.map((animation) => animation.finished.catch(() => null)));
  });
  // What is out of sight may never be told that it has ended.
  await Promise.race([still, page.waitForTimeout(PATIENCE_MS)]);
  // There are no frames, so that axe needs no page of its own to put them together.
  const { violations } = await axe.setLegacyMode(true).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${help} at ${target.join(" ")} ${any[0]?.message ?? ""}`),
  );
  expect(found, `what axe finds on ${where}`).toEqual([]);
}
