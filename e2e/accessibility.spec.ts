/** Every page and state by axe's rules, in every language and theme. */

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";
import { LANGUAGES } from "./harness/words.ts";
import { PARTS } from "./pages/result.ts";
import { STEPS } from "./pages/wizard.ts";

for (const language of LANGUAGES) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${language}, ${colorScheme}`, () => {
      test.use({ language, colorScheme });

      test("every page is accessible", async ({ app, page }) => {
        const { welcome, wizard, result } = app;

        await welcome.open();
        await expectAccessible(page, "welcome");
        for (const step of STEPS) {
          await wizard.open(step);
          if (step === "review") await wizard.openFinerPoints();
          await expectAccessible(page, step);
        }
        for (const part of PARTS) {
          await result.open(part);
          await result.openAllDetails();
          await expectAccessible(page, part);
        }
      });

      test("every state is accessible", async ({ app, incidents, page }) => {
        const { wizard, result, crash } = app;
        incidents.expect(/asked for by a test|unreachable/);

        await page.goto("/nowhere");
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(page, "not found");
        await wizard.open("priorities");
        await wizard.chooseOnly("priority", []);
        await wizard.next.click();
        await expectAccessible(page, "nothing chosen");
        await wizard.chooseOnly("priority", wizard.valuesOf("priority"));
        await expectAccessible(page, "everything chosen");
        await result.open("tables");
        await result.download("blueprint_json");
        await expectAccessible(page, "a file was saved");
        await page.goto("/design/review#1-nonsense");
        await page.reload();
        await wizard.expectStep("review");
        await expectAccessible(page, "a link that cannot be read");
        await page.evaluate(() => dispatchEvent(new Event("csmb:panic-for-test")));
        await expect(crash.heading).toBeVisible();
        await expectAccessible(page, "crash");
      });
    });
  }
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
