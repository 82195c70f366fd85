/** The finished system: its tables, its plan, its files. */

import { expect, type Locator, type Page } from "@playwright/test";

import { ReceivedFile } from "../harness/files.ts";
import type { Format } from "../harness/formats.ts";
import type { Words } from "../harness/words.ts";
import { Diagram } from "./diagram.ts";

export const PARTS = ["overview", "tables", "dashboards", "automation", "plan", "compare", "files"] as const;
export type Part = (typeof PARTS)[number];

export class Result {
  readonly heading: Locator;
  readonly platform: Locator;
  readonly copyLink: Locator;
  readonly change: Locator;
  readonly diagram: Diagram;
  /** The one note in which reasons are said. */
  readonly note: Locator;

  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {
    this.diagram = new Diagram(page, words);
    this.note = page.getByRole("tooltip");
    const main = page.getByRole("main");
    this.heading = main.getByRole("heading", { level: 1 });
    this.platform = main.getByRole("combobox", { name: words.say("result.platform"), exact: true });
    this.copyLink = main.getByRole("button", { name: words.say("result.copy_link"), exact: true });
    this.change = main.getByRole("link", { name: words.say("result.change"), exact: true });
  }

  async open(part: Part = "overview"): Promise<void> {
    await this.page.goto(`/system/${part}`);
    await this.expectPart(part);
  }

  async expectShown(): Promise<void> {
    await this.expectPart("overview");
    await expect(this.heading).toBeVisible();
  }

  partLink(part: Part): Locator {
    const name = new RegExp(`^${this.words.say(`result.${part}`)}`);
    return this.page.getByRole("navigation", { name: this.words.say("result.parts") }).getByRole("link", { name });
  }

  async openPart(part: Part): Promise<void> {
    await this.partLink(part).click();
    await this.expectPart(part);
  }

  async expectPart(part: Part): Promise<void> {
    await expect(this.partLink(part)).toHaveAttribute("aria-current", "page");
  }

  /** Leads to a table. */
  tableLink(name: string): Locator {
    return this.page.getByRole("navigation", { name: this.words.say("tables.index"), exact: true }).getByRole("link", { name, exact: true });
  }

  /** The table in sight. */
  table(name: string): Locator {
    return this.page.getByRole("main").getByRole("region", { name, exact: true }).filter({ has: this.page.getByRole("tablist") });
  }

  async openTable(name: string): Promise<void> {
    await this.tableLink(name).click();
    await expect(this.table(name)).toBeVisible();
  }

  /** The views of the table in sight. */
  get views(): Locator {
    return this.page.getByRole("main").getByRole("tab");
  }

  viewTab(name: string): Locator {
    return this.page.getByRole("main").getByRole("tab", { name, exact: true });
  }

  /** A view, once it is in sight. */
  view(name: string): Locator {
    return this.page.getByRole("main").getByRole("tabpanel", { name, exact: true });
  }

  async openView(name: string): Promise<Locator> {
    await this.viewTab(name).click();
    await expect(this.view(name)).toBeVisible();
    return this.view(name);
  }

  /** What the open view does with the rows, a phrase each. */
  get viewTerms(): Locator {
    return this.page.getByRole("list", { name: this.words.say("views.terms"), exact: true }).getByRole("listitem");
  }

  /** A column of an open board. */
  column(name: string): Locator {
    return this.page.getByRole("tabpanel").getByRole("region", { name: new RegExp(`^${name} \\d+$`) });
  }

  /** The sample rows of a table, its row of names first. */
  rows(table: string): Locator {
    const name = this.words.say("tables.sample_rows", { table });
    return this.page.getByRole("table", { name, exact: true }).getByRole("row");
  }

  /** The mark beside something that says why it is there. */
  why(name: string): Locator {
    return this.page.getByRole("button", { name: this.words.say("reason.why_named", { name }), exact: true });
  }

  /** What the plan says about how the system fits a platform. */
  fit(platform: string): Locator {
    return this.page.getByRole("region", { name: this.words.say("plan.fit", { platform }), exact: true });
  }

  /** How much there is of everything: tables, fields, views, automations. */
  get counts(): Locator {
    return this.page.getByRole("list", { name: this.words.say("overview.counts") }).getByRole("listitem");
  }

  /** How many elements the plan counts as `outcome`. */
  async countOf(outcome: "exact" | "adapted" | "manual" | "impossible"): Promise<number> {
    const name = this.words.say(`outcome.${outcome}`);
    const item = this.page.getByRole("listitem").filter({ hasText: new RegExp(`^\\d+\\s*${name}$`) });
    return Number.parseInt((await item.textContent()) ?? "", 10);
  }

  async switchPlatform(name: string): Promise<void> {
    await this.platform.selectOption({ label: name });
  }

  /** The file that the platform takes best. */
  get best(): Locator {
    return this.page.getByRole("region", { name: this.words.say("files.title"), exact: true });
  }

  /** Takes a file, from wherever it is offered. */
  downloadButton(format: Format): Locator {
    return this.page.getByRole("button", { name: this.words.say("files.take_named", { file: this.words.file(format) }), exact: true });
  }

  /** Leads to what a file looks like, from wherever it is offered. */
  previewLink(format: Format): Locator {
    return this.page.getByRole("link", { name: this.words.say("files.preview_named", { file: this.words.file(format) }), exact: true });
  }

  /** Leads from the file to take to all the others. */
  get others(): Locator {
    const name = new RegExp(`^${this.words.say("files.others.other", { count: "\\d+" })}$`);
    return this.best.getByRole("link", { name });
  }

  /** Takes a file; one that stands among the others is looked for there. */
  async download(format: Format): Promise<ReceivedFile> {
    await expect(this.heading).toBeVisible();
    if (!(await this.downloadButton(format).isVisible())) await this.openPart("files");
    const download = this.page.waitForEvent("download");
    const failure = this.failure();
    await this.downloadButton(format).click();
    return ReceivedFile.from(await Promise.race([download, failure]));
  }

  /** Takes what every platform offers. */
  async downloadAll(): Promise<Record<"xlsx" | "guide_markdown" | "blueprint_json", ReceivedFile>> {
    return {
      xlsx: await this.download("xlsx"),
      guide_markdown: await this.download("guide_markdown"),
      blueprint_json: await this.download("blueprint_json"),
    };
  }

  /** Opens everything that opens on demand. */
  async openAllDetails(): Promise<void> {
    await this.page.getByRole("group", { includeHidden: true }).evaluateAll((groups) => {
      for (const group of groups) if (group instanceof HTMLDetailsElement) group.open = true;
    });
  }

  /** Rejects with what the person is told when a file could not be made. */
  private async failure(): Promise<never> {
    const [sentence = ""] = this.words.say("files.failed").split("{");
    const message = this.page.getByRole("status").filter({ hasText: sentence.trim() });
    await message.waitFor();
    throw new Error((await message.textContent()) ?? "");
  }
}
