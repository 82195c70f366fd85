//! What each platform can do and where its limits are, as data.
//!
//! A file a platform; what a platform cannot do is a capability it does not declare, never a branch on its name.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::blueprint::KindName;

/// Where a system can live.
///
/// APPEND-ONLY: names are stored and shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "a platform's name says it all")]
pub enum Platform {
    Notion,
    Airtable,
    GoogleSheets,
    Excel,
    Obsidian,
    Logseq,
    Monday,
    Clickup,
    Trello,
    Asana,
    Jira,
    Linear,
    Coda,
    /// This app's own workspace.
    Builtin,
    /// A database of one's own.
    Custom,
}

impl Platform {
    /// Every platform, in the order in which people see them.
    pub const ALL: [Self; 15] = [
        Self::Notion,
        Self::Airtable,
        Self::GoogleSheets,
        Self::Excel,
        Self::Obsidian,
        Self::Logseq,
        Self::Monday,
        Self::Clickup,
        Self::Trello,
        Self::Asana,
        Self::Jira,
        Self::Linear,
        Self::Coda,
        Self::Builtin,
        Self::Custom,
    ];

    /// Its name in documents and URLs, such as `google_sheets`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Notion => "notion",
            Self::Airtable => "airtable",
            Self::GoogleSheets => "google_sheets",
            Self::Excel => "excel",
            Self::Obsidian => "obsidian",
            Self::Logseq => "logseq",
            Self::Monday => "monday",
            Self::Clickup => "clickup",
            Self::Trello => "trello",
            Self::Asana => "asana",
            Self::Jira => "jira",
            Self::Linear => "linear",
            Self::Coda => "coda",
            Self::Builtin => "builtin",
            Self::Custom => "custom",
        }
    }

    /// The platform with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|platform| platform.as_str() == name)
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Everything the plan needs to know of a platform.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Capabilities {
    /// Which platform.
    pub platform: Platform,
    /// What its makers call it.
    pub name: &'static str,
    /// How a system gets there.
    pub delivery: Delivery,
    /// What the platform calls our words.
    pub terms: Terms,
    /// What becomes of each kind of field, in the order of [`KindName::ALL`].
    pub fields: &'static [FieldSupport],
    /// What becomes of each kind of view.
    pub views: &'static [ViewSupport],
    /// What becomes of filters and of groups in views.
    pub filters: Support,
    /// What becomes of automations.
    pub automations: Support,
    /// What becomes of dashboards and their charts.
    pub dashboards: Support,
    /// What becomes of sample rows.
    pub rows: Support,
    /// Sizes it does not exceed.
    pub limits: Limits,
}

/// How a system gets to a platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// Through its API.
    Api,
    /// As files that a person opens there.
    Files,
    /// In this app.
    Here,
}

/// What a platform calls our words, untranslated: people see them in its interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Terms {
    /// The whole system, such as `Base`.
    pub system: &'static str,
    /// A table, such as `Board`.
    pub table: &'static str,
    /// A field, such as `Column`.
    pub field: &'static str,
    /// A row, such as `Item`.
    pub row: &'static str,
    /// A view, such as `View`.
    pub view: &'static str,
}

/// What becomes of something on a platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Support {
    /// How well it fits.
    pub level: SupportLevel,
    /// What the platform calls it or what it becomes there, such as `rich_text`; empty where it becomes nothing.
    pub native: &'static str,
    /// Key of the sentence that says what happens instead, in the words of topic `plan`; empty for exact.
    pub note: &'static str,
}

/// How well something fits a platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SupportLevel {
    /// As designed.
    Exact,
    /// As something else that does the job.
    Adapted,
    /// A person does it by hand, guided.
    Manual,
    /// Not there.
    Impossible,
}

/// What becomes of a kind of field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldSupport {
    /// The kind.
    pub kind: KindName,
    /// What becomes of it.
    pub support: Support,
}

/// The name of a kind of view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "documented at ViewKind")]
pub enum ViewName {
    Grid,
    Board,
    Calendar,
    Timeline,
    Gallery,
    List,
}

/// What becomes of a kind of view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ViewSupport {
    /// The kind.
    pub kind: ViewName,
    /// What becomes of it.
    pub support: Support,
}

/// Sizes a platform does not exceed; absent where it publishes none that a design could meet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Limits {
    /// Characters of a table's name.
    pub table_name_chars: Option<u32>,
    /// Characters of a field's name.
    pub field_name_chars: Option<u32>,
    /// Characters of an option's name.
    pub option_name_chars: Option<u32>,
    /// Characters of a row's title.
    pub title_chars: Option<u32>,
    /// Characters of a text cell.
    pub text_chars: Option<u32>,
    /// Options of one field.
    pub options: Option<u32>,
    /// Fields of one table.
    pub fields: Option<u32>,
    /// Tables of one system.
    pub tables: Option<u32>,
    /// Characters that names of tables must not hold.
    pub table_name_forbidden: &'static str,
    /// Characters that names of options must not hold.
    pub option_name_forbidden: &'static str,
}

/// What `platform` can do.
pub fn capabilities(platform: Platform) -> &'static Capabilities {
    unimplemented!("{platform}")
}
