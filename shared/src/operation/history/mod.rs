//! The history of a blueprint: everybody's log, and one's own undo and redo.
//!
//! A [`Step`] is one intention, undone whole. What others did comes in [`Recording::Unrecorded`]: it is in the log,
//! never on the undo stack. Undoing and redoing are steps themselves: nothing ever leaves the log but what folds away
//! beyond [`Limits`].
//!
//! The blueprint is the caller's and comes in with every call: always the same one, changed by nobody else in between.

mod checkpoint;
mod effect;
mod fold;
mod log;
mod open;
mod shown;
mod step;
mod store;
#[cfg(test)]
mod tests;
mod undo;

use serde::{Deserialize, Serialize};

pub use checkpoint::{CHECKPOINTS_MAX, Checkpoint, CheckpointError};
pub use fold::Limits;
pub use log::Entry;
pub use step::{Change, Deed, Origin, Stamp, Step, StepId};
pub use store::{DamagedCheckpoint, HISTORY_SCHEMA_VERSION, HistoryError, Recovered};
pub use undo::{Reverted, Skipped, Why};

use open::Open;

use super::{Operation, Rejection, apply, diff};
use crate::blueprint::Blueprint;

/// How a step is performed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recording {
    /// It can be undone, and what was undone before it can no longer be redone.
    Record,
    /// It can be undone, and what was undone before it can still be redone.
    RecordKeepingRedo,
    /// It is in the log alone: somebody else did it.
    Unrecorded,
}

/// Everybody's log, one's own undo and redo stacks, and checkpoints. Survives a reload, see [`History::read`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct History {
    /// Version of this document's form.
    schema_version: u32,
    /// Version of the operations in it.
    operation_schema_version: u32,
    limits: Limits,
    /// Every step that has not folded away, in the order in which they took effect.
    steps: Vec<Step>,
    /// Own steps that can be undone, the last one last.
    undo: Vec<StepId>,
    /// Steps that undid own ones, the last one last.
    redo: Vec<StepId>,
    /// What each step takes to store.
    #[serde(default)]
    sizes_bytes: Vec<usize>,
    /// The step that is being made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    open: Option<Open>,
    #[serde(default)]
    checkpoints: Vec<Checkpoint>,
    /// How many steps have folded away.
    #[serde(default)]
    folded: u64,
}

impl Default for History {
    fn default() -> Self {
        Self::new(Limits::default())
    }
}

impl History {
    /// An empty history.
    pub fn new(limits: Limits) -> Self {
        Self {
            schema_version: HISTORY_SCHEMA_VERSION,
            operation_schema_version: super::OPERATION_SCHEMA_VERSION,
            limits,
            steps: Vec::new(),
            undo: Vec::new(),
            redo: Vec::new(),
            sizes_bytes: Vec::new(),
            open: None,
            checkpoints: Vec::new(),
            folded: 0,
        }
    }

    /// Performs one whole intention and gives back its step; a step that is open is committed first if this one is
    /// one's own, else it stays open and takes effect after it.
    ///
    /// Nothing to do is no step.
    ///
    /// # Errors
    /// Why the operations do not apply; then nothing has changed, but that an open step may have been committed.
    pub fn record(
        &mut self,
        blueprint: &mut Blueprint,
        stamp: Stamp,
        operations: Vec<Operation>,
        recording: Recording,
    ) -> Result<Option<&Step>, Rejection> {
        if recording != Recording::Unrecorded {
            self.commit(blueprint);
        }
        let open = self.rewind(blueprint);
        let before = stamp.label.is_none().then(|| blueprint.clone());
        let changes = changes(blueprint, operations);
        self.replay(blueprint, open);
        match changes? {
            changes if changes.is_empty() => Ok(None),
            changes => {
                let step = stamp.step(Deed::Did, changes, before.as_ref());
                Ok(self.push(blueprint, step, recording))
            }
        }
    }

    /// Takes over a blueprint that others changed, such as the one that [`super::Pending`] holds after a message:
    /// the difference becomes one step of the log. Gives back the operations; none, and no step, if it is the same.
    ///
    /// A step that is open is no part of `after`; it stays open and is done again on top.
    ///
    /// # Errors
    /// When either blueprint does not hold together; then nothing has changed.
    pub fn adopt(
        &mut self,
        blueprint: &mut Blueprint,
        after: &Blueprint,
        stamp: Stamp,
    ) -> Result<Option<&Step>, Rejection> {
        let confirmed = self.confirmed(blueprint);
        let operations = diff(&confirmed, after);
        self.record(blueprint, stamp, operations, Recording::Unrecorded)
    }

    /// Puts a finished step at the end of the log and on the stacks.
    fn push(&mut self, blueprint: &Blueprint, step: Step, recording: Recording) -> Option<&Step> {
        match recording {
            Recording::Record => {
                self.redo.clear();
                self.undo.push(step.id.clone());
            }
            Recording::RecordKeepingRedo => self.undo.push(step.id.clone()),
            Recording::Unrecorded => {}
        }
        self.steps.push(step);
        self.fold(blueprint);
        self.steps.last()
    }
}

/// Applies `operations`, groups part by part; each with its inverse.
fn changes(blueprint: &mut Blueprint, operations: Vec<Operation>) -> Result<Vec<Change>, Rejection> {
    let mut done: Vec<Change> = Vec::new();
    for operation in operations.into_iter().flat_map(Operation::parts) {
        match apply(blueprint, operation.clone()) {
            // What changes nothing is nothing to undo.
            Ok(inverse) if inverse.undoes_nothing_of(&operation) => {}
            Ok(inverse) => done.push(Change::new(blueprint, operation, inverse)),
            Err(rejection) => {
                take_back(blueprint, &done);
                return Err(rejection);
            }
        }
    }
    Ok(done)
}

/// Undoes changes that were the last to be done.
fn take_back(blueprint: &mut Blueprint, changes: &[Change]) {
    for change in changes.iter().rev() {
        // What undoes the last thing done always applies; what was stored may have been tampered with.
        let undone = apply(blueprint, change.inverse.clone());
        debug_assert!(undone.is_ok(), "{undone:?}");
    }
}
