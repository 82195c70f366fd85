//! Kinds of files.

use serde::{Deserialize, Serialize};

/// A kind of file that a blueprint can become.
///
/// APPEND-ONLY: names are stored in links and scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ArtifactFormat {
    /// A workbook for Excel and Google Sheets.
    Xlsx,
    /// A click-by-click guide in Markdown, for every platform.
    GuideMarkdown,
    /// The blueprint itself.
    BlueprintJson,
    /// The blueprint itself as YAML.
    BlueprintYaml,
    /// The click-by-click guide as a page of its own, to print or to tick off.
    GuideHtml,
    /// A CSV file a table, with a read-me and a schema.
    CsvZip,
    /// An Obsidian vault.
    ObsidianVault,
    /// A Logseq graph.
    LogseqGraph,
    /// A PostgreSQL database as a script.
    SqlPostgres,
    /// A SQLite database as a script.
    SqlSqlite,
    /// JSON Schema of the rows.
    JsonSchema,
    /// OpenAPI document of a service over the rows.
    Openapi,
    /// Entity diagram as Mermaid text.
    Mermaid,
    /// Entity diagram as a picture.
    DiagramSvg,
    /// Types of the rows in Rust.
    RustTypes,
    /// Types of the rows in TypeScript.
    TypescriptTypes,
    /// Markdown and CSV as Notion imports them.
    NotionImport,
    /// CSV files as Airtable imports them.
    AirtableImport,
    /// CSV files and texts as Trello takes them.
    TrelloImport,
    /// CSV files as Asana imports them.
    AsanaImport,
    /// Files as monday.com imports them.
    MondayImport,
    /// CSV files as ClickUp imports them.
    ClickupImport,
    /// CSV files as Jira imports them.
    JiraImport,
    /// CSV files as Linear imports them.
    LinearImport,
    /// CSV files as Coda imports them.
    CodaImport,
    /// A script that builds the Google Sheet.
    AppsScript,
    /// An Office Script that builds the Excel workbook.
    OfficeScript,
}

impl ArtifactFormat {
    /// Every format.
    pub const ALL: [Self; 27] = [
        Self::Xlsx,
        Self::GuideMarkdown,
        Self::BlueprintJson,
        Self::BlueprintYaml,
        Self::GuideHtml,
        Self::CsvZip,
        Self::ObsidianVault,
        Self::LogseqGraph,
        Self::SqlPostgres,
        Self::SqlSqlite,
        Self::JsonSchema,
        Self::Openapi,
        Self::Mermaid,
        Self::DiagramSvg,
        Self::RustTypes,
        Self::TypescriptTypes,
        Self::NotionImport,
        Self::AirtableImport,
        Self::TrelloImport,
        Self::AsanaImport,
        Self::MondayImport,
        Self::ClickupImport,
        Self::JiraImport,
        Self::LinearImport,
        Self::CodaImport,
        Self::AppsScript,
        Self::OfficeScript,
    ];

    /// Its name in documents, such as `guide_markdown`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::GuideMarkdown => "guide_markdown",
            Self::BlueprintJson => "blueprint_json",
            Self::BlueprintYaml => "blueprint_yaml",
            Self::GuideHtml => "guide_html",
            Self::CsvZip => "csv_zip",
            Self::ObsidianVault => "obsidian_vault",
            Self::LogseqGraph => "logseq_graph",
            Self::SqlPostgres => "sql_postgres",
            Self::SqlSqlite => "sql_sqlite",
            Self::JsonSchema => "json_schema",
            Self::Openapi => "openapi",
            Self::Mermaid => "mermaid",
            Self::DiagramSvg => "diagram_svg",
            Self::RustTypes => "rust_types",
            Self::TypescriptTypes => "typescript_types",
            Self::NotionImport => "notion_import",
            Self::AirtableImport => "airtable_import",
            Self::TrelloImport => "trello_import",
            Self::AsanaImport => "asana_import",
            Self::MondayImport => "monday_import",
            Self::ClickupImport => "clickup_import",
            Self::JiraImport => "jira_import",
            Self::LinearImport => "linear_import",
            Self::CodaImport => "coda_import",
            Self::AppsScript => "apps_script",
            Self::OfficeScript => "office_script",
        }
    }

    /// The format with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == name)
    }

    /// Its media type, as HTTP names it.
    pub fn media_type(self) -> &'static str {
        self.form().0
    }

    /// The ending of its file names, without a dot.
    pub fn extension(self) -> &'static str {
        self.form().1
    }

    /// Its media type and the ending of its file names.
    fn form(self) -> (&'static str, &'static str) {
        const TEXT: &str = "text/plain; charset=utf-8";
        match self {
            Self::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            Self::GuideMarkdown => ("text/markdown; charset=utf-8", "md"),
            Self::BlueprintJson | Self::Openapi => ("application/json", "json"),
            Self::BlueprintYaml => ("application/yaml", "yaml"),
            Self::GuideHtml => ("text/html; charset=utf-8", "html"),
            Self::CsvZip
            | Self::ObsidianVault
            | Self::LogseqGraph
            | Self::NotionImport
            | Self::AirtableImport
            | Self::TrelloImport
            | Self::AsanaImport
            | Self::MondayImport
            | Self::ClickupImport
            | Self::JiraImport
            | Self::LinearImport
            | Self::CodaImport => ("application/zip", "zip"),
            Self::SqlPostgres | Self::SqlSqlite => ("application/sql", "sql"),
            Self::JsonSchema => ("application/schema+json", "json"),
            Self::Mermaid => (TEXT, "mmd"),
            Self::DiagramSvg => ("image/svg+xml", "svg"),
            Self::RustTypes => (TEXT, "rs"),
            Self::TypescriptTypes | Self::OfficeScript => (TEXT, "ts"),
            Self::AppsScript => ("text/javascript; charset=utf-8", "gs"),
        }
    }

    /// What its file names say between the system's name and the ending; nothing for the workbook.
    pub fn purpose(self) -> &'static str {
        match self {
            Self::Xlsx => "",
            Self::GuideMarkdown | Self::GuideHtml => "guide",
            Self::BlueprintJson | Self::BlueprintYaml => "blueprint",
            Self::CsvZip => "csv",
            Self::ObsidianVault => "obsidian",
            Self::LogseqGraph => "logseq",
            Self::SqlPostgres => "postgres",
            Self::SqlSqlite => "sqlite",
            Self::JsonSchema => "schema",
            Self::Openapi => "openapi",
            Self::Mermaid | Self::DiagramSvg => "diagram",
            Self::RustTypes | Self::TypescriptTypes => "types",
            Self::NotionImport => "notion",
            Self::AirtableImport => "airtable",
            Self::TrelloImport => "trello",
            Self::AsanaImport => "asana",
            Self::MondayImport => "monday",
            Self::ClickupImport => "clickup",
            Self::JiraImport => "jira",
            Self::LinearImport => "linear",
            Self::CodaImport => "coda",
            Self::AppsScript => "apps-script",
            Self::OfficeScript => "office-script",
        }
    }

    /// Whether its files are archives of files.
    pub fn is_archive(self) -> bool {
        self.extension() == "zip"
    }

    /// Whether its files are texts, to be read and copied.
    pub fn is_text(self) -> bool {
        !self.is_archive() && self != Self::Xlsx
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_what_documents_hold() {
        for format in ArtifactFormat::ALL {
            assert_eq!(serde_json::to_value(format).ok(), Some(format.as_str().into()));
        }
    }
}
