//! Making a step bit by bit: typing and dragging.

use serde::{Deserialize, Serialize};

use super::{Change, Deed, History, Recording, Stamp, Step, changes, take_back};
use crate::blueprint::Blueprint;
use crate::operation::{ElementKind, Operation, Rejection, apply};

/// A step that is being made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Open {
    stamp: Stamp,
    pub(super) changes: Vec<Change>,
}

impl History {
    /// Opens a step: at pointer-down, on focus. A step that is open already is committed first.
    pub fn begin(&mut self, blueprint: &Blueprint, stamp: Stamp) {
        self.commit(blueprint);
        self.open = Some(Open { stamp, changes: Vec::new() });
    }

    /// Whether a step is open.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Performs an operation in the open step. Consecutive edits of the same property become one, and edits that
    /// lead back to where they began none.
    ///
    /// # Errors
    /// Why it does not apply, or that no step is open; then nothing has changed.
    pub fn perform(&mut self, blueprint: &mut Blueprint, operation: Operation) -> Result<(), Rejection> {
        let Some(open) = &mut self.open else {
            let op = operation.tag().to_owned();
            return Err(Rejection::Senseless { op, kind: ElementKind::Blueprint });
        };
        for change in changes(blueprint, vec![operation])? {
            squash(&mut open.changes, change);
        }
        Ok(())
    }

    /// Closes the open step and gives it back; nothing if there is none or it changed nothing.
    pub fn commit(&mut self, blueprint: &Blueprint) -> Option<&Step> {
        let before = self.open.as_ref().filter(|open| open.stamp.label.is_none());
        let before = before.map(|_| self.confirmed(blueprint));
        let open = self.open.take().filter(|open| !open.changes.is_empty())?;
        let step = open.stamp.step(Deed::Did, open.changes, before.as_ref());
        self.push(blueprint, step, Recording::Record)
    }

    /// Takes back what the open step did, as if it had never been begun.
    pub fn abandon(&mut self, blueprint: &mut Blueprint) {
        drop(self.rewind(blueprint));
    }

    /// Takes the open step out, and its changes back.
    pub(super) fn rewind(&mut self, blueprint: &mut Blueprint) -> Option<Open> {
        let open = self.open.take()?;
        take_back(blueprint, &open.changes);
        Some(open)
    }

    /// Does the open step again on top of what changed below it; what no longer applies drops out of it.
    pub(super) fn replay(&mut self, blueprint: &mut Blueprint, open: Option<Open>) {
        let Some(mut open) = open else { return };
        let again = |Change { operation, .. }: Change| {
            let inverse = apply(blueprint, operation.clone()).ok()?;
            Some(Change::new(blueprint, operation, inverse))
        };
        open.changes = open.changes.into_iter().filter_map(again).collect();
        self.open = Some(open);
    }

    /// The blueprint without the open step.
    pub(super) fn confirmed(&self, blueprint: &Blueprint) -> Blueprint {
        let mut confirmed = blueprint.clone();
        if let Some(open) = &self.open {
            take_back(&mut confirmed, &open.changes);
        }
        confirmed
    }
}

/// Adds a change; one of the same property as the last one takes its place.
fn squash(changes: &mut Vec<Change>, change: Change) {
    match changes.last_mut() {
        Some(last) if last.operation.sets_the_same(&change.operation) => {
            last.operation = change.operation;
            if last.operation == last.inverse {
                changes.pop();
            }
        }
        _ => changes.push(change),
    }
}
