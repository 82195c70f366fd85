/** The client's own words, so that people and tests call a button by the same name in every language. */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export type Language = "en" | "de" | "es" | "fr" | "ja" | "ar";
export const LANGUAGES: readonly Language[] = ["en", "de", "es", "fr", "ja", "ar"];

const LOCALES = resolve(import.meta.dirname, "../../frontend/locales");

/** Every word of a language by its key. */
export function dictionary(language: Language): Record<string, string> {
  return JSON.parse(readFileSync(resolve(LOCALES, `${language}.json`), "utf8"));
}

/** The words of a topic of designs and plans by their keys. */
export function domainWords(language: Language, topic: string): Record<string, string> {
  return JSON.parse(readFileSync(resolve(LOCALES, `../../shared/locales/${language}/${topic}.json`), "utf8"));
}

/** Looks words up by key; a key that does not exist is an error, so that renames show. */
export class Words {
  private readonly words: Record<string, string>;

  constructor(readonly language: Language) {
    this.words = dictionary(language);
  }

  say(key: string, values: Record<string, string | number> = {}): string {
    const text = this.words[key];
    if (text === undefined) throw new Error(`The client has no word "${key}" in ${this.language}`);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  }

  /** What a file is called. */
  file(format: string): string {
    return this.say(`file.${format}.title`);
  }

  /** The values of an answer that have a title, such as `search` of `priority`. */
  values(group: string): string[] {
    const pattern = new RegExp(`^${group}\\.(\\w+)\\.title$`);
    return Object.keys(this.words).flatMap((key) => pattern.exec(key)?.[1] ?? []);
  }
}
