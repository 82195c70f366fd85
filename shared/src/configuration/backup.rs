//! All configurations of a device in one file, which is verified as a whole before anything of it is taken.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::import::ImportError;
use super::{Configuration, ConfigurationId, Entry, Refusal, Stored, StoredError, Summary};
use crate::api::pointer::locate;

/// Version of the form of backups that this code writes.
pub const BACKUP_VERSION: u32 = 1;

/// The key that only backups have: its value is the version of their form.
pub(super) const MARK: &str = "csmb_backup";

/// All configurations of a device.
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The configurations, those put away as well.
    pub configurations: Vec<Saved>,
}

/// A configuration in a backup.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// The configuration with its history.
    pub configuration: Configuration,
    /// What lists show of it.
    pub summary: Summary,
}

/// What a configuration of a backup is to those that are here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is none of its id.
    New,
    /// There is the same, to the last step of its history.
    Same,
    /// There is the same, put away.
    PutAway,
    /// There is another one of its id.
    Differs(Differences),
    /// There is one of its id, and it cannot be read whole.
    Unreadable,
}

/// In what the configuration that is here and the one of a backup differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differences {
    /// The parts that are not the same; at least one.
    pub parts: Vec<Part>,
    /// How much is in the one that is here.
    pub here: Contents,
    /// How much is in the one of the backup.
    pub saved: Contents,
}

/// A part of a configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The blueprint.
    Blueprint,
    /// The steps, and what can be undone and redone.
    History,
    /// The moments that have a name.
    Checkpoints,
    /// Where the system is to live.
    Platform,
    /// The answers that it was designed from.
    Answers,
}

/// How much is in a configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contents {
    /// Its tables.
    pub tables: usize,
    /// Their fields.
    pub fields: usize,
    /// The steps of its history that have not folded away.
    pub steps: usize,
    /// The moments that have a name.
    pub checkpoints: usize,
}

impl Part {
    /// Every one, in the order in which they are told.
    pub const ALL: [Self; 5] =
        [Self::Blueprint, Self::History, Self::Checkpoints, Self::Platform, Self::Answers];

    /// A stable name of it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Blueprint => "blueprint",
            Self::History => "history",
            Self::Checkpoints => "checkpoints",
            Self::Platform => "platform",
            Self::Answers => "answers",
        }
    }

    /// Whether it is the same in both.
    fn is_same(self, one: &Configuration, other: &Configuration) -> bool {
        match self {
            Self::Blueprint => one.blueprint() == other.blueprint(),
            Self::History => one.history().has_the_steps_of(other.history()),
            Self::Checkpoints => one.history().checkpoints() == other.history().checkpoints(),
            Self::Platform => one.platform() == other.platform(),
            Self::Answers => one.answers() == other.answers(),
        }
    }
}

impl Contents {
    fn of(configuration: &Configuration) -> Self {
        let (blueprint, history) = (configuration.blueprint(), configuration.history());
        Self {
            tables: blueprint.tables.len(),
            fields: blueprint.tables.iter().map(|table| table.fields.len()).sum(),
            steps: history.steps().len(),
            checkpoints: history.checkpoints().len(),
        }
    }
}

/// Why a backup is not what was saved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    /// Its digest does not match.
    #[error(
        "this backup was changed or damaged after it was saved, so nothing of it is taken: use another one"
    )]
    Changed,
    /// One of its configurations cannot be read.
    #[error("`{name}` in this backup cannot be read, so nothing of it is taken: {why}")]
    Damaged {
        /// What it is called, or its place.
        name: String,
        /// Why, in English.
        why: String,
    },
    /// Two of its configurations have one id.
    #[error("`{name}` is twice in this backup, so nothing of it is taken: use another one")]
    Twice {
        /// What it is called.
        name: String,
    },
}

impl BackupError {
    /// A stable name of the reason.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Damaged { .. } => "damaged",
            Self::Twice { .. } => "twice",
        }
    }
}

/// WIRE: the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    csmb_backup: u32,
    made_at: DateTime<Utc>,
    digest: String,
    configurations: Vec<Written>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    deleted_at: Option<DateTime<Utc>>,
    stored: Stored,
}

impl Saved {
    /// What it is to the one of its id that is here, if there is one, and whether that one is put away.
    pub fn standing(&self, here: Option<(&Configuration, bool)>) -> Standing {
        let Some((here, is_put_away)) = here else { return Standing::New };
        let is_other = |part: &Part| !part.is_same(here, &self.configuration);
        let parts: Vec<_> = Part::ALL.into_iter().filter(is_other).collect();
        match is_put_away && self.summary.deleted_at.is_none() {
            _ if !parts.is_empty() => {
                let (here, saved) = (Contents::of(here), Contents::of(&self.configuration));
                Standing::Differs(Differences { parts, here, saved })
            }
            false => Standing::Same,
            true => Standing::PutAway,
        }
    }
}

impl Configuration {
    /// The same, with its history, under another id.
    #[must_use]
    pub fn moved(self, id: ConfigurationId) -> Self {
        Self { id, ..self }
    }

    /// The same, with its history, under another id, after `renaming`.
    ///
    /// # Errors
    /// [`Refusal`] where the renaming does not apply.
    pub fn moved_as(self, id: ConfigurationId, renaming: &Entry) -> Result<Self, Refusal> {
        let mut moved = self.moved(id);
        moved.perform(renaming)?;
        Ok(moved)
    }
}

/// The file of a backup.
pub fn write_backup(backup: &Backup) -> String {
    let parts: Vec<_> = backup.configurations.iter().map(part).collect();
    let document = Document {
        csmb_backup: BACKUP_VERSION,
        made_at: backup.made_at,
        digest: digest(&backup.made_at, &parts),
        configurations: parts,
    };
    // Texts, numbers, times and lists: there is nothing that JSON could refuse.
    serde_json::to_string(&document).unwrap_or_default()
}

/// Reads what [`write_backup`] gave, and makes sure that all of it is as it was.
///
/// # Errors
/// [`ImportError`]; nothing is half-read.
pub(super) fn read_backup(json: &str) -> Result<Backup, ImportError> {
    #[derive(Deserialize)]
    struct Version {
        csmb_backup: u64,
    }
    if let Ok(Version { csmb_backup: found }) = locate(json)
        && found > u64::from(BACKUP_VERSION)
    {
        return Err(ImportError::TooNew { found });
    }
    let document: Document = locate(json).map_err(ImportError::Form)?;
    if document.digest != digest(&document.made_at, &document.configurations) {
        return Err(BackupError::Changed.into());
    }
    let mut configurations: Vec<Saved> = Vec::with_capacity(document.configurations.len());
    for (at, part) in document.configurations.into_iter().enumerate() {
        let saved = saved(at, &part)?;
        if configurations.iter().any(|other| other.summary.id == saved.summary.id) {
            return Err(BackupError::Twice { name: saved.summary.name }.into());
        }
        configurations.push(saved);
    }
    Ok(Backup { made_at: document.made_at, configurations })
}

fn part(saved: &Saved) -> Written {
    let Summary { created_at, updated_at, deleted_at, .. } = saved.summary;
    Written { created_at, updated_at, deleted_at, stored: saved.configuration.store() }
}

fn saved(at: usize, part: &Written) -> Result<Saved, ImportError> {
    let configuration = Configuration::read(&part.stored).map_err(|error| match error {
        StoredError::TooNew { found } => ImportError::TooNew { found },
        other => {
            BackupError::Damaged { name: format!("#/configurations/{at}"), why: other.to_string() }.into()
        }
    })?;
    let summary = configuration.summary(part.created_at, part.updated_at);
    Ok(Saved { configuration, summary: Summary { deleted_at: part.deleted_at, ..summary } })
}

/// SHA-256 in hex over every time and text, each with its length before it.
///
/// Not over the JSON: a later form of the file must give the same digest for the same content.
fn digest(made_at: &DateTime<Utc>, parts: &[Written]) -> String {
    let mut sha = Sha256::new();
    let mut take = |text: &str| {
        sha.update((text.len() as u64).to_be_bytes());
        sha.update(text.as_bytes());
    };
    let time = |time: &DateTime<Utc>| time.timestamp_millis().to_string();
    take(&time(made_at));
    for Written { created_at, updated_at, deleted_at, stored } in parts {
        take(&time(created_at));
        take(&time(updated_at));
        take(&deleted_at.as_ref().map(time).unwrap_or_default());
        [&stored.head, &stored.blueprint, &stored.history].into_iter().for_each(|text| take(text));
    }
    sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
