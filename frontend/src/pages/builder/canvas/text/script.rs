//! What the text mode knows: what is written, what it was written from, and what is wrong with it.

use std::sync::Arc;
use std::time::Duration;

use leptos::html::Textarea;
use leptos::prelude::*;
use shared::blueprint::Blueprint;
use shared::operation::{diff, merge};

use super::caret;
use super::reading::{Form, Wrong, look, read, write};
use crate::pages::builder::store::Workbench;

/// How long one may pause in writing before the text is read.
const PAUSE: Duration = Duration::from_millis(300);

/// What the text mode knows. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Script {
    pub bench: Workbench,
    pub text: RwSignal<String>,
    /// How blueprints are written here.
    pub form: RwSignal<Form>,
    /// What the text was written from.
    base: StoredValue<Arc<Blueprint>>,
    /// What the text said when it was last whole: ids come from there.
    pub whole: StoredValue<Arc<Blueprint>>,
    /// Whether the text says something else.
    pub is_changed: RwSignal<bool>,
    /// What is wrong with it, the worst first.
    pub wrong: RwSignal<Vec<Wrong>>,
    paused: StoredValue<u32>,
    pub area: NodeRef<Textarea>,
}

impl Script {
    /// The blueprint as text, or what was written and not applied when one was here last.
    pub(super) fn new(bench: Workbench) -> Self {
        let draft = bench.draft.get_value();
        let is_changed = draft.is_some();
        let (text, base) = draft.unwrap_or_else(|| {
            let blueprint = bench.blueprint.get_untracked();
            (write(&blueprint, Form::default()), blueprint)
        });
        Self {
            bench,
            form: RwSignal::new(Form::of(&text)),
            text: RwSignal::new(text),
            base: StoredValue::new(Arc::clone(&base)),
            whole: StoredValue::new(base),
            is_changed: RwSignal::new(is_changed),
            wrong: RwSignal::new(Vec::new()),
            paused: StoredValue::new(0),
            area: NodeRef::new(),
        }
    }

    /// Shows a blueprint.
    pub(super) fn show(self, blueprint: Arc<Blueprint>) {
        let text = write(&blueprint, self.form.get_untracked());
        if self.text.with_untracked(|shown| *shown != text) {
            self.text.set(text);
        }
        self.base.set_value(Arc::clone(&blueprint));
        self.whole.set_value(blueprint);
        self.bench.draft.set_value(None);
        self.is_changed.set(false);
        self.wrong.set(Vec::new());
    }

    /// Takes what is written; it is read when the person pauses.
    pub(super) fn write(self, text: String) {
        self.bench.draft.set_value(Some((text.clone(), self.base.get_value())));
        self.text.set(text);
        self.is_changed.set(true);
        self.paused.update_value(|count| *count = count.wrapping_add(1));
        let counted = self.paused.get_value();
        set_timeout(
            move || {
                if self.paused.try_get_value() == Some(counted) {
                    self.look();
                }
            },
            PAUSE,
        );
    }

    /// Reads the text for what is wrong with it.
    fn look(self) {
        let platform = self.bench.platform.get_untracked();
        let (whole, wrong) = self.text.with_untracked(|text| look(text, platform));
        if let Some(whole) = whole {
            self.form.set(self.text.with_untracked(|text| Form::of(text)));
            self.whole.set_value(Arc::new(whole));
        }
        self.wrong.set(wrong);
    }

    /// Writes in another form what the text says; nothing changes where it says no blueprint.
    pub(super) fn turn(self, form: Form) {
        let said = self.text.with_untracked(|text| read(text));
        match said {
            Ok(said) => {
                self.form.set(form);
                let text = write(&said, form);
                match self.is_changed.get_untracked() {
                    true => self.write(text),
                    false => self.text.set(text),
                }
            }
            Err(wrong) => self.wrong.set(wrong),
        }
    }

    /// Whether the text cannot be taken over as it is.
    pub(super) fn is_barred(self) -> bool {
        self.wrong.with(|wrong| wrong.iter().any(|it| it.is_barring))
    }

    /// Shows the blueprint as it is.
    pub(super) fn discard(self) {
        self.show(self.bench.blueprint.get_untracked());
    }

    /// Takes over what the text says, as one step; what was changed elsewhere since stays.
    pub(super) fn apply(self) {
        if !self.is_changed.get_untracked() {
            return;
        }
        let read = match self.text.with_untracked(|text| read(text)) {
            Ok(read) => read,
            Err(wrong) => return self.wrong.set(wrong),
        };
        let (now, base) = (self.bench.blueprint.get_untracked(), self.base.get_value());
        let (operations, conflict) = if *now == *base {
            (diff(&now, &read), None)
        } else {
            let merged = merge(&base, &now, &read);
            let language = self.bench.language();
            let first = merged.conflicts.first().map(|conflict| conflict.sentence(&now, language));
            (merged.operations, first)
        };
        if operations.is_empty() || self.bench.perform(operations) {
            self.show(self.bench.blueprint.get_untracked());
        }
        if let Some(sentence) = conflict {
            self.bench.tell(sentence);
        }
    }

    /// Selects a line, so that it is seen.
    pub(super) fn go_to(self, line: usize) {
        if let Some(area) = self.area.get_untracked() {
            caret::select_line(&area, line);
        }
    }
}
