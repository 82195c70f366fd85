/** Contrast of what the browser really paints, by WCAG's arithmetic. */

import type { Page } from "@playwright/test";

/** A text or a part of a control, on its ground. */
export interface Pair {
  on: string;
  ground: string;
  /** The least that will do. */
  least: number;
}

/** Ratio of each pair of tokens, as the page paints them now. */
export async function ratios(page: Page, pairs: Pair[]): Promise<{ pair: Pair; ratio: number }[]> {
  const painted = await page.evaluate(paint, [...new Set(pairs.flatMap(({ on, ground }) => [on, ground]))]);
  return pairs.map((pair) => ({ pair, ratio: ratio(painted[pair.on]!, painted[pair.ground]!) }));
}

/** From 1, no contrast, to 21. */
export function ratio(one: number[], other: number[]): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(bytes: number[]): number {
  const [red, green, blue] = bytes.map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Runs in the page: red, green and blue of each token, as a screen gets them. */
function paint(tokens: string[]): Record<string, number[]> {
  const probe = document.body.appendChild(document.createElement("i"));
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })!;
  const painted: Record<string, number[]> = {};
  for (const token of tokens) {
    probe.style.color = `var(${token})`;
    brush.fillStyle = getComputedStyle(probe).color;
    brush.fillRect(0, 0, 1, 1);
    painted[token] = [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }
  probe.remove();
  return painted;
}
