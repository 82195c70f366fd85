/** Every page and state by axe's rules, in both themes and every language. */

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";
import type { Language } from "./harness/words.ts";
import { PARTS } from "./pages/result.ts";
import { STEPS } from "./pages/wizard.ts";

// Roles and contrast are the same in every language; the side on which lines begin is not.
for (const language of ["en", "ar"] satisfies Language[]) {
  test.describe(language, () => {
    test.use({ language });

    test("every page of the wizard is accessible", async ({ app, page }) => {
      const { welcome, wizard } = app;

      await welcome.open();
      await expectAccessible(page, "welcome");
      await welcome.start.click();
      for (const step of STEPS) {
        await wizard.jumpTo(step);
        if (step === "review") await wizard.openFinerPoints();
        await expectAccessible(page, step);
      }
    });

    for (const part of PARTS) {
      test(`the part ${part} of the result is accessible`, async ({ app, page }) => {
        await app.result.open(part);
        await app.result.openAllDetails();
        await expectAccessible(page, part);
      });
    }

    test("what says that a file was saved is accessible", async ({ app, page }) => {
      const { result } = app;
      await result.open("files");
      await result.download("blueprint_json");
      // A message floats above what is below it for a while; here that is nothing to press.
      await result.openPart("tables");
      await expectAccessible(page, "a file was saved");
    });

    test("every state is accessible", async ({ app, incidents, page }) => {
      const { wizard, crash } = app;
      incidents.expect(/asked for by a test|unreachable/);

      await page.goto("/nowhere");
      await expect(page.getByRole("heading", { level: 1, name: app.words.say("not_found.title") })).toBeVisible();
      await expectAccessible(page, "not found");
      await page.goto("/design/priorities#1-nonsense");
      await wizard.expectStep("priorities");
      await expectAccessible(page, "a link that cannot be read");
      await wizard.chooseOnly("priority", []);
      await wizard.next.click();
      await expectAccessible(page, "nothing chosen");
      await wizard.chooseOnly("priority", wizard.valuesOf("priority"));
      await expectAccessible(page, "everything chosen");
      await page.evaluate(() => dispatchEvent(new Event("csmb:panic-for-test")));
      await expect(crash.heading).toBeVisible();
      await expectAccessible(page, "crash");
    });
  });
}

test.describe("reduced motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("nothing moves for those who asked for it", async ({ app, page }) => {
    await app.wizard.open("platform");
    await app.wizard.choosePlatform("Coda");
    await app.wizard.next.click();

    const moving = await page.evaluate(() => document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1).length);

    expect(moving, "animations at work").toBe(0);
  });
});

test("the theme is chosen and remembered", async ({ app, page }) => {
  await app.wizard.open("platform");
  const background = () => page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  const light = await background();

  await app.shell.chooseTheme("dark");
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.reload();

  await app.wizard.expectStep("platform");
  expect(await background()).toBe(dark);
});
