/** Pictures of every page and state, in both widths, themes and languages, in `screenshots/`. */

import { expect, test } from "./harness/test.ts";
import { LANGUAGES } from "./harness/words.ts";
import { PARTS } from "./pages/result.ts";
import { STEPS } from "./pages/wizard.ts";

const WIDTHS = { wide: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const EVERYTHING = {
  platform: "airtable",
  priorities: ["organization", "search", "analytics", "collaboration"],
  features: ["tags", "projects", "timeline", "templates", "reminders", "exports", "dashboard", "archive"],
  team_size: "6_20",
  complexity: "advanced",
};

for (const language of LANGUAGES) {
  for (const theme of ["light", "dark"] as const) {
    for (const [name, viewport] of Object.entries(WIDTHS)) {
      test.describe(`${language} ${theme} ${name}`, () => {
        test.use({ language, colorScheme: theme, viewport });

        test("pictures", async ({ app, incidents, page }) => {
          const { welcome, wizard, result, file, crash } = app;
          incidents.expect(/asked for by a test|unreachable/);
          const shoot = async (state: string, fullPage = true) => {
            await page.screenshot({ path: `screenshots/${language}-${theme}-${name}/${state}.png`, fullPage, animations: "disabled" });
          };

          await welcome.open();
          await shoot("10-welcome");
          await shoot("11-welcome-first-screen", false);
          await wizard.open("platform");
          for (const [at, step] of STEPS.entries()) {
            await wizard.open(step);
            await shoot(`2${at}-${step}`);
          }
          await wizard.openFinerPoints();
          await wizard.addField("Client", app.words.say("kind.text"));
          await shoot("25-finer-points");
          await result.open("tables");
          await shoot("30-tables");
          await shoot("31-tables-first-screen", false);

          await wizard.answer(EVERYTHING);
          await shoot("40-review-of-everything");
          await wizard.jumpTo("priorities");
          await wizard.chooseOnly("priority", []);
          await wizard.next.click();
          await shoot("41-nothing-chosen");
          await wizard.chooseOnly("priority", wizard.valuesOf("priority"));
          await shoot("42-everything-chosen");
          for (const [at, part] of PARTS.entries()) {
            await result.open(part);
            await shoot(`5${at}-${part}-of-everything`);
            await result.openAllDetails();
            await shoot(`5${at}-${part}-of-everything-opened`);
          }
          for (const format of ["guide_html", "xlsx", "obsidian_vault", "sql_postgres", "diagram_svg"] as const) {
            await file.open(format);
            await shoot(`70-${format}`);
            await result.openAllDetails();
            await shoot(`71-${format}-opened`);
          }
          await result.open("plan");
          await result.switchPlatform("Trello");
          await result.open("plan");
          await result.openAllDetails();
          await shoot("54-plan-for-trello");
          await result.openPart("files");
          await result.downloadButton("trello_import").click();
          await expect(app.shell.messages.filter({ hasText: /\S/ }).first()).toBeVisible();
          await shoot("55-saved", false);
          await welcome.open();
          await shoot("60-welcome-again");
          await page.goto("/nowhere");
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await shoot("61-not-found");
          await app.errors.open();
          await shoot("63-no-errors");
          await wizard.open("platform");
          await page.evaluate(() => dispatchEvent(new Event("csmb:panic-for-test")));
          await expect(crash.heading).toBeVisible();
          await shoot("62-crash");
          await app.errors.open();
          await app.errors.openScrubbed(app.errors.entries);
          await shoot("64-errors");
          for (const [name, open] of [
            ["wizard", () => wizard.open("platform")],
            ["result", () => result.open("overview")],
          ] as const) {
            await open();
            await app.help.button.click();
            await expect(app.help.dialog).toBeVisible();
            await shoot(`65-shortcuts-of-the-${name}`, false);
            await app.help.start.last().click();
            await expect(app.help.next).toBeVisible();
            await shoot(`66-tour-of-the-${name}-1`, false);
            await app.help.next.click();
            await shoot(`66-tour-of-the-${name}-2`, false);
            await app.help.end.click();
          }
        });
      });
    }
  }
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const [name, viewport] of Object.entries(WIDTHS)) {
    test.describe(`components ${colorScheme} ${name}`, () => {
      test.use({ colorScheme, viewport });

      test("pictures", async ({ app, page }) => {
        const shoot = async (state: string, fullPage = true) => {
          await page.screenshot({ path: `screenshots/components-${colorScheme}-${name}/${state}.png`, fullPage, animations: "disabled" });
        };
        const { components } = app;

        await components.open();
        await shoot("80-components");
        await components.turn("Right to left");
        await shoot("81-right-to-left");
        await components.turn("Left to right");
        await page.getByRole("radio", { name: app.words.say("theme.contrast") }).check();
        await shoot("82-high-contrast");
        await page.getByRole("radio", { name: app.words.say("theme.system") }).check();
        await components.specimen("Menu").getByRole("button", { name: "Actions", exact: true }).click();
        await shoot("83-menu", false);
        await page.keyboard.press("Escape");
        await components.specimen("Combobox").getByRole("combobox", { name: "Kind of field" }).click();
        await shoot("84-combobox", false);
        await page.keyboard.press("Escape");
        await components.specimen("Dialog, Sheet").getByRole("button", { name: "Delete for good" }).click();
        await shoot("85-dialog", false);
        await page.keyboard.press("Escape");
        await components.specimen("Dialog, Sheet").getByRole("button", { name: "Edit the field" }).click();
        await shoot("86-sheet", false);
      });
    });
  }
}

for (const language of ["en", "ar"] as const) {
  for (const theme of ["light", "dark"] as const) {
    for (const [name, viewport] of Object.entries(WIDTHS)) {
      test.describe(`builder ${language} ${theme} ${name}`, () => {
        test.use({ language, colorScheme: theme, viewport });

        test("pictures", async ({ app, page }) => {
          const { builder } = app;
          const shoot = async (state: string) => {
            await page.screenshot({ path: `screenshots/builder-${language}-${theme}-${name}/${state}.png`, animations: "disabled" });
          };
          /** A narrow screen shows one pane at a time. */
          const pane = async (at: number) => {
            if (name === "phone") await page.locator(".bench-panes").getByRole("radio").nth(at).check();
          };

          await page.goto("/configurations");
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await shoot("00-no-systems");
          await page.goto("/system/overview#1.airtable.6_20.advanced.1d.df");
          await page.getByRole("button", { name: app.words.say("configurations.edit"), exact: true }).click();
          await expect(builder.grid).toBeVisible();
          await shoot("10-rows");
          await pane(0);
          await shoot("11-outline");
          const first = builder.outline.getByRole("treeitem").nth(1);
          await first.focus();
          await page.keyboard.press("ArrowRight");
          await builder.outline.getByRole("treeitem").nth(4).click();
          await pane(2);
          await shoot("12-a-field");
          await pane(0);
          await builder.outline.getByRole("treeitem").first().click();
          await pane(1);
          await expect(builder.canvas.locator("svg.diagram-drawing")).toBeVisible();
          await shoot("13-all-tables");
          await pane(1);
          await page.getByRole("radio", { name: app.words.say("builder.mode.text"), exact: true }).check();
          await shoot("14-text");
          await page.getByRole("radio", { name: app.words.say("builder.mode.canvas"), exact: true }).check();
          for (const panel of ["problems", "history", "fit"] as const) {
            await pane(2);
            await builder.show(panel);
            await shoot(`20-${panel}`);
          }
          await page.keyboard.press("Control+k");
          await shoot("30-palette");
          await page.keyboard.press("Escape");
          await page.goto("/configurations");
          await expect(page.getByRole("listitem").first()).toBeVisible();
          await shoot("40-systems");
        });
      });
    }
  }
}
