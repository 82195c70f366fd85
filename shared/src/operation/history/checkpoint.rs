//! Checkpoints: moments with a name, which never fold away.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Deed, History, Stamp, Step, StepId};
use crate::blueprint::Blueprint;
use crate::operation::Rejection;

/// Most checkpoints of a history: each may come to hold a whole blueprint.
pub const CHECKPOINTS_MAX: usize = 20;

/// A moment with a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// Its name, unique among them.
    pub name: String,
    /// When it was set.
    pub at: DateTime<Utc>,
    /// The step it was set after; none before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<StepId>,
    /// The blueprint of that moment, once its step has folded away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) kept: Option<Box<Blueprint>>,
}

/// Why a checkpoint is not set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// There is one of this name.
    #[error("there is a checkpoint of this name")]
    NameTaken,
    /// There are as many as there may be.
    #[error("there are {CHECKPOINTS_MAX} checkpoints already")]
    TooMany,
}

impl History {
    /// Gives this moment a name; an open step is committed first.
    ///
    /// # Errors
    /// [`CheckpointError`].
    pub fn checkpoint(
        &mut self,
        blueprint: &Blueprint,
        name: &str,
        at: DateTime<Utc>,
    ) -> Result<(), CheckpointError> {
        self.commit(blueprint);
        if self.checkpoints.iter().any(|checkpoint| checkpoint.name == name) {
            return Err(CheckpointError::NameTaken);
        }
        if self.checkpoints.len() >= CHECKPOINTS_MAX {
            return Err(CheckpointError::TooMany);
        }
        let after = self.steps.last().map(|step| step.id.clone());
        let kept = after.is_none().then(|| Box::new(blueprint.clone()));
        self.checkpoints.push(Checkpoint { name: name.to_owned(), at, after, kept });
        Ok(())
    }

    /// Every checkpoint, the oldest first.
    pub fn checkpoints(&self) -> &[Checkpoint] {
        &self.checkpoints
    }

    /// Takes the name from a moment; whether there was one.
    pub fn forget_checkpoint(&mut self, name: &str) -> bool {
        let before = self.checkpoints.len();
        self.checkpoints.retain(|checkpoint| checkpoint.name != name);
        self.checkpoints.len() < before
    }

    /// The blueprint as it was at a checkpoint; nothing for a name that is none's. Nothing changes.
    pub fn preview_checkpoint(&self, blueprint: &Blueprint, name: &str) -> Option<Blueprint> {
        let checkpoint = self.checkpoints.iter().find(|checkpoint| checkpoint.name == name)?;
        match &checkpoint.kept {
            Some(kept) => Some((**kept).clone()),
            None => self.preview(blueprint, checkpoint.after.as_ref()?),
        }
    }

    /// Brings the blueprint back to a checkpoint, as a step that can be undone; nothing for a name that is none's.
    ///
    /// # Errors
    /// When the blueprint does not hold together.
    pub fn jump_to_checkpoint(
        &mut self,
        blueprint: &mut Blueprint,
        name: &str,
        stamp: Stamp,
    ) -> Result<Option<&Step>, Rejection> {
        self.commit(blueprint);
        let Some(target) = self.preview_checkpoint(blueprint, name) else { return Ok(None) };
        let after = self.checkpoints.iter().find(|it| it.name == name).and_then(|it| it.after.clone());
        let label = Some(stamp.label.clone().unwrap_or_else(|| stamp.tell("history.restored", name)));
        let deed = Deed::Restored(after.unwrap_or_default());
        self.restore(blueprint, &target, deed, Stamp { label, ..stamp })
    }

    pub(super) fn names_after(&self, step: &StepId) -> Vec<&str> {
        let after = self.checkpoints.iter().filter(|it| it.after.as_ref() == Some(step));
        after.map(|checkpoint| checkpoint.name.as_str()).collect()
    }

    /// Lets the checkpoints of a step hold their blueprint, so that the step may go.
    pub(super) fn keep(&mut self, blueprint: &Blueprint, step: &StepId) {
        let is_due = |it: &Checkpoint| it.kept.is_none() && it.after.as_ref() == Some(step);
        if !self.checkpoints.iter().any(is_due) {
            return;
        }
        let Some(preview) = self.preview(blueprint, step) else { return };
        for checkpoint in self.checkpoints.iter_mut().filter(|it| is_due(it)) {
            checkpoint.kept = Some(Box::new(preview.clone()));
        }
    }
}
