//! Blueprint → files. Pure: the same blueprint gives the same bytes in the browser and on the server.

mod archive;
mod artifact;
mod blueprint_json;
mod blueprint_yaml;
mod csv;
mod csv_zip;
mod direction;
mod document;
mod graph;
mod guide;
mod imports;
mod names;
mod preview;
mod progress;
mod schema;
mod script;
mod sql;
mod vault;
mod words;
mod workbook;

use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::platform::Platform;

pub use artifact::Artifact;
pub use preview::preview;
pub use progress::Progress;
pub use workbook::{ExpectedCell, expected_cells};

/// Why a blueprint could not become a file.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The workbook could not be written.
    #[error("the workbook could not be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The blueprint could not be written as JSON.
    #[error("the blueprint could not be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// An archive could not be written.
    #[error("the archive could not be written: {0}")]
    Archive(#[from] zip::result::ZipError),
    /// An archive's file could not be written.
    #[error("the archive could not be written: {0}")]
    Io(#[from] std::io::Error),
    /// A path that no archive may hold.
    #[error("`{0}` is no path that an archive may hold, or it is in there already")]
    Path(String),
}

/// Writes `blueprint` as a file of `format`, for use on `platform`.
///
/// # Errors
/// [`RenderError`], for blueprints that [`shared::validate::structure`] refuses and for those that do not fit the
/// format, such as a table with more columns than a sheet has.
pub fn render(
    blueprint: &Blueprint,
    platform: Platform,
    format: ArtifactFormat,
) -> Result<Artifact, RenderError> {
    render_heard(blueprint, platform, format, Progress::unheard())
}

/// The same, telling `progress` how far it is.
///
/// # Errors
/// As [`render`].
pub fn render_heard(
    blueprint: &Blueprint,
    platform: Platform,
    format: ArtifactFormat,
    progress: Progress<'_>,
) -> Result<Artifact, RenderError> {
    progress.report(0, 1);
    let bytes = match format {
        ArtifactFormat::Xlsx => workbook::write(blueprint, progress)?,
        ArtifactFormat::GuideMarkdown => guide::write_markdown(blueprint, platform).into_bytes(),
        ArtifactFormat::BlueprintJson => blueprint_json::write(blueprint)?.into_bytes(),
        ArtifactFormat::BlueprintYaml => blueprint_yaml::write(blueprint)?.into_bytes(),
        ArtifactFormat::GuideHtml => guide::write_html(blueprint, platform).into_bytes(),
        ArtifactFormat::CsvZip => csv_zip::write(blueprint, progress)?,
        ArtifactFormat::ObsidianVault => vault::write(blueprint, progress)?,
        ArtifactFormat::LogseqGraph => graph::write(blueprint, &artifact::stem(&blueprint.name), progress)?,
        ArtifactFormat::SqlPostgres => sql::write(blueprint, sql::Dialect::Postgres, progress).into_bytes(),
        ArtifactFormat::SqlSqlite => sql::write(blueprint, sql::Dialect::Sqlite, progress).into_bytes(),
        ArtifactFormat::JsonSchema => schema::json_schema(blueprint)?.into_bytes(),
        ArtifactFormat::Openapi => schema::openapi(blueprint)?.into_bytes(),
        ArtifactFormat::Mermaid => schema::mermaid(blueprint).into_bytes(),
        ArtifactFormat::DiagramSvg => schema::diagram_svg(blueprint).into_bytes(),
        ArtifactFormat::RustTypes => schema::rust_types(blueprint).into_bytes(),
        ArtifactFormat::TypescriptTypes => schema::typescript_types(blueprint).into_bytes(),
        ArtifactFormat::NotionImport => imports::notion(blueprint, progress)?,
        ArtifactFormat::AirtableImport => imports::airtable(blueprint, progress)?,
        ArtifactFormat::TrelloImport => imports::trello(blueprint, progress)?,
        ArtifactFormat::AsanaImport => imports::asana(blueprint, progress)?,
        ArtifactFormat::MondayImport => imports::monday(blueprint, progress)?,
        ArtifactFormat::ClickupImport => imports::clickup(blueprint, progress)?,
        ArtifactFormat::JiraImport => imports::jira(blueprint, progress)?,
        ArtifactFormat::LinearImport => imports::linear(blueprint, progress)?,
        ArtifactFormat::CodaImport => imports::coda(blueprint, progress)?,
        ArtifactFormat::AppsScript => script::write_apps_script(blueprint)?.into_bytes(),
        ArtifactFormat::OfficeScript => script::write_office_script(blueprint)?.into_bytes(),
    };
    progress.report(1, 1);
    Ok(Artifact {
        file_name: artifact::file_name(blueprint, platform, format),
        media_type: format.media_type(),
        bytes,
    })
}
