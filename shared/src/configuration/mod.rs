//! A configuration: a blueprint that a person keeps and edits, with its platform, its answers and its history.
//!
//! Read it in this order: [`Configuration`] → [`Act`] and [`Entry`] (what a person does to one, as it is written down)
//! → [`Stored`] (how one is stored and read) → [`Summary`] (what a list of them shows) → [`Import`], [`Backup`] and
//! [`Shared`] (how they travel).
//!
//! INVARIANT: a stored configuration with the entries written since, done again in order, is the configuration they
//! were taken from, to the byte (`tests::entries_done_again_lead_to_the_same`). So only a line is written at each edit
//! and the whole now and then, and nothing is lost between.

mod backup;
mod entry;
mod file;
mod import;
mod link;
mod stored;
mod summary;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod travel_tests;

pub use backup::{
    BACKUP_VERSION, Backup, BackupError, Contents, Differences, Part, Saved, Standing, write_backup,
};
pub use entry::{Act, ENTRY_SCHEMA_VERSION, Entry, EntryError, read_entry};
pub use file::{Files, write_backups, write_blueprint};
pub use import::{IMPORT_MAX, Import, ImportError, read_import};
pub use link::{SHARE_MAX, SHARE_PATH, Shared, read_share, to_share};
pub use stored::{CONFIGURATION_SCHEMA_VERSION, Damaged, Stored, StoredError};
pub use summary::{PUT_AWAY_DAYS, Summary};

use std::mem;

use crate::answers::Answers;
use crate::blueprint::Blueprint;
use crate::operation::history::{CheckpointError, History, Recording, Reverted, Skipped, Stamp, Step, Why};
use crate::operation::{Operation, Rejection};
use crate::platform::Platform;
use crate::text_id::text_ids;

text_ids! {
    " Any text, unique among those of its owner.";
    /// Id of a configuration; whoever makes it gives it.
    ConfigurationId,
}

/// A blueprint that a person keeps and edits.
#[derive(Clone, Debug, PartialEq)]
pub struct Configuration {
    id: ConfigurationId,
    platform: Platform,
    answers: Option<Answers>,
    blueprint: Blueprint,
    history: History,
    version: u64,
}

/// What came of an act.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Done {
    /// The step it made; none where nothing changed in the blueprint.
    pub step: Option<Step>,
    /// Steps that could not be undone or redone and were passed over.
    pub skipped: Vec<Skipped>,
    /// Whether anything was done, so that the entry is to be written down.
    pub is_noted: bool,
}

/// Why an act is refused. Nothing has changed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// An operation does not apply.
    #[error(transparent)]
    Rejected(#[from] Rejection),
    /// The checkpoint cannot be set.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
}

impl Configuration {
    /// A new one, with nothing in its history.
    pub fn new(
        id: ConfigurationId,
        platform: Platform,
        answers: Option<Answers>,
        blueprint: Blueprint,
    ) -> Self {
        Self { id, platform, answers, blueprint, history: History::default(), version: 0 }
    }

    /// Its id.
    pub fn id(&self) -> &ConfigurationId {
        &self.id
    }

    /// Where the system is to live.
    pub fn platform(&self) -> Platform {
        self.platform
    }

    /// The answers that it was designed from, where it was.
    pub fn answers(&self) -> Option<&Answers> {
        self.answers.as_ref()
    }

    /// The blueprint, an open step included.
    pub fn blueprint(&self) -> &Blueprint {
        &self.blueprint
    }

    /// Its history.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// How many entries have been done.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Does what `entry` says. The version is one higher after it, unless there was nothing to do: then there is
    /// nothing to write down either.
    ///
    /// A step that is open must be finished first, by [`Self::finish`]: what it did is an entry of its own.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn perform(&mut self, entry: &Entry) -> Result<Done, Refusal> {
        debug_assert!(!self.history.is_open(), "an open step is an entry of its own");
        let stamp = entry.stamp.clone();
        let (blueprint, history) = (&mut self.blueprint, &mut self.history);
        let made = |step: Option<&Step>| Done { step: step.cloned(), ..Done::default() };
        let noted = |is_noted| Done { is_noted, ..Done::default() };
        let mut done = match &entry.act {
            Act::Do { operations } => {
                made(history.record(blueprint, stamp, operations.clone(), Recording::Record)?)
            }
            Act::Undo { step: None } => reverted(history.undo(blueprint, stamp)),
            Act::Undo { step: Some(step) } => reverted(history.undo_step(blueprint, stamp, step)),
            Act::Redo { step: None } => reverted(history.redo(blueprint, stamp)),
            Act::Redo { step: Some(step) } => reverted(history.redo_step(blueprint, stamp, step)),
            Act::Restore { step } => made(history.jump(blueprint, step, stamp)?),
            Act::Checkpoint { name } => {
                history.checkpoint(blueprint, name, stamp.at)?;
                noted(true)
            }
            Act::ForgetCheckpoint { name } => noted(history.forget_checkpoint(name)),
            Act::RestoreCheckpoint { name } => made(history.jump_to_checkpoint(blueprint, name, stamp)?),
            Act::SetPlatform { platform } => noted(mem::replace(&mut self.platform, *platform) != *platform),
        };
        // What was passed over is off its stack, unless it was on none.
        done.is_noted |= done.step.is_some() || done.skipped.iter().any(|it| it.why != Why::Gone);
        self.version += u64::from(done.is_noted);
        Ok(done)
    }

    /// Opens a step that is made bit by bit: typing, dragging. One that is open must be finished first.
    pub fn begin(&mut self, stamp: Stamp) {
        self.history.begin(&self.blueprint, stamp);
    }

    /// Does an operation in the open step.
    ///
    /// # Errors
    /// Why it does not apply, or that no step is open; then nothing has changed.
    pub fn edit(&mut self, operation: Operation) -> Result<(), Rejection> {
        self.history.perform(&mut self.blueprint, operation)
    }

    /// Whether a step is open.
    pub fn is_open(&self) -> bool {
        self.history.is_open()
    }

    /// Closes the open step and gives back the entry to write down; nothing if it changed nothing.
    pub fn finish(&mut self) -> Option<Entry> {
        let step = self.history.commit(&self.blueprint)?;
        let entry = Entry::of_step(step);
        self.version += 1;
        Some(entry)
    }

    /// Takes back what the open step did, as if it had never been begun.
    pub fn abandon(&mut self) {
        self.history.abandon(&mut self.blueprint);
    }

    /// The same as the `version`-th: what was mended stands above everything that it was mended from.
    #[must_use]
    pub fn raised_to(mut self, version: u64) -> Self {
        self.version = self.version.max(version);
        self
    }

    /// The same under another id, without its history: a copy starts anew.
    pub fn copy(&self, id: ConfigurationId, name: &str) -> Self {
        let blueprint = Blueprint { name: name.to_owned(), ..self.blueprint.clone() };
        Self::new(id, self.platform, self.answers.clone(), blueprint)
    }
}

fn reverted(reverted: Reverted) -> Done {
    Done { step: reverted.step, skipped: reverted.skipped, ..Done::default() }
}
