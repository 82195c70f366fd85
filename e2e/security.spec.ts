/** The whole job asks nobody but our own server, and stays within the page's policy. */

import { expect, test } from "./harness/test.ts";
import { PARTS } from "./pages/result.ts";

test("the page's policy is strict", async ({ request }) => {
  const answer = await request.get("/");

  const policy = answer.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toContain("'unsafe-inline'");
  expect(policy).not.toContain("'unsafe-eval'");
  expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
});

test("nothing that is answered is sent anywhere", async ({ app, incidents, page }) => {
  const { welcome, wizard, result } = app;
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" || new URL(request.url()).pathname.startsWith("/api/")) sent.push(request.url());
  });

  await welcome.open();
  await wizard.answer({ platform: "monday", priorities: ["search", "analytics"], features: ["dashboard"], team_size: "6_20", complexity: "advanced" });
  await wizard.finish.click();
  await result.expectShown();
  for (const part of PARTS) await result.openPart(part);
  await result.downloadAll();
  await app.speak("de");

  expect(sent).toEqual([]);
  // Errors in the console, refused policies and foreign requests fail every test, this one by name.
  incidents.assertNone();
});

test("the watch itself sees what it must see", async ({ app, incidents, page }) => {
  incidents.expect(/policy|foreign request|Content Security Policy|Refused/);
  await app.welcome.open();

  await page.evaluate(() => {
    const image = new Image();
    image.src = "https://elsewhere.example/pixel.png";
  });

  await expect.poll(() => incidents.seen.some((incident) => incident.startsWith("policy: img-src"))).toBe(true);
});
