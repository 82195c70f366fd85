//! How a configuration is stored and read.

use serde::{Deserialize, Serialize};

use super::{Configuration, ConfigurationId};
use crate::answers::Answers;
use crate::api::pointer::{Located, locate};
use crate::blueprint::{Blueprint, ReadError, SCHEMA_VERSION, read_own};
use crate::operation::history::{History, HistoryError, Recovered};
use crate::platform::Platform;
use crate::validate::structure;

/// Version of the form of stored configurations that this code writes.
pub const CONFIGURATION_SCHEMA_VERSION: u32 = 1;

/// A configuration as it is stored: three JSON texts, so that one that cannot be read leaves the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stored {
    /// Id, version, platform and answers.
    pub head: String,
    /// The blueprint.
    pub blueprint: String,
    /// The history.
    pub history: String,
}

/// Why a stored configuration cannot be read.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum StoredError {
    /// A newer version of this software wrote it.
    #[error("this configuration has version {found}, which is newer than this software")]
    TooNew {
        /// The version it states.
        found: u64,
    },
    /// Its head is damaged.
    #[error("its head is damaged: {0}")]
    Head(Located),
    /// Its blueprint cannot be read.
    #[error("its blueprint is damaged: {0}")]
    Blueprint(ReadError),
    /// Its blueprint does not hold together.
    #[error("its blueprint does not hold together: {0}")]
    Structure(String),
    /// Its history, or part of it, cannot be read; the rest can, see [`Configuration::recover`].
    #[error("its history is damaged: {0}")]
    History(String),
}

/// A part of a stored history that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// It as it was stored, to be set aside.
    pub text: String,
    /// Why, in English.
    pub why: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    schema_version: u32,
    id: ConfigurationId,
    version: u64,
    platform: Platform,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answers: Option<Answers>,
}

impl Configuration {
    /// The texts to store. A step that is open is left out: it is an entry once it is finished.
    pub fn store(&self) -> Stored {
        debug_assert!(!self.is_open(), "an open step is finished before storing");
        let head = Head {
            schema_version: CONFIGURATION_SCHEMA_VERSION,
            id: self.id.clone(),
            version: self.version,
            platform: self.platform,
            answers: self.answers.clone(),
        };
        // Texts, numbers, lists and maps with text keys: there is nothing that JSON could refuse.
        Stored {
            head: serde_json::to_string(&head).unwrap_or_default(),
            blueprint: serde_json::to_string(&self.blueprint).unwrap_or_default(),
            history: serde_json::to_string(&self.history).unwrap_or_default(),
        }
    }

    /// Reads what [`Self::store`] gave, or an older version of this software.
    ///
    /// # Errors
    /// [`StoredError`].
    pub fn read(stored: &Stored) -> Result<Self, StoredError> {
        let (read, damaged) = Self::recover(stored)?;
        match damaged.into_iter().next() {
            None => Ok(read),
            Some(damaged) => Err(StoredError::History(damaged.why)),
        }
    }

    /// Reads what can be read of it, and hands out what of its history cannot: a history that is damaged as a whole
    /// begins anew, one with damaged checkpoints goes on without those.
    ///
    /// # Errors
    /// [`StoredError`], but never [`StoredError::History`].
    pub fn recover(stored: &Stored) -> Result<(Self, Vec<Damaged>), StoredError> {
        let Head { id, version, platform, answers, .. } = read_head(&stored.head)?;
        let blueprint = read_blueprint(&stored.blueprint)?;
        let (history, damaged) = match History::read(&stored.history) {
            Ok(Recovered { history, damaged }) => {
                let damaged = damaged.into_iter().map(|it| Damaged { text: it.text, why: it.why });
                (history, damaged.collect())
            }
            Err(HistoryError::TooNew { found, .. }) => return Err(StoredError::TooNew { found }),
            Err(HistoryError::Form(located)) => {
                let damaged = Damaged { text: stored.history.clone(), why: located.to_string() };
                (History::default(), vec![damaged])
            }
        };
        Ok((Self { version, history, ..Self::new(id, platform, answers, blueprint) }, damaged))
    }
}

fn read_head(json: &str) -> Result<Head, StoredError> {
    #[derive(Deserialize)]
    struct Version {
        schema_version: u64,
    }
    match locate::<Version>(json) {
        Ok(Version { schema_version: found }) if found > u64::from(CONFIGURATION_SCHEMA_VERSION) => {
            Err(StoredError::TooNew { found })
        }
        _ => locate(json).map_err(StoredError::Head),
    }
}

fn read_blueprint(json: &str) -> Result<Blueprint, StoredError> {
    let blueprint = match as_written(json) {
        Some(blueprint) => blueprint,
        None => read_own(json).map_err(|error| match error {
            ReadError::TooNew { found } => StoredError::TooNew { found },
            other => StoredError::Blueprint(other),
        })?,
    };
    match structure(&blueprint).into_iter().next() {
        Some(broken) => Err(StoredError::Structure(broken.sentence)),
        None => Ok(blueprint),
    }
}

/// The blueprint of a text that this version wrote: what gives the same text again, to the byte, has lost nothing, and
/// need not be looked through for it. Opening waits for this.
fn as_written(json: &str) -> Option<Blueprint> {
    let blueprint: Blueprint = serde_json::from_str(json).ok()?;
    let is_known = blueprint.schema_version == SCHEMA_VERSION;
    let again = is_known.then(|| serde_json::to_string(&blueprint).ok()).flatten()?;
    (again == json).then_some(blueprint)
}
