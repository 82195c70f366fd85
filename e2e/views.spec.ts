/** Every view as it will look: each kind drawn with the sample rows, by mouse, by keyboard, on a phone. */

import { expectAccessible } from "./harness/accessibility.ts";
import { expect, test } from "./harness/test.ts";

/** A team's system with everything in it, as a link holds it. */
const EVERYTHING = "1.notion.6_20.advanced.1f.ff";
/** The kinds of views that this system has, each with one of them. */
const VIEWS = {
  grid: ["tbl_sessions", "viw_sessions_by_topic"],
  board: ["tbl_sessions", "viw_sessions_by_status"],
  week: ["tbl_sessions", "viw_sessions_this_week"],
  month: ["tbl_action_items", "viw_action_items_by_due_date"],
  timeline: ["tbl_projects", "viw_projects_timeline"],
  gallery: ["tbl_templates", "viw_templates_gallery"],
  list: ["tbl_sessions", "viw_sessions_search"],
  tree: ["tbl_topics", "viw_topics_all"],
} as const;
type Kind = keyof typeof VIEWS;
const KINDS = Object.keys(VIEWS) as Kind[];

function address(kind: Kind): string {
  const [table, view] = VIEWS[kind];
  return `/system/tables?table=${table}&view=${view}#${EVERYTHING}`;
}

test("a board has a column a status, with the cards that have it", async ({ app, page }) => {
  await page.goto(address("board"));

  await expect(app.result.view("By Status")).toBeVisible();
  await expect(app.result.column("Active").getByRole("listitem").filter({ hasText: "Five days in Porto" })).toBeVisible();
  await expect(app.result.column("On-Hold").getByRole("listitem").filter({ hasText: "Landing page headlines" })).toBeVisible();
  await expect(app.result.column("Active")).not.toContainText("Landing page headlines");
  await expect(app.result.viewTerms).toHaveText(["Columns by Status"]);
});

test("a filtered view shows the rows that its conditions take, and says which", async ({ app, page }) => {
  const { result } = app;
  await page.goto(address("board"));

  await result.openView("Needs Follow-up");

  await expect(result.viewTerms).toHaveText([
    "Follow-up Date is today or earlier",
    "Status is not Completed",
    "Status is not Archived",
    "Sorted by Follow-up Date, earliest first",
  ]);
  const rows = result.rows("Sessions");
  await expect(rows).toHaveCount(1 + 2);
  await expect(rows.nth(1)).toContainText("Landing page headlines");
  await expect(rows.nth(2)).toContainText("Kick-off meeting agenda");
});

test("a grouped grid names its groups and counts their rows", async ({ app, page }) => {
  await page.goto(address("grid"));

  await expect(page.getByRole("rowheader", { name: "Technical 3 rows" })).toBeVisible();
  await expect(app.result.viewTerms).toHaveText(["Grouped by Primary Topic", "Sorted by Created, newest first"]);
});

test("a calendar has its rows on their days, and other months are a step away", async ({ app, page }) => {
  await page.goto(address("month"));
  const panel = app.result.view("By Due Date");

  await expect(panel.getByRole("heading", { name: "March 2026" })).toBeVisible();
  const day = panel.getByRole("cell").filter({ hasText: "Wed, Mar 18" });
  await expect(day).toContainText(app.words.say("views.today"));
  await expect(day.getByRole("listitem")).toHaveCount(1);
  await panel.getByRole("button", { name: app.words.say("views.earlier") }).click();
  await expect(panel.getByRole("heading", { name: "February 2026" })).toBeVisible();
});

test("a week shows its seven days", async ({ app, page }) => {
  await page.goto(address("week"));
  const panel = app.result.view("This Week");

  await expect(panel.getByRole("columnheader")).toHaveText(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
  await expect(panel.getByRole("row")).toHaveCount(2);
  await expect(panel.getByRole("cell").filter({ hasText: "Five days in Porto" })).toBeVisible();
});

test("a timeline says in words what its bars show", async ({ app, page }) => {
  await page.goto(address("timeline"));
  const rows = app.result.view("Timeline").getByRole("listitem").filter({ hasText: " – " });

  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: "Customer Portal Relaunch" })).toContainText("Feb 6 – Apr 22");
});

test("a gallery has a card a row, a list a line", async ({ app, page }) => {
  await page.goto(address("gallery"));
  await expect(app.result.view("Gallery").getByText("Debugging Session", { exact: true })).toBeVisible();

  await page.goto("about:blank");
  await page.goto(address("list"));
  await expect(app.result.view("Search").getByText(/^login, timeout/)).toBeVisible();
});

test("views are gone through by keyboard, and the address follows", async ({ app, keyboard, page }) => {
  const { result } = app;
  await result.open("tables");

  await keyboard.tabTo(result.viewTab("All Sessions"));
  await keyboard.press("ArrowRight");
  await expect(result.viewTab("By Status")).toBeFocused();
  await expect(result.view("By Status")).toBeVisible();
  await expect(page).toHaveURL(/table=tbl_sessions&view=viw_sessions_by_status#1\./);
  await keyboard.press("End");
  await expect(result.views.last()).toBeFocused();
  await keyboard.press("ArrowRight");
  await expect(result.view("All Sessions")).toBeVisible();

  await keyboard.tabTo(result.tableLink("Topics"), "Shift+Tab");
  await keyboard.press("Enter");
  await expect(result.table("Topics")).toBeVisible();
  await expect(page).toHaveURL(/table=tbl_topics.*#1\./);
  await page.goBack();
  await expect(result.table("Sessions")).toBeVisible();
});

test("a reload opens the same view of the same table", async ({ app, page }) => {
  await page.goto(address("timeline"));
  await expect(app.result.view("Timeline")).toBeVisible();

  await page.reload();

  await expect(app.result.table("Projects")).toBeVisible();
  await expect(app.result.view("Timeline")).toBeVisible();
});

for (const kind of KINDS) {
  test(`a ${kind} is accessible`, async ({ page }) => {
    await page.goto(address(kind));
    await expect(page.getByRole("tabpanel")).toBeVisible();
    await expectAccessible(page, kind);
  });
}

test.describe("Arabic", () => {
  test.use({ language: "ar" });

  test("left leads on where lines begin on the right", async ({ app, keyboard, page }) => {
    const { result } = app;
    await result.open("tables");

    await keyboard.tabTo(result.views.first());
    await keyboard.press("ArrowLeft");
    await expect(result.views.nth(1)).toBeFocused();
    await expect(result.views.nth(1)).toHaveAttribute("aria-selected", "true");
    await expectAccessible(page, "a board in Arabic");
  });
});

test.describe("phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  for (const kind of KINDS) {
    test(`a ${kind} fits on a phone`, async ({ page }) => {
      await page.goto(address(kind));
      await expect(page.getByRole("tabpanel")).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  }

  test("a calendar is a list of the days that have rows", async ({ app, page }) => {
    await page.goto(address("month"));
    const panel = app.result.view("By Due Date");

    await expect(panel.getByRole("table")).toBeHidden();
    await expect(panel.getByRole("listitem").filter({ hasText: "Wed, Mar 18" })).toBeVisible();
  });
});
