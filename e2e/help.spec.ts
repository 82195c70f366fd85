/** Help on every page: what keys do, and being shown around. */

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";

test("keys alone do what the list says", async ({ app, page }) => {
  const { help, result, wizard } = app;
  await wizard.open("platform");

  await page.keyboard.press("n");
  await wizard.expectStep("priorities");
  await page.keyboard.press("b");
  await wizard.expectStep("platform");
  await result.open("overview");
  await page.keyboard.press("5");
  await result.expectPart("plan");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("n1?");
  await expect(page.getByRole("searchbox")).toHaveValue("n1?");
  await help.button.click();
  await expect(help.line(app.words.say("plan.search"))).toBeVisible();
});

test("the list of shortcuts tells of the page it is opened on", async ({ app, page, words }) => {
  const { help, result, wizard } = app;
  await wizard.open("platform");

  await page.keyboard.press("?");
  await expect(help.dialog).toBeVisible();
  await expect(help.line(words.say("wizard.continue"))).toBeVisible();
  await expect(help.line(words.say("shortcuts.options.choose"))).toBeVisible();
  await expect(help.line(words.say("shortcuts.diagram.zoom"))).toBeHidden();
  await expectAccessible(page, "shortcuts");
  await page.keyboard.press("n");
  await page.keyboard.press("Escape");
  await expect(help.dialog).toBeHidden();
  await page.keyboard.press("n");
  await wizard.expectStep("priorities");

  await result.open("overview");
  await help.button.click();
  await expect(help.line(words.say("result.plan"))).toBeVisible();
  await expect(help.line(words.say("shortcuts.diagram.zoom"))).toBeVisible();
  await help.close.click();
  await expect(help.button).toBeFocused();
});

test("keys alone are turned off, for good", async ({ app, page }) => {
  const { help, wizard } = app;
  await wizard.open("platform");
  await page.keyboard.press("?");
  await help.single.uncheck();
  await page.keyboard.press("Escape");

  await page.reload();
  await wizard.expectStep("platform");
  await page.keyboard.press("n");
  await page.keyboard.press("?");

  await help.button.click();
  await expect(help.single).not.toBeChecked();
  await expectAccessible(page, "shortcuts that are off");
  await help.single.check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await wizard.expectStep("priorities");
});

test("help asked for before the client runs comes when it does", async ({ app, page }) => {
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  await page.route(/app_bg.*\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/", { waitUntil: "commit" });
  await app.help.button.click();
  await expect(app.help.dialog).toBeHidden();

  go();

  await expect(app.help.dialog).toBeVisible();
});

test("a newcomer is shown around the questions, by keyboard", async ({ app, page }) => {
  const { help, wizard } = app;
  await wizard.open("platform");

  await help.start.click();
  await help.expectStop("question", 1, 4);
  await expectAccessible(page, "the tour");
  await page.keyboard.press("ArrowRight");
  await help.expectStop("preview", 2, 4);
  await page.keyboard.press("ArrowLeft");
  await help.expectStop("question", 1, 4);
  await help.next.click();
  await help.next.click();
  await help.expectStop("now", 3, 4);
  await help.next.click();
  await help.expectStop("help", 4, 4);
  await help.done.click();

  await expect(help.stop).toBeHidden();
  await expect(help.button).toBeFocused();
  await expect(help.start).toBeHidden();
  await page.reload();
  await wizard.expectStep("platform");
  await expect(help.start).toBeHidden();
});

test("the finished system is shown around, again from the list of shortcuts", async ({ app, page }) => {
  const { help, result } = app;
  await result.open("overview");

  await help.start.click();
  for (const [at, name] of ["parts", "diagram", "platform", "actions"].entries()) {
    await help.expectStop(name, at + 1, 5);
    await help.next.click();
  }
  await help.expectStop("help", 5, 5);
  await page.keyboard.press("Escape");
  await expect(help.stop).toBeHidden();

  await page.keyboard.press("?");
  await help.start.click();
  await help.expectStop("parts", 1, 5);
  await help.end.click();
  await expect(help.stop).toBeHidden();
});

for (const language of ["en", "ar"] as const) {
  test.describe(`on a phone, ${language}`, () => {
    test.use({ language, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

    test("every place that is pointed out is in sight", async ({ app }) => {
      const { help, result, wizard } = app;
      for (const [open, count] of [
        [() => wizard.open("platform"), 4],
        [() => result.open("overview"), 5],
      ] as const) {
        await open();
        await help.start.tap();
        for (let at = 1; at <= count; at += 1) {
          await expect(help.stop).toContainText(app.words.say("tour.count", { at, count }));
          await expect(help.stop).toBeInViewport({ ratio: 0.99 });
          await (at < count ? help.next : help.done).tap();
        }
        await expect(help.stop).toBeHidden();
      }
    });
  });
}
