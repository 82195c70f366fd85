/** Reading what a system does: its charts, its rules, its plan, and how it fits other platforms. */

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";

const EVERYTHING = {
  platform: "notion",
  priorities: ["organization", "search", "analytics", "automation"],
  features: ["tags", "projects", "timeline", "templates", "reminders", "exports", "dashboard", "archive"],
  team_size: "6_20",
  complexity: "advanced",
};

test.beforeEach(async ({ app }) => {
  await app.wizard.answer(EVERYTHING);
});

test("a chart is read value by value by keyboard", async ({ app, keyboard }) => {
  const { dashboards, result } = app;
  await result.open("dashboards");
  const values = dashboards.values("Sessions by Topic");

  await keyboard.tabTo(values.first());
  await keyboard.press("ArrowDown");

  await expect(values.nth(1)).toBeFocused();
  const [name = "", value = ""] = ((await values.nth(1).getAttribute("aria-label")) ?? "").split(": ");
  await expect(dashboards.tip("Sessions by Topic", name)).toContainText(value);
  await keyboard.press("End");
  await expect(values.last()).toBeFocused();
});

test("every chart has its numbers as a table", async ({ app, page }) => {
  const { dashboards, result } = app;
  await result.open("dashboards");
  const names = await dashboards.pictures.getByRole("heading", { level: 3 }).allTextContents();
  expect(names.length).toBeGreaterThan(4);

  for (const name of names) {
    await expect(dashboards.table(name)).toBeAttached();
    const values = await dashboards.values(name).count();
    expect(values, name).toBeGreaterThan(0);
    await dashboards.showTable(name);
    await expect(dashboards.table(name)).toBeInViewport();
  }
  await expectAccessible(page, "charts as tables");
});

test("rules read as sentences in the language of the system", async ({ app }) => {
  const { result } = app;
  await result.open("automation");

  const rule = (name: string) => app.page.getByRole("listitem", { name });
  await expect(rule("Title Rule: Development")).toContainText(
    "When a row is added to Sessions and Title contains code, programming or debug and Secondary Topics is empty, set Secondary Topics to Development.",
  );
  await expect(rule("Archive Completed Sessions")).toContainText("30 days after Updated, if Status is Completed, set Status to Archived");

  await app.wizard.open("review");
  await app.wizard.designIn("Deutsch");
  await result.open("automation");
  await expect(app.page.getByRole("main")).toContainText(
    "Wenn in Sitzungen eine Zeile angelegt wird und Titel code, programming, debug, Programmierung oder Fehlersuche enthält und Nebenthemen leer ist, wird Nebenthemen auf Entwicklung gesetzt.",
  );
});

test("a plan is searched and narrowed down", async ({ app, keyboard }) => {
  const { plan, result } = app;
  await result.open("plan");
  await result.switchPlatform("Trello");
  const all = await plan.steps.count();

  await keyboard.tabTo(plan.filter("manual"));
  await keyboard.press("Enter");
  await expect(plan.filter("manual")).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => plan.steps.count()).toBeLessThan(all);
  await plan.showAll.click();
  await expect(plan.steps).toHaveCount(all);

  await plan.search.fill("by status");
  await expect.poll(() => plan.steps.count()).toBeLessThan(all);
  const found = await plan.steps.count();
  await expect(plan.found(found, all)).toBeVisible();
  await expect(plan.steps.first()).toContainText("Sessions");
  await plan.search.fill("no such words anywhere");
  await expect(app.page.getByText(app.words.say("plan.nothing_found"))).toBeVisible();
});

test("two platforms are compared by link, by keyboard and taken with a way back", async ({ app, keyboard, page }) => {
  const { compare, result, shell } = app;
  await page.goto("/system/compare?with=trello");
  await compare.expectSides("notion", "trello");
  await expect(compare.difference("Notes").first()).toBeVisible();
  await expect(compare.alike).toBeVisible();

  await keyboard.tabTo(compare.other);
  await compare.other.selectOption("jira");
  await compare.expectSides("notion", "jira");
  await expect(page).toHaveURL(/\/system\/compare\?with=jira#1/);
  await compare.one.selectOption("jira");
  await compare.expectSides("jira", "notion");
  await page.reload();
  await compare.expectSides("jira", "notion");

  await expect(compare.ranking).toHaveCount(15);
  await compare.compareWith("Airtable").click();
  await compare.expectSides("notion", "airtable");
  await keyboard.use(compare.useInstead("Airtable"), "Enter");
  await expect(result.platform).toHaveValue("airtable");
  await shell.messages.getByRole("button", { name: app.words.say("toast.undo"), exact: true }).click();
  await expect(result.platform).toHaveValue("notion");
});
