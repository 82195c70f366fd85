/** German is complete: no word of the interface, the design or the files is left in English. */

import { type Page } from "@playwright/test";

import { expect, test } from "./harness/test.ts";
import { dictionary } from "./harness/words.ts";
import { PARTS } from "./pages/result.ts";
import { STEPS } from "./pages/wizard.ts";

/** Words that no German sentence has. */
const ENGLISH_WORDS = /\b(the|and|with|your|from|which|what|this|every|into|each|when|are)\b/i;
/** What is said in English in German, too, because it is a name. */
const NAMES = [/^Chat Session Management Builder$/, /“[^”]*”/g, /„[^“]*“/g, /`[^`]*`/g];

test.use({ language: "de" });

test("the whole job is in German", async ({ app, page }) => {
  const { welcome, wizard, result, file } = app;

  await welcome.open();
  await expect(page.getByRole("document").or(page.locator("html"))).toHaveAttribute("lang", "de");
  await expectGerman(page, "welcome");
  await welcome.start.click();
  for (const step of STEPS) {
    await wizard.expectStep(step);
    await expect(page).toHaveTitle(new RegExp(app.words.say(`step.${step}.title`).replace(/[?.]/g, "\\$&")));
    if (step === "features") await wizard.chooseOnly("feature", ["tags", "projects", "templates", "reminders", "dashboard", "archive", "exports"]);
    if (step === "team") await wizard.chooseComplexity("advanced");
    if (step === "review") await wizard.openFinerPoints();
    await expectGerman(page, step);
    await (step === "review" ? wizard.finish : wizard.next).click();
  }
  await result.expectShown();
  for (const part of PARTS) {
    await result.openPart(part);
    await result.openAllDetails();
    await expectGerman(page, part);
  }

  for (const format of ["xlsx", "csv_zip"] as const) {
    await result.previewLink(format).click();
    await file.expectShown(format);
    await expect(page).toHaveTitle(new RegExp(app.words.file(format)));
    await expectGerman(page, `the preview of ${format}`);
    await file.back.click();
  }

  const files = await result.downloadAll();
  expect(files.xlsx.sheets).toEqual(expect.arrayContaining(["Projekte", "Themen"]));
  expect(files.blueprint_json.text).not.toMatch(/"name": ?"(Topics|Projects|Notes|Summary)"/);
  expect(englishLines(files.guide_markdown.text)).toEqual([]);
});

test("the interface changes its language in place, and the design follows", async ({ app, page }) => {
  const { result } = app;
  await result.open("tables");

  const english = await app.speak("en");

  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(english.result.table("Sessions")).toBeVisible();
  await page.reload();
  await english.result.expectPart("tables");
});

test("the design may speak another language than the interface", async ({ app }) => {
  const { wizard, result } = app;
  await wizard.open("review");
  await wizard.designIn("English");
  await wizard.finish.click();

  await result.expectShown();
  await result.openPart("tables");

  await expect(result.table("Sessions")).toBeVisible();
  await expect(result.change).toHaveText(app.words.say("result.change"));
});

async function expectGerman(page: Page, where: string): Promise<void> {
  const told = await page.locator("body").ariaSnapshot();
  expect(englishLines(told), `English on ${where}`).toEqual([]);
}

/** Lines that hold an English sentence, or nothing but an English label that is another one in German. */
function englishLines(text: string): string[] {
  const labels = englishLabels();
  return text.split("\n").filter((line) => {
    const own = NAMES.reduce((rest, name) => rest.replace(name, ""), line);
    const texts = [...own.matchAll(/"((?:[^"\\]|\\.)*)"|: (.+)$/g)].map(([, name, content]) => (name ?? content ?? "").trim());
    return !/^\s*- \/url: /.test(own) && (ENGLISH_WORDS.test(own) || texts.some((told) => labels.has(told)));
  });
}

function englishLabels(): Set<string> {
  const english = dictionary("en");
  const german = new Set(Object.values(dictionary("de")));
  return new Set(Object.values(english).filter((text) => !german.has(text) && !text.includes("{") && /\p{Letter}/u.test(text)));
}
