/** What somebody who comes for the first time has to wait for: little, nothing twice, and nothing that jumps. */

import { brotliCompressSync } from "node:zlib";

import type { Page } from "@playwright/test";

import { expect, test } from "./harness/test.ts";

/** Everything that the landing page and the wizard may ask for. */
const FIRST_LOAD = [
  /^\/$/,
  /^\/(boot|app|wasm_split)-\w+\.js$/,
  /^\/(app_bg|split_preview|chunk_\d+)-\w+\.wasm$/,
  /^\/styles-\w+\.css$/,
  /^\/icons\/icon[\w-]*\.svg$/,
  /^\/locales\/en\/(interface|design|advice)-\w+\.json$/,
];
/** What pages, scripts, styles and words may weigh as they are sent; modules of a test build weigh more than people's. */
const BYTES_MAX = 60_000;

/** How much of a file travels: a build for tests is not compressed beforehand. */
function sent(body: Buffer): number {
  return brotliCompressSync(body).length;
}

test("the landing page and the wizard ask for what they show, once", async ({ app, page }) => {
  await neverIdle(page);
  const asked: string[] = [];
  let bytes = 0;
  page.on("requestfinished", async (request) => {
    const path = new URL(request.url()).pathname;
    asked.push(path);
    if (!path.endsWith(".wasm")) bytes += sent((await (await request.response())?.body()) ?? Buffer.alloc(0));
  });

  await app.welcome.open();
  await app.welcome.start.click();
  await app.wizard.expectStep("platform");
  await page.waitForLoadState("networkidle");

  const surprising = asked.filter((path) => !FIRST_LOAD.some((expected) => expected.test(path)));
  expect(surprising, "what is no part of the first load").toEqual([]);
  const kept = asked.filter((path) => !path.includes("icon"));
  expect(kept, "what was asked for twice").toEqual([...new Set(kept)]);
  expect(bytes).toBeLessThanOrEqual(BYTES_MAX);
});

test("a link that a person turns to has its page fetched", async ({ app, page }) => {
  await neverIdle(page);
  await app.welcome.open();
  const fetched = page.waitForRequest(/\/split_preview-\w+\.wasm$/);

  await app.welcome.start.hover();

  await fetched;
});

test("a page that cannot be fetched says so, and is there after another try", async ({ app, incidents, page }) => {
  incidents.expect(/Failed to load resource|Failed to fetch|ERR_FAILED/);
  await neverIdle(page);
  await page.route(/\/split_result-\w+\.wasm$/, (route) => route.abort());
  await page.goto("/system/overview");

  await expect(page.getByRole("alert")).toContainText(app.words.say("chunk.missing"));
  await page.unroute(/\/split_result-\w+\.wasm$/);
  await page.getByRole("button", { name: app.words.say("words.again") }).click();

  await app.result.expectShown();
});

for (const path of ["/", "/design/platform", "/system/overview"]) {
  test(`nothing jumps while ${path} loads`, async ({ page }) => {
    await page.addInitScript(noteShifts);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");

    expect(await page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts)).toEqual([]);
  });
}

/** Keeps the browser from fetching ahead. */
async function neverIdle(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.requestIdleCallback = () => 0;
  });
}

/** Runs in the page: notes what moves without anybody having moved it. */
function noteShifts(): void {
  type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Element | null }[] };
  const shifts: string[] = [];
  Object.assign(globalThis, { shifts });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
      const moved = sources.map(({ node }) => node?.className || node?.nodeName).join(", ");
      if (!hadRecentInput && value > 0) shifts.push(`${value.toFixed(4)}: ${moved}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
}
