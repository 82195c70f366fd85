/** Why something is there: said on hover, on focus and on a tap. */

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";

test("a reason opens under the pointer and stays while it is read", async ({ app, page }) => {
  const { result } = app;
  await result.open();
  const why = result.why("Sessions");

  await expect(result.note).toBeHidden();
  await why.hover();
  await expect(result.note).toBeVisible();
  await expect(result.note).toHaveText(/\w.{15,}/);
  await result.note.hover();
  await expect(result.note).toBeVisible();

  await page.keyboard.press("Escape");
  await expect(result.note).toBeHidden();
  await why.hover();
  await expect(result.note).toBeVisible();
  await result.heading.hover();
  await expect(result.note).toBeHidden();
});

test("a reason is read by keyboard", async ({ app, keyboard, page }) => {
  const { result } = app;
  await result.open();
  const why = result.why("Sessions");

  await keyboard.tabTo(why);
  await expect(result.note).toBeVisible();
  await expect(why).toHaveAccessibleDescription(/\w.{15,}/);
  await expectAccessible(page, "a reason");
  await keyboard.press("Escape");
  await expect(result.note).toBeHidden();
  await expect(why).toBeFocused();
  await keyboard.press("Enter");
  await expect(result.note).toBeVisible();
  await keyboard.press("Tab");
  await expect(why).not.toHaveAccessibleDescription(/\w/);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a tap opens a reason inside the screen", async ({ app }) => {
    const { result } = app;
    await result.open();

    await result.why("Sessions").tap();

    await expect(result.note).toBeInViewport({ ratio: 1 });
    await result.heading.tap();
    await expect(result.note).toBeHidden();
  });
});
