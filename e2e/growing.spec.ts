/** The wizard tells before one chooses and shows what came of it: effects, advice, help, keys. */

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";

const MAIN_STEPS = ["platform", "priorities", "features", "team", "review"] as const;

test.describe("the picture beside the questions", () => {
  test("an option shows what it would add before it is chosen, and what it added after", async ({ app }) => {
    const { wizard } = app;
    await wizard.open("features");

    await wizard.feature("projects").hover();
    await expect(wizard.outlook).toContainText("Projects");
    await expect(wizard.table("Projects")).toHaveCount(0);
    await wizard.feature("projects").check();

    await expect(wizard.table("Projects")).toBeVisible();
    await expect(wizard.told).toContainText("Projects");
    await expect(wizard.outlook).toBeEmpty();
  });

  test("the keyboard's focus shows the same", async ({ app, keyboard }) => {
    const { wizard } = app;
    await wizard.open("features");

    await keyboard.tabTo(wizard.feature("reminders"));

    await expect(wizard.outlook).toContainText("Action Items");
  });

  test("what goes is told as well", async ({ app }) => {
    const { wizard } = app;
    await wizard.open("priorities");
    // Nothing goes that was not there yet.
    await expect(wizard.table("Topics")).toHaveCount(1);

    await wizard.priority("organization").uncheck();

    await expect(wizard.told).toContainText("Topics");
    await expect(wizard.table("Topics")).toHaveCount(0);
  });

  test("sample chats fill in the columns that are there", async ({ app }) => {
    const { wizard } = app;
    await wizard.open("features");
    await expect(wizard.column("Tags")).toBeVisible();

    await wizard.feature("tags").uncheck();
    await expect(wizard.column("Tags")).toHaveCount(0);
    await wizard.feature("projects").check();

    await expect(wizard.column("Project")).toBeAttached();
  });

  test("the time to set up rests on the system and the platform", async ({ app }) => {
    const { wizard } = app;
    await wizard.open("platform");
    const inNotion = await wizard.effort.textContent();

    await wizard.choosePlatform(app.words.say("platform.builtin.title"));

    await expect(wizard.effort).not.toHaveText(inNotion ?? "");
    await wizard.effort.click();
    await expect(wizard.preview).toContainText(app.words.say("estimate.way.here"));
  });
});

test.describe("advice", () => {
  test("a conflict is explained, settled by one press, and that can be undone", async ({ app }) => {
    const { wizard, words } = app;
    await wizard.open("priorities");
    await wizard.chooseOnly("priority", ["organization", "search", "analytics", "automation", "integration"]);
    const leave = wizard.remedy(words.say("advice.leave", { option: words.say("priority.integration.title") }));

    await expect(wizard.advice).toContainText("four");
    await leave.click();

    await expect(wizard.priority("integration")).not.toBeChecked();
    await expect(leave).toHaveCount(0);
    await wizard.undo.click();
    await expect(wizard.priority("integration")).toBeChecked();
  });

  test("a platform's weakness is said where it matters", async ({ app }) => {
    const { wizard } = app;
    await wizard.open("platform");
    await wizard.choosePlatform("Linear");
    await wizard.jumpTo("features");
    await expect(wizard.advice).not.toContainText("timelines");

    await wizard.feature("timeline").check();

    await expect(wizard.advice).toContainText("Linear has neither timelines nor calendars");
  });

  test("all recommendations are taken at once, and are gone then", async ({ app }) => {
    const { wizard } = app;
    await wizard.open("team");
    await wizard.chooseTeamSize("6_20");

    await wizard.takeRecommendations.click();

    await expect(wizard.takeRecommendations).toHaveCount(0);
    await wizard.jumpTo("priorities");
    await expect(wizard.priority("collaboration")).toBeChecked();
    await wizard.jumpTo("features");
    await expect(wizard.feature("projects")).toBeChecked();
  });

  test("the review tells of every conflict", async ({ app }) => {
    const { wizard } = app;
    await wizard.answer({ platform: "trello", priorities: ["organization", "automation", "collaboration"], features: ["projects", "reminders"], team_size: "just_me", complexity: "moderate" });

    await expect(wizard.advice).toContainText("Trello has no relations");
    await expect(wizard.advice).toContainText("You work alone");
  });
});

test.describe("help", () => {
  test("every option explains itself on demand", async ({ app }) => {
    const { wizard } = app;
    await wizard.open("platform");

    for (const step of ["platform", "priorities", "features", "team"] as const) {
      await wizard.jumpTo(step);
      const buttons = await wizard.helpButtons.all();
      expect(buttons.length, `help buttons of ${step}`).toBe({ platform: 15, priorities: 8, features: 8, team: 7 }[step]);
      for (const button of buttons) {
        await button.click();
        await expect(wizard.help).toHaveText(/\w.{20,}/);
        await button.click();
        await expect(wizard.help).toHaveCount(0);
      }
    }
  });

  test("it names what the option adds, and closes by Escape", async ({ app, keyboard }) => {
    const { wizard } = app;
    await wizard.open("features");
    const about = wizard.helpAbout(app.words.say("feature.projects.title"));

    await keyboard.use(about, "Enter");
    await expect(wizard.help).toContainText("Project Phase");
    await expect(wizard.help).toContainText("By Project");
    await expect(about).toHaveAttribute("aria-expanded", "true");
    await keyboard.press("Escape");

    await expect(wizard.help).toHaveCount(0);
    await expect(about).toBeFocused();
  });

  test("it is accessible while it is open", async ({ app, page }) => {
    const { wizard } = app;
    await wizard.open("platform");
    await wizard.helpAbout("Trello").click();
    await expect(wizard.help).toBeVisible();

    await expectAccessible(page, "help of a platform");
  });
});

test.describe("from the keyboard", () => {
  test("digits choose and Enter goes on, to the very end", async ({ app, keyboard, page }) => {
    const { wizard, result } = app;
    await wizard.open("platform");
    await keyboard.tabTo(wizard.platform("Notion"));

    await keyboard.press("2");
    await expect(wizard.platform("Airtable")).toBeChecked();
    await keyboard.press("Enter");
    await wizard.expectStep("priorities");
    await keyboard.tabTo(wizard.priority("organization"));
    await keyboard.press("3");
    await expect(wizard.priority("analytics")).toBeChecked();
    await expect(wizard.priority("analytics")).toBeFocused();
    await keyboard.press("Enter");
    await wizard.expectStep("features");
    await page.keyboard.press("4");
    await expect(wizard.feature("templates"), "digits elsewhere do nothing").not.toBeChecked();
    await keyboard.use(wizard.now, "Enter");

    await result.expectShown();
  });
});

test("the system can be shown from the first question on", async ({ app }) => {
  await app.wizard.open("platform");

  await app.wizard.now.click();

  await app.result.expectShown();
});

for (const language of ["en", "ar"] as const) {
  test.describe(`on a phone, ${language}`, () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, language });

    test("a bar counts and opens to the picture", async ({ app, page }) => {
      const { wizard } = app;
      await wizard.open("features");
      await expect(wizard.preview).toBeHidden();

      await wizard.opener.tap();
      await expect(wizard.preview).toBeVisible();
      await expectAccessible(page, "the picture over the questions");
      await page.keyboard.press("Escape");

      await expect(wizard.preview).toBeHidden();
      await expect(wizard.opener).toBeFocused();
      for (const step of MAIN_STEPS) {
        await wizard.jumpTo(step);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `width of ${step}`).toBeLessThanOrEqual(390);
      }
    });
  });
}

test("nothing beside the questions moves them", async ({ app, page }) => {
  const { wizard } = app;
  await wizard.open("features");
  await expect(wizard.table("Topics")).toBeVisible();
  const places = () => page.getByRole("checkbox").evaluateAll((boxes) => boxes.map((box) => box.getBoundingClientRect().top));
  const before = await places();

  for (const feature of ["projects", "reminders", "dashboard"]) await wizard.feature(feature).check();
  await expect(wizard.table("Action Items")).toBeVisible();

  expect(await places()).toEqual(before);
});
