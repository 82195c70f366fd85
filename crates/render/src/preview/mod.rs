//! What a file looks like before it is taken.

mod archive;
mod text;

use shared::artifact::{ArtifactFormat, Preview, TEXT_PREVIEW_MAX};
use shared::blueprint::Blueprint;
use shared::platform::Platform;

use crate::{Artifact, RenderError, guide, workbook};

/// What `artifact`, the file of `format` that `blueprint` became for `platform`, looks like.
///
/// # Errors
/// [`RenderError::Archive`] and [`RenderError::Io`], for an archive that cannot be read back.
pub fn preview(
    blueprint: &Blueprint,
    platform: Platform,
    format: ArtifactFormat,
    artifact: &Artifact,
) -> Result<Preview, RenderError> {
    Ok(match format {
        ArtifactFormat::Xlsx => Preview::Workbook { sheets: workbook::preview(blueprint) },
        ArtifactFormat::GuideMarkdown | ArtifactFormat::GuideHtml => {
            Preview::Document { blocks: guide::blocks(blueprint, platform) }
        }
        ArtifactFormat::DiagramSvg => {
            Preview::Picture { svg: String::from_utf8_lossy(&artifact.bytes).into_owned() }
        }
        format if format.is_archive() => archive::read(&artifact.bytes)?,
        _ => {
            let (text, is_cut) = text::start(&artifact.bytes, TEXT_PREVIEW_MAX, usize::MAX);
            Preview::Text { text, is_cut }
        }
    })
}
