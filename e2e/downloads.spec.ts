/** The browser's files are the server's files, byte for byte. */

import { type APIRequestContext } from "@playwright/test";

import { expect, test } from "./harness/test.ts";
import { LANGUAGES } from "./harness/words.ts";
import { FORMATS, type Format } from "./pages/result.ts";
import { type Answers } from "./pages/wizard.ts";

const CASES: Record<string, Answers> = {
  "a small workbook": { platform: "excel", priorities: ["simplicity"], features: [], team_size: "just_me", complexity: "simple" },
  "a team's database": { platform: "notion", priorities: ["organization", "collaboration"], features: ["tags", "projects", "reminders"], team_size: "2_5", complexity: "moderate" },
  "everything there is": {
    platform: "jira",
    priorities: ["organization", "search", "analytics", "collaboration", "automation", "simplicity", "portability", "integration"],
    features: ["tags", "projects", "timeline", "templates", "reminders", "exports", "dashboard", "archive"],
    team_size: "20_plus",
    complexity: "advanced",
  },
};

for (const language of LANGUAGES) {
  test.describe(language, () => {
    test.use({ language });

    for (const [name, answers] of Object.entries(CASES)) {
      test(`${name} has the same bytes from browser and server`, async ({ app, request }) => {
        await app.wizard.answer(answers);
        await app.wizard.finish.click();
        await app.result.expectShown();

        const blueprint = await design(request, { ...answers, customization: { language } });
        for (const format of FORMATS) {
          const ours = await app.result.download(format);
          const theirs = await artifact(request, { blueprint, platform: answers.platform, format });
          expect(ours.name, format).toBe(theirs.name);
          expect(ours.bytes.equals(theirs.bytes), `${format} from browser and server`).toBe(true);
        }
      });
    }
  });
}

async function design(request: APIRequestContext, answers: Answers & { customization: object }): Promise<unknown> {
  const answer = await request.post("/api/v1/designs", { data: { answers } });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()).blueprint;
}

async function artifact(
  request: APIRequestContext,
  data: { blueprint: unknown; platform: string; format: Format },
): Promise<{ name: string; bytes: Buffer }> {
  const answer = await request.post("/api/v1/artifacts", { data });
  expect(answer.status()).toBe(200);
  const name = /filename="([^"]*)"/.exec(answer.headers()["content-disposition"] ?? "")?.[1] ?? "no name";
  return { name, bytes: await answer.body() };
}
