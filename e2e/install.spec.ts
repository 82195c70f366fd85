/** Installing is offered once, to those who found the app of use, and never again after a no. */

import type { Page } from "@playwright/test";

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";

test("whoever took a file is offered to install, and the browser asks", async ({ app, keyboard, page }) => {
  const { result, shell } = app;
  await result.open("files");
  await offer(page);
  await expect(shell.install).toBeHidden();

  await result.download("xlsx");

  await expect(shell.install).toBeVisible();
  await expectAccessible(page, "installing is offered");
  await keyboard.use(shell.install, "Enter");
  await expect(shell.install).toBeHidden();
  expect(await page.evaluate(() => (globalThis as { asked?: number }).asked)).toBe(1);
});

test("whoever comes back to a result is offered to install, but nowhere else", async ({ app, page }) => {
  const { result, shell, welcome, wizard } = app;
  await result.open("tables");
  await result.change.click();
  await offer(page);
  await expect(shell.install).toBeHidden();

  await result.open("tables");
  await offer(page);
  await expect(shell.install).toBeVisible();

  await wizard.open("team");
  await offer(page);
  await expect(shell.install).toBeHidden();
  await welcome.open();
  await offer(page);
  await expect(shell.install).toBeHidden();
});

test("a no is remembered", async ({ app, page }) => {
  const { result, shell } = app;
  await result.open("files");
  await offer(page);
  await result.download("blueprint_json");

  await shell.declineInstall.click();
  await expect(shell.install).toBeHidden();

  await result.open("plan");
  await offer(page);
  await result.download("xlsx");
  await expect(shell.install).toBeHidden();
});

/** Does as a browser that would install the app. */
async function offer(page: Page): Promise<void> {
  const isOurs = await page.evaluate(() => {
    const event = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
      prompt() {
        const told = globalThis as { asked?: number };
        told.asked = (told.asked ?? 0) + 1;
      },
    });
    return !dispatchEvent(event);
  });
  // The browser's own offer is held back.
  expect(isOurs).toBe(true);
}
