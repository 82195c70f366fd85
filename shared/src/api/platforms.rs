//! What each platform can do, in words.

mod describe;

use serde::{Deserialize, Serialize};

use crate::artifact::ArtifactFormat;
use crate::blueprint::{ChartKind, KindName};
use crate::platform::{Delivery, Platform, SupportLevel, ViewName};

pub(crate) use describe::KINDS;
pub use describe::{describe, list};

/// Answer of `list_platforms`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Platforms {
    /// Every platform, in the order in which people see them.
    pub data: Vec<PlatformSummary>,
}

/// A platform in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlatformSummary {
    /// Its id.
    pub id: Platform,
    /// What its makers call it.
    pub name: String,
    /// How a system gets there.
    pub delivery: Delivery,
}

/// Answer of `find_platform`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlatformDetails {
    /// Its id.
    pub id: Platform,
    /// What its makers call it.
    pub name: String,
    /// How a system gets there.
    pub delivery: Delivery,
    /// The files to take a system there with, the one it takes best first.
    pub files: Vec<ArtifactFormat>,
    /// What it calls our words.
    pub terms: PlatformTerms,
    /// What becomes of tables.
    pub tables: Fit,
    /// What becomes of each kind of field.
    pub fields: Vec<FieldFit>,
    /// What becomes of each kind of view.
    pub views: Vec<ViewFit>,
    /// What becomes of a view's filter.
    pub filters: Fit,
    /// What becomes of a view's groups.
    pub groups: Fit,
    /// What becomes of automations.
    pub automations: Fit,
    /// What becomes of dashboards.
    pub dashboards: Fit,
    /// What becomes of each kind of chart.
    pub charts: Vec<ChartFit>,
    /// What becomes of sample rows.
    pub rows: Fit,
    /// Sizes it does not exceed.
    pub limits: PlatformLimits,
}

/// What a platform calls our words, untranslated: people see them in its interface.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlatformTerms {
    /// The whole system, such as `Base`.
    pub system: String,
    /// A table, such as `Board`.
    pub table: String,
    /// A field, such as `Column`.
    pub field: String,
    /// A row, such as `Item`.
    pub row: String,
    /// A view, such as `View`.
    pub view: String,
}

/// What becomes of something on a platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Fit {
    /// How well it fits.
    pub level: SupportLevel,
    /// What the platform calls it or what it becomes there; empty where it becomes nothing.
    pub native: String,
    /// What happens instead, in the language asked for; empty for an exact fit.
    pub sentence: String,
}

/// What becomes of a kind of field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldFit {
    /// The kind.
    pub kind: KindName,
    /// What becomes of it.
    pub fit: Fit,
}

/// What becomes of a kind of view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ViewFit {
    /// The kind.
    pub kind: ViewName,
    /// What becomes of it.
    pub fit: Fit,
}

/// What becomes of a kind of chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChartFit {
    /// The kind.
    pub kind: ChartKind,
    /// What becomes of it.
    pub fit: Fit,
}

/// Sizes a platform does not exceed; absent where it publishes none that a design could meet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct PlatformLimits {
    /// Characters of a table's name.
    pub table_name_chars: Option<u32>,
    /// Characters of a field's name.
    pub field_name_chars: Option<u32>,
    /// Characters of an option's name.
    pub option_name_chars: Option<u32>,
    /// Characters of a row's title.
    pub title_chars: Option<u32>,
    /// Characters of a text cell of one line.
    pub text_chars: Option<u32>,
    /// Characters of a text cell of several lines.
    pub long_text_chars: Option<u32>,
    /// Options of one field.
    pub options: Option<u32>,
    /// Fields of one table.
    pub fields: Option<u32>,
    /// Tables of one system.
    pub tables: Option<u32>,
    /// Characters that names of tables must not hold.
    pub table_name_forbidden: String,
    /// Characters that names of options must not hold.
    pub option_name_forbidden: String,
}
