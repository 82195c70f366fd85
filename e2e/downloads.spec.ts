/** Files: seen before they are taken, copied, taken, and called off. */

import { type Page } from "@playwright/test";

import { expectAccessible } from "./harness/accessibility.ts";
import { ReceivedFile } from "./harness/files.ts";
import { FORMATS, type Format } from "./harness/formats.ts";
import { expect, test } from "./harness/test.ts";
import type { Language } from "./harness/words.ts";

const ARCHIVE: Format = "csv_zip";
/** Sheets, a document, a tree, a text and a picture. */
const ONE_OF_EACH_KIND: Format[] = ["xlsx", "guide_html", ARCHIVE, "sql_postgres", "diagram_svg"];
/** How many formats a test goes through: tests run beside each other. */
const FORMATS_A_TEST = 9;

test("the best file stands first, the others in groups behind a link", async ({ app, page }) => {
  const { result, words } = app;
  await result.open();
  await result.switchPlatform("Obsidian");

  await expect(result.best.getByRole("heading", { level: 3 })).toHaveText(words.file("obsidian_vault"));
  await result.others.click();

  await result.expectPart("files");
  for (const group of ["documents", "tables", "database", "diagrams", "blueprint"]) {
    await expect(page.getByRole("region", { name: words.say(`files.group.${group}`) })).toBeVisible();
  }
  for (const format of ["guide_html", "xlsx", "sql_postgres", "diagram_svg", "blueprint_yaml"] as const) {
    await expect(result.downloadButton(format)).toBeVisible();
  }
  // What another platform imports is of no use here.
  await expect(result.downloadButton("trello_import")).toHaveCount(0);
});

test("a preview is reached, left by the way back, and shared by its address", async ({ app, page }) => {
  const { result, file } = app;
  await result.open("files");
  await result.previewLink("guide_html").click();
  await file.expectShown("guide_html");
  await expect(file.heading).toBeFocused();
  await expect(file.frame).toContainText("Chat Session Management");
  const address = page.url();

  await page.goBack();
  await result.expectPart("files");
  await result.previewLink("xlsx").click();
  await file.expectShown("xlsx");
  await file.back.click();
  await result.expectPart("files");

  const other = await page.context().newPage();
  await other.goto(address);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(app.words.file("guide_html"));
});

test("a platform can be changed after a preview, and the preview follows", async ({ app }) => {
  const { result, file } = app;
  await file.open("guide_html");
  await expect(file.frame).toContainText("Notion");
  await file.back.click();
  await result.switchPlatform("Airtable");
  await result.previewLink("guide_html").click();

  await file.expectShown("guide_html");
  await expect(file.frame).toContainText("Airtable");
});

test("an archive shows its files and how each starts", async ({ app }) => {
  const { file } = app;
  await file.open(ARCHIVE);

  await expect(file.start("Sessions.csv")).toBeHidden();
  await file.entry("Sessions.csv").click();
  await expect(file.start("Sessions.csv")).toContainText("Title");
  await file.entry("Topics.csv").click();

  await expect(file.start("Topics.csv")).toBeVisible();
  await expect(file.start("Sessions.csv"), "one file at a time").toBeHidden();
  const received = await file.download();
  expect(Object.keys(received.parts)).toEqual(expect.arrayContaining(["Sessions.csv", "Topics.csv"]));
});

test("folders of an archive open", async ({ app }) => {
  const { file } = app;
  await file.open("obsidian_vault");

  const received = await file.download();
  const path = Object.keys(received.parts).find((path) => path.endsWith(".md") && path.includes("/")) ?? "";
  const parts = path.split("/");
  for (const folder of parts.slice(0, -1)) {
    const entry = file.entry(folder).first();
    // One that is all there is stands open from the start.
    if (!(await entry.evaluate((summary) => (summary.parentElement as HTMLDetailsElement).open))) await entry.click();
  }

  await file.entry(parts.at(-1)!).first().click();
  await expect(file.start(parts.at(-1)!).first()).toBeVisible();
});

test("a workbook shows its sheets behind tabs", async ({ app, page }) => {
  const { file } = app;
  await file.open("xlsx");

  const names = await file.sheets.allTextContents();
  expect(names).toEqual(expect.arrayContaining(["Sessions", "Topics"]));
  await file.sheets.filter({ hasText: /^Topics$/ }).click();
  await expect(file.sheet("Topics").getByRole("columnheader").first()).toBeVisible();
  await page.keyboard.press("Home");
  await expect(file.sheets.first()).toBeFocused();
  await expect(file.sheets.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowLeft");

  await expect(file.sheets.last()).toBeFocused();
  expect((await file.download()).sheets).toEqual(expect.arrayContaining(names.slice(0, 2)));
});

test("a diagram is a picture", async ({ app }) => {
  await app.file.open("diagram_svg");

  await expect(app.file.picture).toBeVisible();
  expect(await app.file.picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBeGreaterThan(100);
});

test("the whole text is copied, not what the preview shows", async ({ app, context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { file, shell, words } = app;
  await file.open("blueprint_json");

  await file.copyButton.click();

  await expect(shell.messages.filter({ hasText: words.say("files.copied") })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe((await file.download()).text);
  expect(copied.length).toBeGreaterThan(((await file.frame.textContent()) ?? "").length);
});

test("what cannot be copied as text has no button for it", async ({ app }) => {
  await app.file.open("xlsx");
  await expect(app.file.copyButton).toHaveCount(0);
});

// The other languages are seen to where files are rendered.
for (const language of ["en", "ar"] satisfies Language[]) {
  test.describe(language, () => {
    test.use({ language });

    for (let from = 0; from < FORMATS.length; from += FORMATS_A_TEST) {
      const formats = FORMATS.slice(from, from + FORMATS_A_TEST);
      test(`${formats.join(", ")} are seen before they are taken`, async ({ app }) => {
        const { file } = app;
        for (const format of formats) {
          await file.open(format);

          await expect(file.steps.first()).toHaveText(/\S.{6,}/);
          expect((await file.download()).bytes.length, `${format} in bytes`).toBeGreaterThan(50);
        }
      });
    }

    for (const format of ONE_OF_EACH_KIND) {
      test(`the preview of ${format} is accessible`, async ({ app, page }) => {
        await app.file.open(format);
        await app.result.openAllDetails();
        await expectAccessible(page, `the preview of ${format}`);
      });
    }
  });
}

test("a file on its way says how far it is and can be stopped", async ({ app, incidents, page }) => {
  const { file, result } = app;
  const release = await holdWorker(page);
  await result.open("files");

  await result.downloadButton("xlsx").click();
  await expect(file.progress).toBeVisible();
  await expectAccessible(page, "a file on its way");
  await file.stop.click();
  await expect(file.progress).toHaveCount(0);
  await expect(result.downloadButton("xlsx")).toBeFocused();
  await expect(result.downloadButton("xlsx")).toHaveAttribute("aria-busy", "false");

  release();
  const download = page.waitForEvent("download");
  await result.downloadButton("xlsx").click();
  expect((await ReceivedFile.from(await download)).sheets).toContain("Sessions");
  incidents.assertNone();
});

test("a preview on its way can be stopped and asked for again", async ({ app, page }) => {
  const { file, words } = app;
  const release = await holdWorker(page);
  await page.goto("/system/files/guide_html");

  await file.stop.click();
  await expect(file.failure).toContainText(words.say("files.called_off"));
  await expect(file.again).toBeFocused();
  await expectAccessible(page, "a preview that was stopped");
  release();
  await file.again.click();

  await file.expectShown("guide_html");
});

test("a worker that is busy with what nobody wants is relieved", async ({ app, page }) => {
  await page.addInitScript(() => {
    // A worker that never answers what it is asked first, as if it were at it for ever.
    let started = 0;
    const Real = Worker;
    globalThis.Worker = class extends Real {
      readonly isStuck = (started += 1) === 1;

      override postMessage(message: unknown): void {
        document.documentElement.dataset.asked = "yes";
        if (!this.isStuck) super.postMessage(message);
      }

      override terminate(): void {
        document.documentElement.dataset.ended = String(Number(document.documentElement.dataset.ended ?? 0) + 1);
        super.terminate();
      }
    };
  });
  const { file } = app;
  await page.goto("/system/files/guide_html");
  await expect(page.locator("html")).toHaveAttribute("data-asked", "yes");

  await file.stop.click();
  await file.again.click();

  await file.expectShown("guide_html");
  await expect(page.locator("html")).toHaveAttribute("data-ended", "1");
});

test("the worker says how far it is, and answers once", async ({ app, page }) => {
  await page.addInitScript(() => {
    const told: unknown[] = [];
    const Real = Worker;
    globalThis.Worker = class extends Real {
      constructor(script: string | URL) {
        super(script);
        this.addEventListener("message", ({ data }) => told.push(structuredClone({ ...data, ok: data.ok && true })));
      }
    };
    Object.assign(globalThis, { told });
  });
  await app.file.open("xlsx");

  const told = await page.evaluate(() => (globalThis as unknown as { told: { ready?: true; ok?: true; progress?: { done: number; total: number } }[] }).told);

  expect(told[0]).toMatchObject({ ready: true });
  expect(told.filter(({ ok }) => ok)).toHaveLength(1);
  expect(told.at(-1)).toMatchObject({ ok: true });
  const shares = told.flatMap(({ progress }) => (progress ? [progress.done / progress.total] : []));
  expect(shares.length).toBeGreaterThanOrEqual(2);
  expect(shares).toEqual([...shares].sort((one, other) => one - other));
  expect(shares.at(-1)).toBe(1);
});

test("an address that names no file says so", async ({ app, page }) => {
  await page.goto("/system/files/nothing");
  await expect(app.file.heading).toHaveText(app.words.say("not_found.title"));
});

/** Keeps the worker from loading until the returned function is called. */
async function holdWorker(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/worker_bg.*\.wasm$/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
