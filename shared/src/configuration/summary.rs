//! What a list of configurations shows of each.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{Configuration, ConfigurationId};
use crate::platform::Platform;

/// How long one that was put away can be brought back, in days.
pub const PUT_AWAY_DAYS: i64 = 30;

/// What a list of configurations shows of one, without reading it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Whose summary it is.
    pub id: ConfigurationId,
    /// The blueprint's name.
    pub name: String,
    /// Where the system is to live.
    pub platform: Platform,
    /// How many tables it has.
    pub tables: usize,
    /// How many fields they have.
    pub fields: usize,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// When it was put away, where it was: it can be brought back for a while.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<DateTime<Utc>>,
}

impl Summary {
    /// Whether it was put away so long ago that it may go for good.
    pub fn is_expired(&self, now: DateTime<Utc>) -> bool {
        self.deleted_at.is_some_and(|deleted_at| now - deleted_at > TimeDelta::days(PUT_AWAY_DAYS))
    }
}

impl Configuration {
    /// What a list shows of it.
    pub fn summary(&self, created_at: DateTime<Utc>, updated_at: DateTime<Utc>) -> Summary {
        let blueprint = self.blueprint();
        Summary {
            id: self.id().clone(),
            name: blueprint.name.clone(),
            platform: self.platform(),
            tables: blueprint.tables.len(),
            fields: blueprint.tables.iter().map(|table| table.fields.len()).sum(),
            created_at,
            updated_at,
            deleted_at: None,
        }
    }
}
