/** The wizard: five questions, one at a time. */

import { expect, type Locator, type Page } from "@playwright/test";

import type { Words } from "../harness/words.ts";

export const STEPS = ["platform", "priorities", "features", "team", "review"] as const;
export type Step = (typeof STEPS)[number];

/** Answers as the API takes them. */
export interface Answers {
  platform: string;
  priorities: string[];
  features: string[];
  team_size: string;
  complexity: string;
}

/** What platforms are called by their makers, in every language. */
const PLATFORM_NAMES: Record<string, string> = {
  notion: "Notion",
  airtable: "Airtable",
  google_sheets: "Google Sheets",
  excel: "Excel",
  obsidian: "Obsidian",
  logseq: "Logseq",
  monday: "monday.com",
  clickup: "ClickUp",
  trello: "Trello",
  asana: "Asana",
  jira: "Jira",
  linear: "Linear",
  coda: "Coda",
};

export class Wizard {
  readonly next: Locator;
  readonly back: Locator;
  readonly finish: Locator;
  /** The system so far, beside the questions. */
  readonly preview: Locator;
  /** Opens the system so far where there is no room for it beside the questions. */
  readonly opener: Locator;
  /** What the option at hand would change. */
  readonly outlook: Locator;
  /** What the last answer changed, as screen readers are told. */
  readonly told: Locator;
  /** How long the system takes to set up. */
  readonly effort: Locator;
  /** What to know about the answers. */
  readonly advice: Locator;
  readonly takeRecommendations: Locator;
  readonly undo: Locator;
  /** The way to the system from every step. */
  readonly now: Locator;
  readonly helpButtons: Locator;
  /** The help that is open. */
  readonly help: Locator;
  /** The way back to one's own answers after a link brought others. */
  readonly takeOwnBack: Locator;

  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {
    this.next = page.getByRole("button", { name: words.say("wizard.continue"), exact: true });
    this.back = page.getByRole("link", { name: words.say("wizard.back"), exact: true });
    this.finish = page.getByRole("button", { name: words.say("wizard.finish"), exact: true });
    this.takeOwnBack = page.getByRole("button", { name: words.say("arrival.take_own_back"), exact: true });
    this.preview = page.getByRole("complementary", { name: words.say("preview.title") });
    this.opener = page.getByRole("button", { name: words.say("preview.open") });
    this.outlook = this.preview.getByRole("paragraph").nth(1);
    this.told = this.preview.getByRole("status");
    this.effort = this.preview.getByRole("group").locator("summary");
    this.advice = page.getByRole("region", { name: words.say("advice.title") });
    this.takeRecommendations = this.advice.getByRole("button", { name: words.say("advice.take_all"), exact: true });
    this.undo = page.getByRole("button", { name: words.say("advice.undo"), exact: true });
    this.now = page.getByRole("button", { name: words.say("wizard.now"), exact: true });
    this.helpButtons = page.getByRole("button", { name: new RegExp(`^${words.say("help.about", { option: ".+" })}$`) });
    this.help = page.getByRole("note");
  }

  async open(step: Step = "platform"): Promise<void> {
    await this.page.goto(`/design/${step}`);
    await this.expectStep(step);
  }

  heading(step: Step): Locator {
    return this.page.getByRole("heading", { level: 1, name: this.words.say(`step.${step}.title`), exact: true });
  }

  async expectStep(step: Step): Promise<void> {
    await expect(this.heading(step)).toBeVisible();
    // The first question is there before the client is; its options are not.
    if (step === "platform") await expect(this.page.getByRole("main").getByRole("radio").first()).toBeVisible();
  }

  /** What is said about where the answers on screen came from. */
  arrival(from: "link" | "previous_product" | "unreadable"): Locator {
    return this.page.getByRole("main").getByText(this.words.say(`arrival.${from}`));
  }

  /** A table in the picture of the system so far. */
  table(name: string): Locator {
    return this.preview.getByRole("list", { name: this.words.say("preview.tables") }).getByText(name, { exact: true });
  }

  /** A column of the sample chats. */
  column(name: string): Locator {
    return this.preview.getByRole("columnheader", { name, exact: true });
  }

  /** A way to settle a conflict. */
  remedy(name: string): Locator {
    return this.advice.getByRole("button", { name, exact: true });
  }

  helpAbout(option: string): Locator {
    return this.page.getByRole("button", { name: this.words.say("help.about", { option }), exact: true });
  }

  platform(name: string): Locator {
    return this.page.getByRole("radio", { name, exact: true });
  }

  priority(value: string): Locator {
    return this.option("priority", value);
  }

  feature(value: string): Locator {
    return this.option("feature", value);
  }

  teamSize(value: string): Locator {
    return this.answerTo("team_size", value);
  }

  complexity(value: string): Locator {
    return this.answerTo("complexity", value);
  }

  async choosePlatform(name: string): Promise<void> {
    await this.platform(name).check();
  }

  /** Leaves exactly these values of a group chosen on the page. */
  async chooseOnly(group: "priority" | "feature", values: string[]): Promise<void> {
    const others = this.words.values(group).filter((value) => !values.includes(value));
    // What is wanted comes in before the rest goes: nothing chosen at all is not an answer.
    for (const value of values) await this.option(group, value).check();
    for (const value of others) await this.option(group, value).uncheck();
  }

  /** Every value of a group. */
  valuesOf(group: "priority" | "feature"): string[] {
    return this.words.values(group);
  }

  async chooseTeamSize(value: string): Promise<void> {
    await this.teamSize(value).check();
  }

  async chooseComplexity(value: string): Promise<void> {
    await this.complexity(value).check();
  }

  /** Goes on; the page is at `step` when this returns. */
  async goOnTo(step: Step): Promise<void> {
    await this.next.click();
    await this.expectStep(step);
  }

  async goBackTo(step: Step): Promise<void> {
    await this.back.click();
    await this.expectStep(step);
  }

  /** Jumps to a step by the row of steps. */
  async jumpTo(step: Step): Promise<void> {
    await this.page
      .getByRole("navigation", { name: this.words.say("wizard.steps") })
      .getByRole("link", { name: this.words.say(`step.${step}`) })
      .click();
    await this.expectStep(step);
  }

  /** Opens the finer points on the last page. */
  async openFinerPoints(): Promise<void> {
    const language = this.page.getByLabel(this.words.say("customize.language"), { exact: true });
    if (!(await language.isVisible())) await this.page.getByText(this.words.say("customize.title"), { exact: true }).click();
    await expect(language).toBeVisible();
  }

  /** Adds a field of one's own. */
  async addField(name: string, kind: string): Promise<void> {
    await this.openFinerPoints();
    await this.page.getByLabel(this.words.say("extra_fields.name"), { exact: true }).fill(name);
    await this.page.getByLabel(this.words.say("extra_fields.kind"), { exact: true }).selectOption({ label: kind });
    await this.page.getByRole("button", { name: this.words.say("extra_fields.add"), exact: true }).click();
    await expect(this.page.getByRole("button", { name: this.words.say("extra_fields.remove", { name }) })).toBeVisible();
  }

  /** Which language the design speaks, whatever the interface speaks. */
  async designIn(language: "English" | "Deutsch"): Promise<void> {
    await this.openFinerPoints();
    await this.page.getByLabel(this.words.say("customize.language"), { exact: true }).selectOption({ label: language });
  }

  /** Answers everything, from wherever the wizard is to its last page. */
  async answer(answers: Answers): Promise<void> {
    await this.open("platform");
    await this.choosePlatform(PLATFORM_NAMES[answers.platform] ?? this.title("platform", answers.platform));
    await this.goOnTo("priorities");
    await this.chooseOnly("priority", answers.priorities);
    await this.goOnTo("features");
    await this.chooseOnly("feature", answers.features);
    await this.goOnTo("team");
    await this.chooseTeamSize(answers.team_size);
    await this.chooseComplexity(answers.complexity);
    await this.goOnTo("review");
  }

  private option(group: "priority" | "feature", value: string): Locator {
    return this.page.getByRole("checkbox", { name: this.title(group, value), exact: true });
  }

  private answerTo(group: "team_size" | "complexity", value: string): Locator {
    const question = this.page.getByRole("group", { name: this.words.say(`${group}.question`) });
    return question.getByRole("radio", { name: this.title(group, value), exact: true });
  }

  private title(group: string, value: string): string {
    return this.words.say(`${group}.${value}.title`);
  }
}
