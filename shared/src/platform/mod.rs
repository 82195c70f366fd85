//! What each platform can do and where its limits are, as data.
//!
//! A file a platform; what a platform cannot do is a capability it does not declare, never a branch on its name.

mod airtable;
mod asana;
mod builtin;
mod clickup;
mod coda;
mod custom;
mod declare;
mod excel;
mod google_sheets;
mod jira;
mod linear;
mod logseq;
mod monday;
mod notion;
mod obsidian;
mod support;
#[cfg(test)]
mod tests;
mod trello;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use support::{
    AutomationCase, AutomationSupport, Capabilities, ChartSupport, Delivery, FieldSupport, Inverse, Limits,
    Place, Support, SupportLevel, Terms, ViewName, ViewSupport,
};

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

    /// What its makers call it: as [`Capabilities::name`], for those who need nothing else of them.
    pub fn name(self) -> &'static str {
        match self {
            Self::Notion => notion::NAME,
            Self::Airtable => airtable::NAME,
            Self::GoogleSheets => google_sheets::NAME,
            Self::Excel => excel::NAME,
            Self::Obsidian => obsidian::NAME,
            Self::Logseq => logseq::NAME,
            Self::Monday => monday::NAME,
            Self::Clickup => clickup::NAME,
            Self::Trello => trello::NAME,
            Self::Asana => asana::NAME,
            Self::Jira => jira::NAME,
            Self::Linear => linear::NAME,
            Self::Coda => coda::NAME,
            Self::Builtin => builtin::NAME,
            Self::Custom => custom::NAME,
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

/// What `platform` can do.
pub fn capabilities(platform: Platform) -> &'static Capabilities {
    match platform {
        Platform::Notion => &notion::CAPABILITIES,
        Platform::Airtable => &airtable::CAPABILITIES,
        Platform::GoogleSheets => &google_sheets::CAPABILITIES,
        Platform::Excel => &excel::CAPABILITIES,
        Platform::Obsidian => &obsidian::CAPABILITIES,
        Platform::Logseq => &logseq::CAPABILITIES,
        Platform::Monday => &monday::CAPABILITIES,
        Platform::Clickup => &clickup::CAPABILITIES,
        Platform::Trello => &trello::CAPABILITIES,
        Platform::Asana => &asana::CAPABILITIES,
        Platform::Jira => &jira::CAPABILITIES,
        Platform::Linear => &linear::CAPABILITIES,
        Platform::Coda => &coda::CAPABILITIES,
        Platform::Builtin => &builtin::CAPABILITIES,
        Platform::Custom => &custom::CAPABILITIES,
    }
}
