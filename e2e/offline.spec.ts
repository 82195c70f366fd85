/** Once the client has loaded, the server may go: the whole job is done without it, in every language. */

import { Server } from "./harness/server.ts";
import { expect, test as base } from "./harness/test.ts";

/** A server of one's own, to be ended in the middle of a test. */
const test = base.extend<{ server: Server }>({
  server: async ({}, use) => {
    const server = await Server.start();
    await use(server);
    await server.dispose();
  },
  baseURL: async ({ server }, use) => use(server.url),
});

test("the whole job is done without a server, in both languages", async ({ app, incidents, server }) => {
  const { welcome, wizard, result } = app;
  await welcome.open();
  await incidents.untilLoaded(/worker.*\.wasm$/, /\/locales\/en\.json$/, /\/locales\/de\.json$/);

  await server.kill();
  await welcome.start.click();
  await wizard.expectStep("platform");
  await wizard.choosePlatform("Google Sheets");
  await wizard.goOnTo("priorities");
  await wizard.goOnTo("features");
  await wizard.feature("projects").check();
  await wizard.goOnTo("team");
  await wizard.goOnTo("review");
  await wizard.finish.click();
  await result.expectShown();

  const english = await result.downloadAll();
  expect(english.xlsx.sheets).toContain("Projects");
  expect(english.guide_markdown.text).toContain("Google Sheets");

  const german = await (await app.speak("de")).result.downloadAll();
  expect(german.xlsx.sheets).toContain("Projekte");
  expect(german.guide_markdown.text).toContain("Tabelle");
  expect(german.blueprint_json.text).not.toBe(english.blueprint_json.text);
});

test("answers given without a server are still there when it is back", async ({ app, incidents, page, server }) => {
  await app.wizard.open("platform");
  await incidents.untilLoaded(/worker.*\.wasm$/, /\/locales\/de\.json$/);
  await server.kill();
  await app.wizard.choosePlatform("Obsidian");
  await app.wizard.goOnTo("priorities");

  await server.resume();
  await page.goto("/");
  await app.wizard.open("platform");

  await expect(app.wizard.platform("Obsidian")).toBeChecked();
});
