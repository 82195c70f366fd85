/** The whole job with a mouse: five answers, one system, three files. */

import { expect, test } from "./harness/test.ts";

test("five answers become a system with a workbook, a guide and a blueprint", async ({ app }) => {
  const { welcome, wizard, result } = app;

  await welcome.open();
  await welcome.start.click();
  await wizard.expectStep("platform");
  await wizard.choosePlatform("Notion");
  await wizard.goOnTo("priorities");
  await wizard.chooseOnly("priority", ["organization", "search"]);
  await wizard.goOnTo("features");
  await wizard.chooseOnly("feature", ["tags", "projects", "reminders", "dashboard"]);
  await wizard.goOnTo("team");
  await wizard.chooseTeamSize("2_5");
  await wizard.chooseComplexity("moderate");
  await wizard.goOnTo("review");
  await wizard.finish.click();
  await result.expectShown();

  const workbook = await result.download("xlsx");
  const guide = await result.download("guide_markdown");
  const blueprint = await result.download("blueprint_json");

  expect(workbook.name).toMatch(/\.xlsx$/);
  expect(workbook.sheets).toEqual(expect.arrayContaining(["Sessions", "Topics", "Projects", "Action Items", "Overview"]));
  expect(Object.keys(workbook.parts)).toEqual(expect.arrayContaining(["[Content_Types].xml", "xl/styles.xml", "xl/charts/chart1.xml"]));
  expect(guide.name).toMatch(/\.md$/);
  expect(guide.text).toMatch(/^# /);
  expect(guide.text).toContain("Notion");
  expect(guide.text.match(/^\d+\. |^- \[ \] |^#{2,3} .*\d/gm)?.length ?? 0, "steps of the guide").toBeGreaterThan(10);
  expect(blueprint.name).toMatch(/\.json$/);
  expect(blueprint.json).toMatchObject({ schema_version: expect.anything(), tables: expect.any(Array) });
});

test("the system grows beside the questions with every answer", async ({ app }) => {
  const { wizard } = app;

  await wizard.open("features");
  await expect(wizard.table("Projects")).toHaveCount(0);
  await wizard.feature("projects").check();
  await expect(wizard.table("Projects")).toBeVisible();

  await wizard.feature("projects").uncheck();
  await expect(wizard.table("Projects")).toHaveCount(0);
});

test("every option has an explanation of its own", async ({ app, page }) => {
  const explanations: string[] = [];
  await app.wizard.open("platform");

  for (const step of ["platform", "priorities", "features", "team"] as const) {
    await app.wizard.jumpTo(step);
    const options = page.getByRole(/platform|team/.test(step) ? "radio" : "checkbox");
    await expect(options.first()).toBeAttached();
    for (const option of await options.all()) {
      await expect(option).toHaveAccessibleDescription(/\w.{15,}/);
      explanations.push(`${step}: ${await option.evaluate((input) => document.getElementById((input.getAttribute("aria-describedby") ?? "").split(" ")[0] ?? "")?.textContent)}`);
    }
  }

  expect(explanations).toHaveLength(15 + 8 + 8 + 4 + 3);
  expect(new Set(explanations).size, "different explanations").toBe(explanations.length);
});

test("nobody goes on without a priority", async ({ app }) => {
  const { wizard, shell } = app;

  await wizard.open("priorities");
  await wizard.chooseOnly("priority", []);
  await wizard.next.click();

  await expect(shell.messages.filter({ hasText: app.words.say("wizard.not_yet") })).toBeVisible();
  await wizard.expectStep("priorities");
});

test("a field of one's own ends up in the design", async ({ app }) => {
  const { wizard, result } = app;

  await wizard.open("review");
  await wizard.addField("Client", "Text");
  await wizard.finish.click();
  await result.expectShown();

  expect((await result.download("blueprint_json")).text).toContain('"Client"');
});

test("the tables are shown with sample chats and the reasons for their fields", async ({ app }) => {
  const { wizard, result } = app;

  await wizard.answer({ platform: "airtable", priorities: ["organization", "analytics"], features: ["tags", "projects"], team_size: "just_me", complexity: "advanced" });
  await wizard.finish.click();
  await result.expectShown();

  await result.openPart("tables");
  await expect(result.rows("Sessions")).not.toHaveCount(1);
  for (const table of ["Topics", "Projects", "Sessions"]) await result.openTable(table);
});

test("the plan says what a platform cannot do and what comes instead", async ({ app }) => {
  const { wizard, result } = app;
  await wizard.answer({ platform: "airtable", priorities: ["organization", "search"], features: ["projects", "timeline"], team_size: "just_me", complexity: "advanced" });
  await wizard.finish.click();
  await result.expectShown();

  await result.openPart("plan");
  const exact = await result.countOf("exact");
  await result.switchPlatform("Trello");

  await expect(result.fit("Trello")).toBeVisible();
  expect(await result.countOf("exact")).toBeLessThan(exact);
  expect(await result.countOf("adapted")).toBeGreaterThan(3);
});
