/** Files as the person receives them, opened. */

import { readFile } from "node:fs/promises";
import { basename } from "node:path";

import type { Download } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";

export class ReceivedFile {
  private constructor(
    readonly name: string,
    readonly bytes: Buffer,
  ) {}

  static async from(download: Download): Promise<ReceivedFile> {
    return new ReceivedFile(basename(download.suggestedFilename()), await readFile(await download.path()));
  }

  get text(): string {
    return new TextDecoder("utf-8", { fatal: true }).decode(this.bytes);
  }

  get json(): unknown {
    return JSON.parse(this.text);
  }

  /** The parts of a workbook, which is a zip archive of XML. */
  get parts(): Record<string, string> {
    const parts = Object.entries(unzipSync(this.bytes));
    return Object.fromEntries(parts.map(([name, bytes]) => [name, strFromU8(bytes)]));
  }

  /** The names of a workbook's sheets, in the order of their tabs. */
  get sheets(): string[] {
    const workbook = this.parts["xl/workbook.xml"] ?? "";
    return [...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => unescaped(name ?? ""));
  }
}

function unescaped(text: string): string {
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, "&");
}
