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
  await keyboard.use(result.downloadButton("xlsx"), "Enter");
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  await keyboard.use(result.partLink("plan"), "Enter");
  await result.expectPart("plan");
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
