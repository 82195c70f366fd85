//! Looking back: entries, previews, and going back to one.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::{Deed, History, Origin, Recording, Stamp, Step, StepId, take_back};
use crate::blueprint::Blueprint;
use crate::operation::{Rejection, diff};

/// An entry of the history panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The step.
    pub id: &'a StepId,
    /// What was done, in words.
    pub label: &'a str,
    /// Who did it.
    pub origin: &'a Origin,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether a later step undid it.
    pub is_undone: bool,
    /// Names of the checkpoints set right after it.
    pub checkpoints: Vec<&'a str>,
}

impl History {
    /// Everybody's steps that have not folded away, the oldest first; an open step is none yet.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let undone = self.undone();
        self.steps.iter().map(move |step| Entry {
            id: &step.id,
            label: &step.label,
            origin: &step.origin,
            at: step.at,
            is_undone: undone.contains(&step.id),
            checkpoints: self.names_after(&step.id),
        })
    }

    /// The steps themselves, the oldest first.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Whether the other one has the same steps, and the same of them can be undone and redone.
    pub fn has_the_steps_of(&self, other: &Self) -> bool {
        (&self.steps, &self.undo, &self.redo, self.folded)
            == (&other.steps, &other.undo, &other.redo, other.folded)
    }

    /// How many steps have folded away.
    pub fn folded(&self) -> u64 {
        self.folded
    }

    /// Steps whose effect a later one took back.
    fn undone(&self) -> BTreeSet<&StepId> {
        let mut undone = BTreeSet::new();
        for step in self.steps.iter().rev() {
            if let Deed::Undid(of) | Deed::Redid(of) = &step.deed
                && !undone.contains(&step.id)
            {
                undone.insert(of);
            }
        }
        undone
    }

    /// The blueprint as it was right after a step; nothing for one that is not in the log. Nothing changes.
    pub fn preview(&self, blueprint: &Blueprint, after: &StepId) -> Option<Blueprint> {
        let at = self.steps.iter().rposition(|step| step.id == *after)?;
        let mut preview = self.confirmed(blueprint);
        for step in self.steps.iter().skip(at + 1).rev() {
            take_back(&mut preview, &step.changes);
        }
        Some(preview)
    }

    /// The blueprint as it was before the oldest step in the log. Nothing changes.
    pub fn oldest(&self, blueprint: &Blueprint) -> Blueprint {
        let mut preview = self.confirmed(blueprint);
        for step in self.steps.iter().rev() {
            take_back(&mut preview, &step.changes);
        }
        preview
    }

    /// Brings the blueprint back to how it was right after a step, as a step that can be undone.
    ///
    /// This takes back what anybody did since: the person saw the preview and said so.
    ///
    /// # Errors
    /// When the blueprint does not hold together.
    pub fn jump(
        &mut self,
        blueprint: &mut Blueprint,
        after: &StepId,
        stamp: Stamp,
    ) -> Result<Option<&Step>, Rejection> {
        self.commit(blueprint);
        let Some(preview) = self.preview(blueprint, after) else { return Ok(None) };
        let told = || self.find(after).map(|step| stamp.tell("history.restored", &step.label));
        let label = stamp.label.clone().or_else(told);
        self.restore(blueprint, &preview, Deed::Restored(after.clone()), Stamp { label, ..stamp })
    }

    /// Makes the blueprint `target`, as a step.
    pub(super) fn restore(
        &mut self,
        blueprint: &mut Blueprint,
        target: &Blueprint,
        deed: Deed,
        stamp: Stamp,
    ) -> Result<Option<&Step>, Rejection> {
        let changes = super::changes(blueprint, diff(blueprint, target))?;
        if changes.is_empty() {
            return Ok(None);
        }
        Ok(self.push(blueprint, stamp.step(deed, changes, None), Recording::Record))
    }
}
