/** Every kind of file, by its name in the API. */

import { dictionary } from "./words.ts";

/** Those that the client has words for, which is all of them: the client's own tests see to it. */
export const FORMATS = Object.keys(dictionary("en")).flatMap((key) => /^file\.(\w+)\.title$/.exec(key)?.[1] ?? []) as Format[];

export type Format =
  | "xlsx"
  | "guide_markdown"
  | "blueprint_json"
  | "blueprint_yaml"
  | "guide_html"
  | "csv_zip"
  | "obsidian_vault"
  | "logseq_graph"
  | "sql_postgres"
  | "sql_sqlite"
  | "json_schema"
  | "openapi"
  | "mermaid"
  | "diagram_svg"
  | "rust_types"
  | "typescript_types"
  | "notion_import"
  | "airtable_import"
  | "trello_import"
  | "asana_import"
  | "monday_import"
  | "clickup_import"
  | "jira_import"
  | "linear_import"
  | "coda_import"
  | "apps_script"
  | "office_script";
