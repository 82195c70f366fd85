/** The dialog that makes a table of a file. */

import { expect, type Locator, type Page } from "@playwright/test";

import type { Words } from "../harness/words.ts";

/** A file as it is chosen. */
export interface Brought {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export function csv(name: string, text: string | Uint8Array): Brought {
  return { name, mimeType: "text/csv", buffer: Buffer.from(text) };
}

export class FromFile {
  readonly dialog: Locator;
  readonly choose: Locator;
  readonly another: Locator;
  readonly add: Locator;
  readonly name: Locator;
  readonly sheet: Locator;
  readonly rows: Locator;
  readonly columns: Locator;
  readonly problem: Locator;

  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {
    const say = (key: string) => words.say(`builder.from_file.${key}`);
    this.dialog = page.locator("dialog[open]").filter({ has: page.getByRole("heading", { level: 2 }) });
    this.choose = this.dialog.getByRole("button", { name: say("choose"), exact: true });
    this.another = this.dialog.getByRole("button", { name: say("another"), exact: true });
    this.add = this.dialog.getByRole("button", { name: say("add"), exact: true });
    this.name = this.dialog.getByRole("textbox", { name: say("name"), exact: true });
    this.sheet = this.dialog.getByRole("combobox", { name: say("sheet"), exact: true });
    this.rows = this.dialog.getByRole("combobox", { name: say("rows"), exact: true });
    this.columns = this.dialog.getByRole("region", { name: say("columns") }).locator("ul > li").filter({ has: page.getByRole("checkbox") });
    this.problem = this.dialog.getByRole("alert");
  }

  /** Opens it by the outline's menu. */
  async open(): Promise<void> {
    await this.page.getByRole("navigation", { name: this.words.say("builder.outline") }).getByRole("button", { name: this.words.say("builder.add") }).click();
    await this.page.getByRole("menuitem", { name: this.words.say("builder.action.add_from_file") }).click();
    await expect(this.choose).toBeVisible();
  }

  /** Chooses a file, or the one at a path. */
  async bring(file: Brought | string, button = this.choose): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await button.click();
    await (await chooser).setFiles(file);
  }

  /** Drops a file on the outline, as from a folder. */
  async drop(file: Brought): Promise<void> {
    const outline = this.page.getByRole("navigation", { name: this.words.say("builder.outline") });
    const data = await this.page.evaluateHandle(
      ({ name, type, bytes }) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], name, { type }));
        return data;
      },
      { name: file.name, type: file.mimeType, bytes: [...file.buffer] },
    );
    await outline.dispatchEvent("dragover", { dataTransfer: data });
    await expect(outline.getByText(this.words.say("builder.from_file.drop"))).toBeVisible();
    await outline.dispatchEvent("drop", { dataTransfer: data });
  }

  kind(name: string): Locator {
    return this.dialog.getByRole("combobox", { name: this.words.say("builder.from_file.kind", { name }), exact: true });
  }

  taken(name: string): Locator {
    return this.dialog.getByRole("checkbox", { name: this.words.say("builder.from_file.keep", { name }), exact: true });
  }

  columnName(number: number): Locator {
    return this.dialog.getByRole("textbox", { name: this.words.say("builder.from_file.column", { number }), exact: true });
  }

  /** The column of that name with everything that is said of it. */
  column(name: string): Locator {
    return this.columns.filter({ has: this.page.getByRole("combobox", { name: this.words.say("builder.from_file.kind", { name }), exact: true }) });
  }
}
