//! Opening what the device keeps, whatever state it is in.

use shared::configuration::{Configuration, ConfigurationId, Entry, EntryError, StoredError, read_entry};

use super::session::Session;
use crate::browser::database::StorageError;
use crate::browser::time;
use crate::state::configurations::{self as kept, Found};

/// A configuration as it was read.
pub(crate) struct Read {
    /// The configuration.
    pub configuration: Configuration,
    /// How many lines were written since the whole was.
    pub lines: u64,
    /// What of it could not be read, as texts to be set aside.
    pub damaged: Vec<String>,
}

/// A configuration that can be worked on.
pub(crate) struct Opened {
    /// The configuration.
    pub configuration: Configuration,
    /// What was open and selected.
    pub session: Session,
    /// How many lines were written since the whole was.
    pub lines: u64,
    /// What was done when the page was last closed, and is not kept yet.
    pub unsaved: Vec<Entry>,
    /// Whether parts of it were damaged and set aside.
    pub is_mended: bool,
}

/// Why a configuration cannot be opened.
#[derive(Clone, Debug)]
pub(crate) enum NotOpened {
    /// There is none of this id on this device.
    NotThere,
    /// The device does not give it.
    Storage(StorageError),
    /// What is kept cannot be read; its texts are there to be taken along.
    Unreadable {
        /// Why, in English: for whoever is asked for help.
        why: String,
        /// Whether a newer version of the app wrote it.
        is_newer: bool,
        /// The blueprint as it is kept.
        text: String,
    },
}

impl From<StorageError> for NotOpened {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

/// Opens the configuration `id`.
///
/// # Errors
/// [`NotOpened`]; nothing of what is kept has changed then.
pub(crate) async fn open(id: &ConfigurationId) -> Result<Opened, NotOpened> {
    let found = kept::find(id).await?.ok_or(NotOpened::NotThere)?;
    let unreadable = |error: StoredError| NotOpened::Unreadable {
        why: error.to_string(),
        is_newer: matches!(error, StoredError::TooNew { .. }),
        text: found.stored.blueprint.clone(),
    };
    let Read { mut configuration, mut lines, damaged } = read(&found).map_err(unreadable)?;
    let is_mended = !damaged.is_empty();
    if is_mended {
        for text in &damaged {
            kept::set_aside(id, text).await?;
        }
        let summary = configuration.summary(found.summary.created_at, time::now());
        kept::put(&configuration, &summary).await?;
        lines = 0;
    }
    let unsaved = kept::take_in(&mut configuration, kept::spilled(id));
    let session = Session::read(found.session.as_deref());
    Ok(Opened { configuration, session, lines, unsaved, is_mended })
}

/// Reads what was found: the whole, and what was done since. A damaged history begins anew; damaged lines end it.
///
/// # Errors
/// [`StoredError`] where the blueprint itself cannot be read.
pub(crate) fn read(found: &Found) -> Result<Read, StoredError> {
    let mut damaged = Vec::new();
    let mut configuration = match Configuration::read(&found.stored) {
        Err(StoredError::History(_)) => {
            damaged.push(found.stored.history.clone());
            Configuration::read_without_history(&found.stored)?
        }
        read => read?,
    };
    let mut done = 0;
    for line in &found.entries {
        match read_entry(line) {
            Ok(entry) if configuration.perform(&entry).is_ok() => done += 1,
            Err(EntryError::TooNew { found }) => return Err(StoredError::TooNew { found }),
            _ => break,
        }
    }
    if done < found.entries.len() {
        damaged.push(found.entries.get(done..).unwrap_or_default().join("\n"));
    }
    Ok(Read { configuration, lines: done as u64, damaged })
}
