/** Once the client has been opened, the server may go: every page opens and the whole job is done without it. */

import { expectAccessible } from "./harness/accessibility.ts";
import { keptAddresses, untilKept } from "./harness/device.ts";
import { FORMATS } from "./harness/formats.ts";
import { Server } from "./harness/server.ts";
import { expect, test as base } from "./harness/test.ts";
import { PARTS } from "./pages/result.ts";
import { STEPS } from "./pages/wizard.ts";

/** A server of one's own, to be ended in the middle of a test. */
const test = base.extend<{ server: Server }>({
  server: async ({}, use) => {
    const server = await Server.start();
    await use(server);
    await server.dispose();
  },
  baseURL: async ({ server }, use) => use(server.url),
});

test.describe("with a service worker", () => {
  test.use({ serviceWorkers: "allow" });

  test("every page opens without a server, by its address alone", async ({ app, page, server }) => {
    const { welcome, wizard, result, file } = app;
    await welcome.open();
    await untilKept(page);

    await server.kill();

    await welcome.open();
    for (const step of STEPS) await wizard.open(step);
    for (const part of PARTS) await result.open(part);
    for (const format of ["guide_html", "diagram_svg", "xlsx"] as const) await file.open(format);
    await expect(page.getByRole("tab", { name: "Sessions", exact: true })).toBeVisible();
    await page.goto("/nowhere?at=all");
    await expect(page.getByRole("heading", { level: 1, name: app.words.say("not_found.title") })).toBeVisible();
  });

  test("what may be written in the text mode is known without a server", async ({ app, page, server }) => {
    const { welcome, builder, script } = app;
    await welcome.open();
    await untilKept(page);
    await server.kill();
    await builder.start();
    await script.open();
    await script.caretBehind('"date_format": "');
    await page.keyboard.press("Control+Space");
    await expect(script.options).toHaveCount(4);
  });

  test("the whole job is done from a reload without a server on", async ({ app, page, server }) => {
    test.slow();
    const { welcome, wizard, result } = app;
    await welcome.open();
    await untilKept(page);
    await server.kill();
    await page.reload();

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
    await result.openPart("files");
    for (const format of FORMATS) {
      if (!(await result.downloadButton(format).isVisible())) continue;
      expect((await result.download(format)).bytes.length, format).toBeGreaterThan(0);
    }
  });

  test("another language is there without a server", async ({ app, page, server }) => {
    await app.result.open("tables");
    await untilKept(page);
    await server.kill();
    await page.reload();

    const { result } = await app.speak("de");
    await page.reload();

    await expect(result.change).toBeVisible();
    expect((await result.download("xlsx")).sheets).toContain("Themen");
  });

  test("answers given without a server are still there when it is back", async ({ app, page, server }) => {
    await app.wizard.open("platform");
    await untilKept(page);
    await server.kill();
    await app.wizard.choosePlatform("Obsidian");
    await app.wizard.goOnTo("priorities");

    await server.resume();
    await app.wizard.open("platform");

    await expect(app.wizard.platform("Obsidian")).toBeChecked();
  });

  test("what the API answers is never kept", async ({ app, page }) => {
    await app.welcome.open();
    await untilKept(page);

    const status = await page.evaluate(async () => (await fetch("/api/v1/health")).status);

    expect(status).toBe(200);
    expect((await keptAddresses(page)).filter((address) => address.startsWith("/api/"))).toEqual([]);
  });

  test("a page of the server's says that it needs one", async ({ app, incidents, page, server }) => {
    await app.welcome.open();
    await untilKept(page);
    await server.kill();
    incidents.expect(/ERR_CONNECTION_REFUSED/);

    await page.goto("/api/docs");

    await expect(page.getByRole("heading", { level: 1, name: app.words.say("offline.page.title") })).toBeVisible();
    await expectAccessible(page, "a page that needs a connection");
  });

  test("being offline is said, and that it is over", async ({ app, context, page }) => {
    const { shell, wizard } = app;
    await wizard.open("platform");
    await untilKept(page);
    await expect(shell.offlineBadge).toBeHidden();

    await context.setOffline(true);

    await expect(shell.offlineBadge).toBeVisible();
    await expect(shell.messages.filter({ hasText: app.words.say("offline.gone") })).toBeVisible();
    await expectAccessible(page, "offline");
    await page.reload();
    await wizard.expectStep("platform");
    await expect(shell.offlineBadge).toBeVisible();

    await context.setOffline(false);

    await expect(shell.offlineBadge).toBeHidden();
    await expect(shell.messages.filter({ hasText: app.words.say("offline.back") })).toBeVisible();
  });
});

test("an open page goes on where there is no service worker", async ({ app, server }) => {
  const { wizard, result } = app;
  await result.open("tables");
  await result.download("xlsx");

  await server.kill();

  for (const part of PARTS) await result.openPart(part);
  expect((await result.download("xlsx")).sheets).toContain("Topics");
  await result.change.click();
  await wizard.goBackTo("team");
});

test("its manifest has everything an installation needs", async ({ page, request }) => {
  await page.goto("/");
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const answer = await request.get(address ?? "");
  expect(answer.headers()["content-type"]).toBe("application/manifest+json");
  const manifest = await answer.json();

  expect(manifest).toMatchObject({ id: "/", scope: "/", display: "standalone", lang: "en", dir: "ltr" });
  expect(manifest.shortcuts).toHaveLength(3);
  const pictures: { src: string; sizes: string; type: string }[] = [
    ...manifest.icons,
    ...manifest.screenshots,
    ...manifest.shortcuts.flatMap((shortcut: { icons: unknown[] }) => shortcut.icons),
  ];
  for (const { src, sizes, type } of pictures) {
    const picture = await request.get(src);
    expect([src, picture.status(), picture.headers()["content-type"]]).toEqual([src, 200, type]);
    if (type !== "image/png") continue;
    const bytes = await picture.body();
    expect([src, `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`]).toEqual([src, sizes]);
  }
  for (const { url } of manifest.shortcuts) expect(await request.get(url)).toBeOK();
});
