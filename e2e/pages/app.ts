/** The whole client: its pages and what stands around them. */

import { expect, type Page } from "@playwright/test";

import { type Language, Words } from "../harness/words.ts";
import { Builder } from "./builder.ts";
import { Compare } from "./compare.ts";
import { ComponentsPage } from "./components.ts";
import { CrashPage } from "./crash-page.ts";
import { Dashboards } from "./dashboards.ts";
import { Drawing } from "./drawing.ts";
import { ErrorsPage } from "./errors.ts";
import { FilePage } from "./file.ts";
import { FromFile } from "./from-file.ts";
import { Help } from "./help.ts";
import { PlanPart } from "./plan.ts";
import { Result } from "./result.ts";
import { Script } from "./script.ts";
import { Shell } from "./shell.ts";
import { Suggestions } from "./suggestions.ts";
import { Welcome } from "./welcome.ts";
import { Wizard } from "./wizard.ts";

export class App {
  readonly shell: Shell;
  readonly welcome: Welcome;
  readonly wizard: Wizard;
  readonly result: Result;
  readonly dashboards: Dashboards;
  readonly plan: PlanPart;
  readonly compare: Compare;
  readonly file: FilePage;
  readonly crash: CrashPage;
  readonly components: ComponentsPage;
  readonly errors: ErrorsPage;
  readonly help: Help;
  readonly builder: Builder;
  readonly drawing: Drawing;
  readonly suggestions: Suggestions;
  readonly fromFile: FromFile;
  readonly script: Script;

  constructor(
    readonly page: Page,
    readonly words: Words,
  ) {
    this.shell = new Shell(page, words);
    this.welcome = new Welcome(page, words);
    this.wizard = new Wizard(page, words);
    this.result = new Result(page, words);
    this.dashboards = new Dashboards(page, words);
    this.plan = new PlanPart(page, words);
    this.compare = new Compare(page, words);
    this.file = new FilePage(page, words);
    this.crash = new CrashPage(page, words);
    this.components = new ComponentsPage(page);
    this.errors = new ErrorsPage(page, words);
    this.help = new Help(page, words);
    this.builder = new Builder(page, words);
    this.drawing = new Drawing(page, words);
    this.suggestions = new Suggestions(page, words);
    this.fromFile = new FromFile(page, words);
    this.script = new Script(page, words);
  }

  /** Switches the language; returns the client in it. */
  async speak(language: Language): Promise<App> {
    await this.shell.language.selectOption(language);
    const switched = new App(this.page, new Words(language));
    await expect(switched.shell.language).toBeVisible();
    return switched;
  }
}
