/** What the browser keeps of the client, for pages that open without a server. */

import { expect, type Page } from "@playwright/test";

/** A whole version is on the device within this time, on a busy machine as well. */
const KEPT_WITHIN_MS = 45_000;

/** Waits until the service worker is at work and every file of its version is on the device. */
export async function untilKept(page: Page): Promise<void> {
  const missing = () =>
    page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith("csmb-"));
      if (!navigator.serviceWorker.controller || names.length === 0) return ["a service worker"];
      const lists = names.map(async (name) => {
        const cache = await caches.open(name);
        const contents: Record<string, string> = await (await cache.match("/.contents"))?.json();
        const had = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
        return Object.keys(contents ?? {}).filter((address) => !had.has(address));
      });
      return (await Promise.all(lists)).flat();
    });
  await expect.poll(missing, { message: "files that are not on the device yet", timeout: KEPT_WITHIN_MS }).toEqual([]);
}

/** The versions on the device. */
export async function versions(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("csmb-")));
}

/** Every address that is kept. */
export async function keptAddresses(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const all = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());
    return (await Promise.all(all)).flat().map((request) => new URL(request.url).pathname);
  });
}

/** Comes back to the page as from another tab: it looks for another version. */
export async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
}
