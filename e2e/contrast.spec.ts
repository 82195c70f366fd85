/** Colours that can be told apart, in every theme: the pairs of tokens that are used together. */

import { ratio, ratios, type Pair } from "./harness/contrast.ts";
import { expect, test } from "./harness/test.ts";

const GROUNDS = ["--page-ground", "--surface", "--surface-raised", "--surface-quiet"];
const OPTIONS = ["gray", "red", "orange", "yellow", "green", "teal", "blue", "purple", "pink", "brown"];
const MEANINGS = ["green", "amber", "red", "blue"];

const on = (grounds: string[], texts: string[], least: number): Pair[] =>
  grounds.flatMap((ground) => texts.map((text) => ({ on: text, ground, least })));

/** Texts and parts of controls, with the least contrast that each must have. */
const pairs = (text: number, part: number): Pair[] => [
  ...on(GROUNDS, ["--text", "--text-quiet"], text),
  ...on(["--page-ground", "--surface", "--surface-raised", "--accent-soft"], ["--accent-text"], text),
  ...on(["--accent", "--accent-hover", "--accent-active"], ["--on-accent"], text),
  ...on(["--danger", "--danger-hover", "--danger-active"], ["--on-danger"], text),
  ...on(["--inverse"], ["--on-inverse"], text),
  ...on(["--accent-soft"], ["--text", "--text-quiet"], text),
  ...on(["--page-ground", "--surface", "--surface-raised"], ["--line-strong", "--accent", "--focus"], part),
  ...on(["--surface", "--page-ground"], ["--red-text", "--danger", "--star"], part),
  // Meanings and options are strong enough for everybody, whatever the theme.
  ...MEANINGS.map((name) => ({ on: `--${name}-text`, ground: `--${name}-soft`, least: 7 })),
  ...OPTIONS.map((name) => ({ on: `--${name}-ink`, ground: `--${name}-ground`, least: 7 })),
];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const [theme, contrast] of [["system", "no-preference"], ["contrast", "no-preference"], ["system", "more"]] as const) {
      test(`${theme} theme, contrast ${contrast}`, async ({ page }) => {
        await page.emulateMedia({ contrast });
        await page.addInitScript((theme) => localStorage.setItem("csmb.theme", theme), theme);
        await page.goto("/");

        const isHigh = theme === "contrast" || contrast === "more";
        const found = await ratios(page, isHigh ? pairs(7, 4.5) : pairs(4.5, 3));

        const weak = found.filter(({ pair, ratio }) => ratio < pair.least);
        expect(weak.map(({ pair, ratio }) => `${pair.on} on ${pair.ground}: ${ratio.toFixed(2)} < ${pair.least}`)).toEqual([]);
      });
    }
  });
}

test("the arithmetic is WCAG's", () => {
  expect(ratio([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 2);
  expect(ratio([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
  expect(ratio([255, 255, 255], [255, 255, 255])).toBe(1);
});
