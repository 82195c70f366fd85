/** An axe check of the page as it stands, in both themes. */

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

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
  // What turns for ever never ends, and what a closed disclosure hides ends without saying so: its state is what counts.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ effect, playState }) => playState !== "running" || effect?.getComputedTiming().endTime === Infinity),
  );
  // There are no frames, so that axe needs no page of its own to put them together.
  const { violations } = await axe.setLegacyMode(true).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${help} at ${target.join(" ")} ${any[0]?.message ?? ""}`),
  );
  expect(found, `what axe finds on ${where}`).toEqual([]);
}
