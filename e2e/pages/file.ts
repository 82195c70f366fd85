/** A file before it is taken: what to do with it, what it looks like. */

import { expect, type Locator, type Page } from "@playwright/test";

import { ReceivedFile } from "../harness/files.ts";
import type { Format } from "../harness/formats.ts";
import type { Words } from "../harness/words.ts";

/** The largest file, made by a worker that has just started on a busy machine, is there within this time. */
const MADE_WITHIN_MS = 30_000;

export class FilePage {
  readonly heading: Locator;
  readonly back: Locator;
  readonly downloadButton: Locator;
  readonly copyButton: Locator;
  /** What to do with it, one after the other. */
  readonly steps: Locator;
  /** The frame with a text or a document. */
  readonly frame: Locator;
  readonly picture: Locator;
  readonly sheets: Locator;
  readonly progress: Locator;
  readonly stop: Locator;
  readonly again: Locator;
  readonly failure: Locator;

  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {
    const main = page.getByRole("main");
    const aside = main.getByRole("complementary", { name: words.say("files.steps") });
    this.heading = main.getByRole("heading", { level: 1 });
    this.back = main.getByRole("link", { name: words.say("files.all"), exact: true });
    this.downloadButton = aside.getByRole("button", { name: words.say("files.take"), exact: true });
    this.copyButton = aside.getByRole("button", { name: words.say("files.copy"), exact: true });
    this.steps = aside.getByRole("listitem");
    this.frame = main.getByRole("region", { name: words.say("files.preview"), exact: true });
    this.picture = main.getByRole("img", { name: words.say("files.picture"), exact: true });
    this.sheets = main.getByRole("tablist", { name: words.say("files.sheets") }).getByRole("tab");
    this.progress = main.getByRole("progressbar");
    this.stop = main.getByRole("button", { name: words.say("files.stop"), exact: true });
    this.again = main.getByRole("button", { name: words.say("files.again"), exact: true });
    this.failure = main.getByRole("alert");
  }

  async open(format: Format): Promise<void> {
    await this.page.goto(`/system/files/${format}`);
    await this.expectShown(format);
  }

  /** The page of this file, with all that is known about it. */
  async expectShown(format: Format): Promise<void> {
    await expect(this.heading).toHaveText(this.words.file(format));
    await expect(this.steps.first().or(this.failure)).toBeVisible({ timeout: MADE_WITHIN_MS });
    const told = (await this.failure.isVisible()) ? await this.failure.textContent() : "";
    expect(told, `what is said about ${format}`).toBe("");
  }

  /** A folder or file in an archive, by its name. */
  entry(name: string | RegExp): Locator {
    return this.page.getByRole("main").getByRole("group").locator("summary").filter({ hasText: name });
  }

  /** How a file of the archive starts. */
  start(name: string): Locator {
    return this.page.getByRole("main").getByRole("region", { name, exact: true });
  }

  /** What a sheet shows. */
  sheet(name: string): Locator {
    return this.page.getByRole("tabpanel", { name, exact: true }).getByRole("table");
  }

  async download(): Promise<ReceivedFile> {
    const download = this.page.waitForEvent("download");
    await this.downloadButton.click();
    return ReceivedFile.from(await download);
  }
}
