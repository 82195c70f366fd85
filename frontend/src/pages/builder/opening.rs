//! Opening what the device keeps, whatever state it is in.

use shared::configuration::{Configuration, ConfigurationId, Entry, EntryError, StoredError, read_entry};

use super::session::Session;
use crate::browser::database::StorageError;
use crate::browser::time;
use crate::state::configurations::{self as kept, Appended, Found};

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
    /// What tabs have left behind, done already and not kept yet.
    pub unsaved: Vec<Entry>,
    /// Where it stands until it is kept.
    pub spilled: Vec<String>,
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

/// How often opening begins anew when another tab writes meanwhile.
const ATTEMPTS: usize = 4;

/// Opens the configuration `id`.
///
/// # Errors
/// [`NotOpened`]; nothing of what is kept has changed then.
pub(crate) async fn open(id: &ConfigurationId) -> Result<Opened, NotOpened> {
    for _ in 0..ATTEMPTS {
        let found = kept::find(id).await?.ok_or(NotOpened::NotThere)?;
        let unreadable = |error: StoredError| NotOpened::Unreadable {
            why: error.to_string(),
            is_newer: matches!(error, StoredError::TooNew { .. }),
            text: found.stored.blueprint.clone(),
        };
        let read = read(&found).map_err(unreadable)?;
        if let Some((read, is_mended)) = mended(&found, read).await? {
            return Ok(with_spilled(id, &found, read, is_mended).await);
        }
    }
    Err(NotOpened::Storage(StorageError::Failed("another tab keeps writing".to_owned())))
}

/// What was read, with what is damaged set aside and the rest kept anew; nothing if another tab was quicker.
async fn mended(found: &Found, mut read: Read) -> Result<Option<(Read, bool)>, StorageError> {
    if read.damaged.is_empty() {
        return Ok(Some((read, false)));
    }
    for text in &read.damaged {
        kept::set_aside(&found.summary.id, text).await?;
    }
    read.configuration = read.configuration.raised_to(found.version + 1);
    let summary = read.configuration.summary(found.summary.created_at, time::now());
    read.lines = 0;
    let mended = kept::mend(&read.configuration, &summary, found.version).await?;
    Ok((mended == Appended::Done).then_some((read, true)))
}

/// What was read, with what tabs have left behind on top.
async fn with_spilled(id: &ConfigurationId, found: &Found, read: Read, is_mended: bool) -> Opened {
    let Read { mut configuration, lines, .. } = read;
    let spilled = kept::spilled(id);
    let taken = kept::take_in(&mut configuration, &spilled.lines);
    for line in &taken.refused {
        // A device that does not take it keeps it where it is, for its place is cleared only once all is kept.
        drop(kept::set_aside(id, line).await);
    }
    Opened {
        configuration,
        session: Session::read(found.session.as_deref()),
        lines,
        unsaved: taken.entries,
        spilled: spilled.keys,
        is_mended: is_mended || !taken.refused.is_empty(),
    }
}

/// Reads what was found: the whole, and what was done since. A damaged history begins anew, damaged checkpoints are left
/// out of it; a line that cannot be done
/// as it was ends the replay.
///
/// # Errors
/// [`StoredError`] where the blueprint itself cannot be read, or a newer version of the app has written.
pub(crate) fn read(found: &Found) -> Result<Read, StoredError> {
    let (mut configuration, damaged) = Configuration::recover(&found.stored)?;
    let mut damaged: Vec<_> = damaged.into_iter().map(|damaged| damaged.text).collect();
    let mut done = 0;
    for line in &found.entries {
        match read_entry(line) {
            // Each line was written because it changed something: one that does not now was meant for another state.
            Ok(entry) if configuration.perform(&entry).is_ok_and(|done| done.is_noted) => done += 1,
            Err(EntryError::TooNew { found }) => return Err(StoredError::TooNew { found }),
            _ => break,
        }
    }
    let rest = found.entries.get(done..).unwrap_or_default();
    if !rest.is_empty() || configuration.version() < found.version {
        damaged.push(rest.join("\n"));
    }
    Ok(Read { configuration, lines: done as u64, damaged })
}
