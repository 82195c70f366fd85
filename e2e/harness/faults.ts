/** Faults of the device, made while a page runs. */

import type { Page } from "@playwright/test";

/** From the next page on, the device is full for as long as the session has `full`. */
export async function makeFillable(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given: Parameters<typeof put>) {
      if (sessionStorage.getItem("full")) throw new DOMException("no room", "QuotaExceededError");
      return put.apply(this, given);
    };
  });
}
