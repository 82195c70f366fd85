//! Steps that are made bit by bit, and choices that may be others in a moment.

use leptos::prelude::*;
use shared::configuration::Configuration;
use shared::operation::Operation;
use shared::operation::history::StepId;

use super::{PAUSE, Workbench, after};

impl Workbench {
    /// Sets a property or a value bit by bit, as it is typed: one step until the person pauses or goes elsewhere.
    pub(crate) fn type_in(self, operation: Operation) {
        let goes_on =
            self.typing.with_value(|typing| typing.as_ref().is_some_and(|it| it.sets_the_same(&operation)));
        if !goes_on {
            self.finish();
            let stamp = self.stamp(None);
            self.configuration.update_value(|configuration| configuration.begin(stamp));
        }
        self.typing.set_value(Some(operation.clone()));
        let result = self.configuration.try_update_value(|configuration| configuration.edit(operation));
        if let Some(Err(rejection)) = result {
            self.refuse(&rejection);
        }
        self.publish();
        after(self.paused, PAUSE, move || {
            if let Some(step) = self.close() {
                self.typed.update_value(|typed| typed.push(step));
            }
        });
    }

    /// Makes a choice that may be another in a moment, as when arrows go through a list: `choose` is called once the
    /// person has paused or gone elsewhere, unless another choice takes its place.
    pub(crate) fn hold(self, choose: Callback<()>) {
        self.held.set_value(Some(choose));
        after(self.paused, PAUSE, move || self.finish());
    }

    /// What was typed becomes a step; a choice that was held is made.
    pub(crate) fn finish(self) {
        self.close();
        self.typed.try_set_value(Vec::new());
        if let Some(choose) = self.held.try_update_value(Option::take).flatten() {
            choose.try_run(());
        }
    }

    /// Closes the open step; which it was.
    fn close(self) -> Option<StepId> {
        self.typing.try_set_value(None);
        let entry = self.configuration.try_update_value(Configuration::finish).flatten()?;
        let step = entry.stamp.id.clone();
        self.publish();
        self.keeping.keep(self, entry);
        Some(step)
    }

    /// Takes back what is being typed, pauses or not, as if it had never been begun.
    pub(crate) fn abandon(self) {
        self.typing.set_value(None);
        self.held.set_value(None);
        self.configuration.update_value(Configuration::abandon);
        self.publish();
        let typed = self.typed.try_update_value(std::mem::take).unwrap_or_default();
        let is_last =
            |step: &StepId| self.with_now(|it| it.history().undoes().is_some_and(|(id, _)| id == step));
        for step in typed.iter().rev() {
            if is_last(step) {
                self.undo();
            }
        }
    }

    /// Whether something is being typed that is no step yet.
    pub(crate) fn is_typing(self) -> bool {
        let is_open = self.configuration.try_with_value(Configuration::is_open).unwrap_or_default();
        is_open || self.draft.try_with_value(Option::is_some).unwrap_or_default()
    }
}
