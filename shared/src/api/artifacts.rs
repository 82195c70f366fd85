//! Files rendered from a blueprint.

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
}

impl ArtifactFormat {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Xlsx, Self::GuideMarkdown, Self::BlueprintJson];

    /// Its media type, as HTTP names it.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::GuideMarkdown => "text/markdown; charset=utf-8",
            Self::BlueprintJson => "application/json",
        }
    }

    /// The ending of its file names, without a dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::GuideMarkdown => "md",
            Self::BlueprintJson => "json",
        }
    }
}
