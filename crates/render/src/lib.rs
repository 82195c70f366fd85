//! Blueprint → files. Pure: the same blueprint gives the same bytes in the browser and on the server.

mod artifact;
mod blueprint_json;
mod guide;
mod words;
mod workbook;

use shared::api::artifacts::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::platform::Platform;

pub use artifact::Artifact;
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
    let bytes = match format {
        ArtifactFormat::Xlsx => workbook::write(blueprint)?,
        ArtifactFormat::GuideMarkdown => guide::write(blueprint, platform).into_bytes(),
        ArtifactFormat::BlueprintJson => blueprint_json::write(blueprint)?.into_bytes(),
    };
    Ok(Artifact {
        file_name: artifact::file_name(blueprint, platform, format),
        media_type: format.media_type(),
        bytes,
    })
}
