/** The whole job on a phone: nothing is wider than the screen, everything is big enough for a finger. */

import { type Page } from "@playwright/test";

import { expect, test } from "./harness/test.ts";
import { PARTS } from "./pages/result.ts";
import { STEPS } from "./pages/wizard.ts";

/** Smallest side of a target that fingers hit. */
const TARGET_PX = 44;

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test("the whole job fits on a phone", async ({ app, page }) => {
  const { welcome, wizard, result } = app;

  await welcome.open();
  await expectFits(page, "welcome");
  await welcome.start.tap();
  for (const step of STEPS) {
    await wizard.expectStep(step);
    await expectFits(page, step);
    await (step === "review" ? wizard.finish : wizard.next).tap();
  }
  await result.expectShown();
  for (const part of PARTS) {
    await result.openPart(part);
    await expectFits(page, part);
  }

  expect((await result.download("xlsx")).sheets).toContain("Sessions");
});

test("every kind of preview fits on a phone", async ({ app, page }) => {
  const { file, result } = app;
  await result.open("files");

  for (const format of ["xlsx", "guide_html", "csv_zip", "sql_postgres", "diagram_svg"] as const) {
    await result.previewLink(format).tap();
    await file.expectShown(format);
    await result.openAllDetails();
    await expectFits(page, `the preview of ${format}`);
    await file.back.tap();
    await result.expectPart("files");
  }
});

test("the builder shows one pane at a time on a phone", async ({ app, page }) => {
  const { builder } = app;
  await page.goto("/system/overview");
  await page.getByRole("button", { name: "Edit", exact: true }).tap();
  await expect(builder.grid).toBeVisible();
  await expectFits(page, "the builder's canvas");
  const pane = (name: string) => page.getByRole("group", { name: "What is in sight" }).getByRole("radio", { name });
  await pane("Outline").check();
  await expect(builder.outline).toBeVisible();
  await expectFits(page, "the builder's outline");
  await builder.line("Topics").tap();
  await expect(builder.canvas.getByRole("heading", { name: "Topics" })).toBeVisible();
  await pane("Details").check();
  for (const panel of ["properties", "problems", "history", "fit"] as const) {
    await builder.show(panel);
    await expectFits(page, `the builder's ${panel}`);
  }
  await page.getByRole("link", { name: "My systems" }).first().tap();
  await expect(page.getByRole("heading", { level: 1, name: "My systems" })).toBeVisible();
  await expectFits(page, "the list of systems");
});

test("the finer points fit on a phone", async ({ app, page }) => {
  await app.wizard.open("review");
  await app.wizard.openFinerPoints();
  await app.wizard.addField("A name that is as long as the names of fields may ever grow", "Date");

  await expectFits(page, "finer points");
});

async function expectFits(page: Page, where: string): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `width of ${where}`).toBeLessThanOrEqual(390);
  expect(await smallTargets(page), `targets of ${where} smaller than ${TARGET_PX} px`).toEqual([]);
}

/** Every control that is shown and smaller than a finger; links within a sentence are text. */
async function smallTargets(page: Page): Promise<string[]> {
  const roles = ["button", "link", "radio", "checkbox", "combobox", "textbox", "tab"] as const;
  const found = await Promise.all(roles.map((role) => page.getByRole(role).evaluateAll(measure, TARGET_PX)));
  return found.flat();
}

/** Runs in the page. A control inside a label is as big as the label; fractions of a pixel come from layout. */
function measure(controls: Element[], smallest: number): string[] {
  return controls.flatMap((control) => {
    const target = control.closest("label") ?? control;
    const { bottom, ...size } = target.getBoundingClientRect().toJSON() as DOMRect;
    const [width, height] = [Math.round(size.width), Math.round(size.height)];
    const isHidden = width === 0 || bottom < 0;
    const isText = control.parentElement?.tagName === "P";
    if (isHidden || isText || (width >= smallest && height >= smallest)) return [];
    return [`${control.tagName.toLowerCase()} “${(control.getAttribute("aria-label") ?? target.textContent ?? "").trim()}”: ${width} × ${height}`];
  });
}
