/** Answers that differ in everything from one number to the next, always the same for the same number. */

import type { APIRequestContext } from "@playwright/test";

import type { Language } from "./words.ts";

export interface Sample {
  platform: string;
  team_size: string;
  priorities: string[];
  features: string[];
  complexity: string;
  customization: { language: Language; date_format: string; color_scheme: string; extra_fields: { name: string; kind: string }[] };
}

/** What every answer can be. */
export type Choices = Record<"platforms" | "priorities" | "features" | "team_sizes" | "complexities", string[]>;

/** Names that files must take and may not trip over. */
const FIELD_NAMES = ["Größe", "=1+1", "../etc/passwd", "Назва", "CON", "a \"b\" <c>", "😀 mood", "field; drop table"];
const FIELD_KINDS = ["text", "number", "date", "checkbox", "url"];
const DATE_FORMATS = ["iso", "day_first", "month_first", "dotted"];
const COLOR_SCHEMES = ["calm", "vivid", "mono"];

/** The answers of `number`. The platform goes around, so that each comes as often as the others. */
export function sample(number: number, choices: Choices): Sample {
  const dice = new Dice(number);
  const priorities = dice.some(choices.priorities);
  return {
    platform: choices.platforms[number % choices.platforms.length]!,
    team_size: dice.one(choices.team_sizes),
    priorities: priorities.length > 0 ? priorities : ["search"],
    features: dice.some(choices.features),
    complexity: dice.one(choices.complexities),
    customization: {
      language: dice.one(["en", "de"] as const),
      date_format: dice.one(DATE_FORMATS),
      color_scheme: dice.one(COLOR_SCHEMES),
      extra_fields: dice.some(FIELD_NAMES).map((name) => ({ name, kind: dice.one(FIELD_KINDS) })),
    },
  };
}

/** What the server takes as answers. */
export async function choices(request: APIRequestContext): Promise<Choices> {
  const options: Record<string, { id: string }[]> = await (await request.get("/api/v1/options")).json();
  const ids = (name: string) => (options[name] ?? []).map(({ id }) => id);
  return {
    platforms: ids("platforms"),
    priorities: ids("priorities"),
    features: ids("features"),
    team_sizes: ids("team_sizes"),
    complexities: ids("complexities"),
  };
}

/** The design of answers, by the server. */
export async function design(request: APIRequestContext, answers: object): Promise<unknown> {
  const answer = await request.post("/api/v1/designs", { data: { answers } });
  if (answer.status() !== 200) throw new Error(await answer.text());
  return (await answer.json()).blueprint;
}

/** Numbers without a pattern, from a seed (Mulberry32). */
class Dice {
  constructor(private seed: number) {}

  one<T>(of: readonly T[]): T {
    return of[this.roll() % of.length]!;
  }

  some<T>(of: readonly T[]): T[] {
    return of.filter(() => this.roll() % 3 !== 0);
  }

  private roll(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), this.seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
}
