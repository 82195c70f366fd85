/** Every component in every theme and direction, and by keyboard. */

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";

test.beforeEach(async ({ app }) => app.components.open());

const focused = (page: import("@playwright/test").Page) => page.locator(":focus");

test.describe("by axe's rules", () => {
  for (const theme of ["system", "contrast"]) {
    for (const direction of ["Left to right", "Right to left"] as const) {
      test(`${theme}, ${direction.toLowerCase()}`, async ({ app, page }) => {
        await page.evaluate((theme) => localStorage.setItem("csmb.theme", theme), theme);
        await app.components.open();
        await app.components.turn(direction);
        await expectAccessible(page, `components, ${theme}, ${direction}`);
      });
    }
  }

  test("what floats", async ({ app, page }) => {
    await app.components.specimen("Menu").getByRole("button", { name: "Actions", exact: true }).click();
    await expectAccessible(page, "an open menu");
    await page.keyboard.press("Escape");
    await app.components.specimen("Combobox").getByRole("combobox", { name: "Kind of field" }).click();
    await expectAccessible(page, "an open combobox");
    await page.keyboard.press("Escape");
    await app.components.specimen("Dialog, Sheet").getByRole("button", { name: "Delete for good" }).click();
    await expectAccessible(page, "an open dialog");
  });
});

test("search engines pass over it", async ({ page }) => {
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
});

test("a busy button keeps its width and takes no press", async ({ app }) => {
  const specimen = app.components.specimen("Button busy");
  const save = specimen.getByRole("button", { name: "Save" });
  const busy = await save.evaluate((button) => button.getBoundingClientRect().width);
  await expect(save).toHaveAttribute("aria-busy", "true");
  await specimen.getByRole("switch", { name: "Busy" }).uncheck();
  await expect(save).toHaveAttribute("aria-busy", "false");
  expect(await save.evaluate((button) => button.getBoundingClientRect().width)).toBe(busy);
});

test("a tooltip comes by focus and by pointer, stays under the pointer, and goes by Escape", async ({ app, keyboard, page }) => {
  const specimen = app.components.specimen("Tooltip");
  const tip = specimen.getByRole("tooltip");
  const button = specimen.getByRole("button", { name: "Saved" });

  await keyboard.tabTo(button);
  await expect(tip).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tip).toBeHidden();
  await button.hover();
  await expect(tip).toBeVisible();
  await tip.hover();
  await expect(tip).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tip).toBeHidden();
  await page.mouse.move(0, 0);
  await button.hover();
  await expect(tip).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(tip).toBeHidden();
});

test("a menu opens by arrow, is gone through by arrows and letters, and gives the focus back", async ({ app, page }) => {
  const specimen = app.components.specimen("Menu");
  const button = specimen.getByRole("button", { name: "Actions", exact: true });
  const item = (name: string) => specimen.getByRole("menuitem", { name });

  await button.focus();
  await page.keyboard.press("ArrowDown");
  await expect(item("Rename")).toBeFocused();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowUp");
  await expect(item("Delete")).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("d");
  await expect(item("Duplicate")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(item("Duplicate")).toBeHidden();
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute("aria-expanded", "false");

  await page.keyboard.press("Enter");
  await expect(item("Rename")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(specimen.getByText("duplicate", { exact: true })).toBeVisible();
  await expect(button).toBeFocused();

  await button.click();
  await expect(item("Archive")).toBeVisible();
  await item("Archive").click({ force: true });
  await expect(item("Archive"), "nothing to do: it stays open").toBeVisible();
  await button.click();
  await expect(item("Archive")).toBeHidden();
});

test("a popover opens beside its button and closes by Escape and by a press beside it", async ({ app, page }) => {
  const specimen = app.components.specimen("Popover");
  const button = specimen.getByRole("button", { name: "View options" });
  const surface = specimen.getByRole("dialog", { name: "View options" });

  await button.focus();
  await page.keyboard.press("Enter");
  await expect(surface).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(surface.getByRole("switch", { name: "Show the filter" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(surface).toBeHidden();
  await expect(button).toBeFocused();
  await button.click();
  await expect(surface).toBeVisible();
  await page.getByRole("heading", { level: 1 }).click();
  await expect(surface).toBeHidden();
  await expect(button).toHaveAttribute("aria-expanded", "false");
});

test("a combobox finds, takes and forgets", async ({ app, page }) => {
  const specimen = app.components.specimen("Combobox");
  const field = specimen.getByRole("combobox", { name: "Kind of field" });
  const options = specimen.getByRole("option");

  await field.focus();
  await page.keyboard.press("ArrowDown");
  await expect(options).toHaveCount(12);
  await page.keyboard.type("date");
  await expect(options).toHaveText(["Date", "Date and time"]);
  await page.keyboard.press("ArrowDown");
  const marked = options.nth(1);
  expect(await field.getAttribute("aria-activedescendant")).toBe(await marked.getAttribute("id"));
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("Date and time");
  await expect(options.first()).toBeHidden();

  await page.keyboard.press("ArrowUp");
  await expect(specimen.getByRole("option", { selected: true })).toHaveText("Date and time");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("zzz");
  await expect(specimen.getByRole("status").filter({ hasText: app.words.say("combobox.none") })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field).toHaveValue("Date and time");
  await field.click();
  await specimen.getByRole("option", { name: "Rating" }).click();
  await expect(field).toHaveValue("Rating");
  await expect(field).toBeFocused();
});

test("boxes, switches and segments by Space and arrows", async ({ app, page }) => {
  const { components } = app;
  const all = components.specimen("Checkbox").getByRole("checkbox", { name: "All fields" });
  const notes = components.specimen("Checkbox").getByRole("checkbox", { name: "Notes" });
  expect(await all.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
  await notes.focus();
  await page.keyboard.press("Space");
  await expect(notes).toBeChecked();
  await expect(all).toBeChecked();
  await all.focus();
  await page.keyboard.press("Space");
  await expect(notes).not.toBeChecked();

  const review = components.specimen("Switch").getByRole("switch", { name: "Weekly review" });
  await review.focus();
  await page.keyboard.press("Space");
  await expect(review).not.toBeChecked();

  const views = components.specimen("Segmented");
  await views.getByRole("radio", { name: "Grid" }).first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(views.getByRole("radio", { name: "Board" }).first()).toBeChecked();
});

test("tabs and trees follow the direction of the page", async ({ app, page }) => {
  const { components } = app;
  const tab = (name: string) => components.specimen("Tabs").getByRole("tab", { name });
  const node = (name: string) => components.specimen("Tree").getByRole("treeitem", { name, exact: true });

  await tab("Sessions").focus();
  await page.keyboard.press("ArrowRight");
  await expect(tab("Topics")).toBeFocused();
  await node("Sessions").focus();
  await page.keyboard.press("ArrowRight");
  await expect(node("Sessions")).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowRight");
  await expect(node("Title")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(node("Title")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(node("Title")).toBeHidden();
  await page.keyboard.press("v");
  await expect(node("Views")).toBeFocused();

  await components.turn("Right to left");
  await tab("Topics").focus();
  await page.keyboard.press("ArrowRight");
  await expect(tab("Sessions")).toBeFocused();
  await node("Topics").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(node("Topics")).toHaveAttribute("aria-expanded", "true");
});

test("a dialog keeps the focus, closes by Escape and gives the focus back", async ({ app, page }) => {
  const specimen = app.components.specimen("Dialog, Sheet");
  const button = specimen.getByRole("button", { name: "Delete for good" });
  const dialog = page.getByRole("dialog", { name: "Delete the workspace “Research chats”?" });

  await button.focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  for (let stop = 0; stop < 6; stop += 1) {
    await page.keyboard.press("Tab");
    expect(await focused(page).count() === 0 || (await dialog.locator(":focus").count()) === 1).toBe(true);
  }
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();

  await specimen.getByRole("button", { name: "Edit the field" }).click();
  const sheet = page.getByRole("dialog", { name: "Edit the field" });
  await expect(sheet).toBeVisible();
  await page.mouse.click(20, 400);
  await expect(sheet).toBeHidden();
});

test("a toast is taken back", async ({ app, page }) => {
  const specimen = app.components.specimen("Toast");
  await specimen.getByRole("button", { name: "Do something" }).click();
  await expect(specimen.getByText("done", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: app.words.say("toast.undo") }).click();
  await expect(specimen.getByText("as it was", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: app.words.say("toast.undo") })).toBeHidden();
});

test("chips are taken out", async ({ app }) => {
  const specimen = app.components.specimen("Chip");
  await specimen.getByRole("button", { name: app.words.say("chip.remove", { name: "Blocked" }) }).click();
  await expect(specimen.getByText("Blocked", { exact: true })).toBeHidden();
  await expect(specimen.getByText("Idea", { exact: true })).toBeVisible();
});

test("five thousand rows are a few dozen elements, and every cell is reached", async ({ app, page }) => {
  const specimen = app.components.specimen("VirtualGrid");
  const grid = specimen.getByRole("grid");
  await expect(grid).toHaveAttribute("aria-rowcount", "5001");
  expect(await grid.getByRole("row").count()).toBeLessThan(40);

  await grid.getByRole("rowheader").first().focus();
  await page.keyboard.press("Control+End");
  await expect(focused(page)).toHaveText("1:07");
  await expect(grid.getByRole("rowheader", { name: "Research chat 5000" })).toBeVisible();
  await page.keyboard.press("Home");
  await expect(focused(page)).toHaveText("Research chat 5000");
  await page.keyboard.press("PageUp");
  await expect(focused(page)).not.toHaveText("Research chat 5000");
  await page.keyboard.press("Control+Home");
  await expect(focused(page)).toHaveText("Development chat 1");
  expect(await app.components.specimen("VirtualList").getByRole("listitem").count()).toBeLessThan(40);
});

test.describe("without motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("nothing moves, not even what is busy", async ({ app, page }) => {
    await app.components.specimen("Menu").getByRole("button", { name: "Actions", exact: true }).click();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});

test.describe("with the system's own colours", () => {
  test.use({ contextOptions: { forcedColors: "active" } });

  test("what is chosen and what has the focus is seen", async ({ app, page }) => {
    const { components } = app;
    const look = (locator: import("@playwright/test").Locator) =>
      locator.evaluate((element) => {
        const { backgroundColor, borderColor, color, outlineStyle } = getComputedStyle(element);
        return [backgroundColor, borderColor, color, outlineStyle].join();
      });
    const segment = (name: string) => components.specimen("Segmented").locator("label").filter({ hasText: name }).first();
    expect(await look(segment("Grid")), "a chosen segment").not.toBe(await look(segment("Board")));
    const node = (name: string) => components.specimen("Tree").getByRole("treeitem", { name, exact: true });
    expect(await look(node("Sessions")), "a selected line").not.toBe(await look(node("Topics")));
    const review = components.specimen("Switch").getByRole("switch", { name: "Weekly review" });
    const on = await look(review);
    await review.uncheck();
    expect(await look(review), "a switch that is off").not.toBe(on);
    await page.keyboard.press("Tab");
    expect(await look(focused(page))).toContain("solid");
  });
});
