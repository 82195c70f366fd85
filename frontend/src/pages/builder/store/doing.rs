//! Whole steps: each is one intention, kept as it is done.

use leptos::prelude::*;
use shared::configuration::{Act, Done, Entry, Refusal};
use shared::operation::history::{CheckpointError, Origin, Stamp, StepId};
use shared::operation::intention::Intention;
use shared::operation::{Operation, Rejection};
use shared::platform::Platform;

use super::Workbench;
use crate::i18n::known;

impl Workbench {
    /// Does one whole intention; whether it could be done. Why not is said.
    pub(crate) fn perform(self, operations: Vec<Operation>) -> bool {
        self.act(Act::Do { operations }, None).is_some()
    }

    /// Does one whole intention under this name; whether it could be done.
    pub(crate) fn perform_as(self, label: String, operations: Vec<Operation>) -> bool {
        self.act(Act::Do { operations }, Some(label)).is_some()
    }

    /// Does what was suggested, as one step; whether it could be done.
    pub(crate) fn follow_suggestion(self, title: String, operations: Vec<Operation>) -> bool {
        let stamp = Stamp { origin: Origin::Assistant, ..self.stamp(Some(title)) };
        self.act_as(stamp, Act::Do { operations }).is_some()
    }

    /// Does one whole intention that has a name of its own.
    pub(crate) fn intend(self, intention: &Intention, operations: Result<Vec<Operation>, Rejection>) -> bool {
        match operations {
            Ok(operations) => {
                let label = self.with_now(|it| intention.label(it.blueprint(), self.language()));
                self.act(Act::Do { operations }, Some(label)).is_some()
            }
            Err(rejection) => {
                self.refuse(&rejection);
                false
            }
        }
    }

    /// Whether there is something to undo.
    pub(crate) fn can_undo(self) -> bool {
        self.with(|configuration| configuration.history().can_undo())
    }

    /// Whether there is something to redo.
    pub(crate) fn can_redo(self) -> bool {
        self.with(|configuration| configuration.history().can_redo())
    }

    /// Undoes one's own last step: that one, whatever another tab does before this is kept.
    pub(crate) fn undo(self) {
        self.finish();
        let step = self.with_now(|it| it.history().undoes().map(|(step, _)| step.clone()));
        if step.is_some() {
            self.revert(Act::Undo { step });
        }
    }

    /// Does again what was undone last: that, whatever another tab does before this is kept.
    pub(crate) fn redo(self) {
        self.finish();
        let step = self.with_now(|it| it.history().redoes().map(|(step, _)| step.clone()));
        if step.is_some() {
            self.revert(Act::Redo { step });
        }
    }

    fn revert(self, act: Act) {
        let Some(done) = self.act(act, None) else { return };
        let language = self.language();
        let skipped = self
            .with_now(|it| done.skipped.first().map(|skipped| skipped.sentence(it.blueprint(), language)));
        if let Some(sentence) = skipped {
            self.tell(sentence);
        } else if let Some(step) = done.step {
            self.show_again(&step);
            self.said.set(step.label);
        }
    }

    /// Goes back to how it was after a step.
    pub(crate) fn restore(self, step: StepId) {
        self.act(Act::Restore { step }, None);
    }

    /// Gives this moment a name; whether it could be had.
    pub(crate) fn checkpoint(self, name: String) -> bool {
        self.act(Act::Checkpoint { name }, None).is_some()
    }

    /// Takes the name from a moment.
    pub(crate) fn forget_checkpoint(self, name: String) {
        self.act(Act::ForgetCheckpoint { name }, None);
    }

    /// Goes back to a moment with a name.
    pub(crate) fn restore_checkpoint(self, name: String) {
        self.act(Act::RestoreCheckpoint { name }, None);
    }

    /// Chooses where the system is to live.
    pub(crate) fn set_platform(self, platform: Platform) {
        self.act(Act::SetPlatform { platform }, None);
    }

    /// Does `act`; nothing where it is refused, which is said.
    fn act(self, act: Act, label: Option<String>) -> Option<Done> {
        self.act_as(self.stamp(label), act)
    }

    /// Does `act` as `stamp` says; nothing where it is refused, which is said.
    fn act_as(self, stamp: Stamp, act: Act) -> Option<Done> {
        self.finish();
        let entry = Entry::new(stamp, act);
        let result = self.configuration.try_update_value(|configuration| configuration.perform(&entry))?;
        match result {
            Ok(done) => {
                self.publish();
                if done.is_noted {
                    self.keeping.keep(self, entry.told_as(&done));
                }
                Some(done)
            }
            Err(Refusal::Rejected(rejection)) => {
                self.refuse(&rejection);
                None
            }
            Err(Refusal::Checkpoint(CheckpointError::NameTaken)) => {
                self.toasts.say(known!("builder.history.name_taken"));
                None
            }
            Err(Refusal::Checkpoint(CheckpointError::TooMany)) => {
                self.toasts.say(known!("builder.history.too_many"));
                None
            }
        }
    }
}
