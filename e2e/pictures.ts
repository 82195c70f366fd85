/** What a browser shows of the app before and after it is installed: icons from `icon.svg`, and pictures of the app itself. */

import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

import type { Page } from "@playwright/test";

import { test } from "./harness/test.ts";

const FRONTEND = resolve(import.meta.dirname, "../frontend");
const ICON = readFileSync(resolve(FRONTEND, "icons/icon.svg"), "utf8");
const [, GROUND = ""] = /<rect [^>]*fill="([^"]+)"/.exec(ICON) ?? [];

/** On a ground without corners, which whoever shows it rounds off. */
const square = (scale: number) =>
  ICON.replace(/ rx="14"/, "").replace(/(<path id="bubble".*<\/g>)/, `<g transform="translate(32 33) scale(${scale}) translate(-32 -33)">$1</g>`);
/** Within the circle that every mask leaves. */
const MASKABLE = square(0.78);
/** A single colour: the rows are holes. */
const MONOCHROME = ICON.replace(/<rect[^>]*>/, "").replace(
  /(<path id="bubble"[^>]*)fill="#fff"\/>(<g id="rows".*<\/g>)/,
  (_, bubble: string, rows: string) =>
    `<mask id="holes"><rect width="64" height="64" fill="#fff"/>${rows.replaceAll(GROUND, "#000")}</mask>${bubble}fill="#fff" mask="url(#holes)"/>`,
);

/** Shapes of Lucide for the shortcuts, on our ground. */
const SHORTCUTS = {
  "shortcut-design": '<path d="M12 3H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2v-7"/><path d="M18.4 2.6a2 2 0 0 1 3 3L12.4 14.6 8 16l1.4-4.4z"/>',
  "shortcut-system": '<path d="M12 3v18"/><rect width="18" height="18" x="3" y="3" rx="2"/><path d="M3 9h18"/><path d="M3 15h18"/>',
  "shortcut-files": '<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>',
};

const shortcut = (shape: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><circle cx="24" cy="24" r="24" fill="${GROUND}"/><g transform="translate(12 12)" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shape}</g></svg>`;

test("icons", async ({ page }) => {
  const icons: Record<string, [string, number]> = {
    "icon-192": [ICON, 192],
    "icon-512": [ICON, 512],
    "maskable-192": [MASKABLE, 192],
    "maskable-512": [MASKABLE, 512],
    "monochrome-512": [MONOCHROME, 512],
    "apple-touch-icon": [square(0.95), 180],
  };
  for (const [name, shape] of Object.entries(SHORTCUTS)) icons[name] = [shortcut(shape), 96];
  for (const [name, [svg, size]] of Object.entries(icons)) {
    writeFileSync(resolve(FRONTEND, `icons/${name}.png`), await drawn(page, svg, size));
  }
  const sizes = [16, 32, 48];
  const images: Buffer[] = [];
  for (const size of sizes) images.push(await drawn(page, ICON, size));
  writeFileSync(resolve(FRONTEND, "icons/favicon.ico"), ico(sizes, images));
});

for (const [form, viewport] of Object.entries({ wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 } })) {
  test.describe(form, () => {
    test.use({ viewport });

    test("pictures of the app", async ({ app, page }) => {
      const shoot = (name: string) => page.screenshot({ path: resolve(FRONTEND, `pictures/${name}-${form}.png`), animations: "disabled" });
      const { wizard, result } = app;
      await wizard.answer({
        platform: "notion",
        priorities: ["organization", "search", "analytics"],
        features: ["tags", "projects", "timeline", "dashboard"],
        team_size: "just_me",
        complexity: "moderate",
      });
      await wizard.jumpTo("features");
      await shoot("wizard");
      await result.open("tables");
      await shoot("result");
      if (form !== "wide") return;
      // The README's picture.
      await result.open("overview");
      await page.screenshot({ path: resolve(FRONTEND, "../docs/picture.png"), animations: "disabled" });
    });
  });
}

async function drawn(page: Page, svg: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  await page.setContent(`<style>* { margin: 0 } img { display: block; width: 100vw; height: 100vh }</style><img alt="" src="${address}">`);
  return page.screenshot({ omitBackground: true });
}

/** An icon file that holds PNG images: a header, an entry an image, the images. */
function ico(sizes: number[], images: Buffer[]): Buffer {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let at = header.length;
  images.forEach((image, index) => {
    const entry = 6 + 16 * index;
    header.writeUInt8(sizes[index]!, entry);
    header.writeUInt8(sizes[index]!, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(image.length, entry + 8);
    header.writeUInt32LE(at, entry + 12);
    at += image.length;
  });
  return Buffer.concat([header, ...images]);
}
