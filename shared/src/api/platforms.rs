//! What each platform can do, in words.

use serde::{Deserialize, Serialize};

use crate::blueprint::KindName;
use crate::plan::WORDS;
use crate::platform::{
    Capabilities, Delivery, Limits, Platform, Support, SupportLevel, Terms, ViewName, capabilities,
};
use crate::words::Language;

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
    /// What it calls our words.
    pub terms: PlatformTerms,
    /// What becomes of each kind of field.
    pub fields: Vec<FieldFit>,
    /// What becomes of each kind of view.
    pub views: Vec<ViewFit>,
    /// What becomes of filters and of groups in views.
    pub filters: Fit,
    /// What becomes of automations.
    pub automations: Fit,
    /// What becomes of dashboards and their charts.
    pub dashboards: Fit,
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

/// Every platform, in the order in which people see them.
pub fn list() -> Platforms {
    Platforms { data: Platform::ALL.map(|platform| capabilities(platform).into()).into() }
}

/// What `platform` can do, its sentences in `language`.
pub fn describe(platform: Platform, language: Language) -> PlatformDetails {
    let capabilities = capabilities(platform);
    let fit = |support: Support| Fit::new(support, language);
    PlatformDetails {
        id: platform,
        name: capabilities.name.to_owned(),
        delivery: capabilities.delivery,
        terms: capabilities.terms.into(),
        fields: capabilities.fields.iter().map(|f| FieldFit { kind: f.kind, fit: fit(f.support) }).collect(),
        views: capabilities.views.iter().map(|v| ViewFit { kind: v.kind, fit: fit(v.support) }).collect(),
        filters: fit(capabilities.filters),
        automations: fit(capabilities.automations),
        dashboards: fit(capabilities.dashboards),
        rows: fit(capabilities.rows),
        limits: capabilities.limits.into(),
    }
}

impl Fit {
    fn new(support: Support, language: Language) -> Self {
        let sentence = match support.note {
            "" => "",
            key => WORDS.get(language, key),
        };
        Self { level: support.level, native: support.native.to_owned(), sentence: sentence.to_owned() }
    }
}

impl From<&Capabilities> for PlatformSummary {
    fn from(capabilities: &Capabilities) -> Self {
        Self {
            id: capabilities.platform,
            name: capabilities.name.to_owned(),
            delivery: capabilities.delivery,
        }
    }
}

impl From<Terms> for PlatformTerms {
    fn from(terms: Terms) -> Self {
        Self {
            system: terms.system.to_owned(),
            table: terms.table.to_owned(),
            field: terms.field.to_owned(),
            row: terms.row.to_owned(),
            view: terms.view.to_owned(),
        }
    }
}

impl From<Limits> for PlatformLimits {
    fn from(limits: Limits) -> Self {
        Self {
            table_name_chars: limits.table_name_chars,
            field_name_chars: limits.field_name_chars,
            option_name_chars: limits.option_name_chars,
            title_chars: limits.title_chars,
            text_chars: limits.text_chars,
            long_text_chars: limits.long_text_chars,
            options: limits.options,
            fields: limits.fields,
            tables: limits.tables,
            table_name_forbidden: limits.table_name_forbidden.to_owned(),
            option_name_forbidden: limits.option_name_forbidden.to_owned(),
        }
    }
}
