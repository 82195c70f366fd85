/** The whole job without a mouse: every stop of the focus is seen, and a new page starts at its heading. */

import { expect, test } from "./harness/test.ts";

test("the whole job is done by keyboard", async ({ app, keyboard, page }) => {
  const { welcome, wizard, result } = app;

  await welcome.open();
  await keyboard.use(welcome.start, "Enter");
  await expect(wizard.heading("platform")).toBeFocused();

  await keyboard.tabTo(wizard.platform("Notion"));
  await keyboard.press("ArrowDown");
  await expect(wizard.platform("Airtable")).toBeChecked();
  await keyboard.use(wizard.next, "Enter");
  await expect(wizard.heading("priorities")).toBeFocused();

  await keyboard.use(wizard.priority("analytics"), "Space");
  await expect(wizard.priority("analytics")).toBeChecked();
  await keyboard.use(wizard.next, "Enter");
  await expect(wizard.heading("features")).toBeFocused();

  await keyboard.use(wizard.feature("projects"), "Space");
  await keyboard.use(wizard.next, "Enter");
  await expect(wizard.heading("team")).toBeFocused();

  await keyboard.tabTo(wizard.teamSize("just_me"));
  await keyboard.press("ArrowDown");
  await expect(wizard.teamSize("2_5")).toBeChecked();
  await keyboard.tabTo(wizard.complexity("moderate"));
  await keyboard.press("ArrowDown");
  await expect(wizard.complexity("advanced")).toBeChecked();
  await keyboard.use(wizard.next, "Enter");
  await expect(wizard.heading("review")).toBeFocused();

  await keyboard.use(wizard.finish, "Enter");
  await expect(result.heading).toBeFocused();

  const download = page.waitForEvent("download");
  await keyboard.use(result.downloadButton("airtable_import"), "Enter");
  expect((await download).suggestedFilename()).toMatch(/\.zip$/);
  await keyboard.use(result.partLink("plan"), "Enter");
  await result.expectPart("plan");
});

test("a file is seen, copied and taken by keyboard", async ({ app, context, keyboard, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { file, result, shell, words } = app;
  await result.open();

  await keyboard.use(result.others, "Enter");
  await result.expectPart("files");
  await keyboard.use(result.previewLink("blueprint_yaml"), "Enter");
  await expect(file.heading).toBeFocused();
  await file.expectShown("blueprint_yaml");
  await keyboard.use(file.copyButton, "Enter");
  await expect(shell.messages.filter({ hasText: words.say("files.copied") })).toBeVisible();
  await keyboard.tabTo(file.frame);
  const scrolled = () => file.frame.evaluate((frame) => frame.scrollTop);
  await keyboard.press("PageDown");
  await expect.poll(scrolled).toBeGreaterThan(0);

  const download = page.waitForEvent("download");
  await keyboard.tabTo(file.downloadButton, "Shift+Tab");
  await keyboard.press("Enter");
  expect((await download).suggestedFilename()).toMatch(/\.yaml$/);
});

test("archives and sheets are looked through by keyboard", async ({ app, keyboard }) => {
  const { file } = app;
  await file.open("csv_zip");

  await keyboard.use(file.entry("Sessions.csv"), "Enter");
  await keyboard.tabTo(file.start("Sessions.csv"));
  await file.open("xlsx");
  await keyboard.tabTo(file.sheets.first());
  await keyboard.press("ArrowRight");
  await expect(file.sheets.nth(1)).toBeFocused();

  await keyboard.tabTo(file.sheet((await file.sheets.nth(1).textContent()) ?? "").locator(".."));
});

test("the first stop of every page leads past the top", async ({ app, keyboard, page }) => {
  await app.wizard.open("platform");

  await keyboard.press("Tab");
  await expect(app.shell.skipLink).toBeFocused();
  await expect(app.shell.skipLink).toBeInViewport();
  await keyboard.press("Enter");

  await expect(page.getByRole("main")).toBeFocused();
  await keyboard.tabTo(app.wizard.platform("Notion"));
});

test("back and forward are as good as the buttons", async ({ app, keyboard }) => {
  const { wizard } = app;
  await wizard.open("priorities");

  await keyboard.use(wizard.back, "Enter");

  await expect(wizard.heading("platform")).toBeFocused();
});
