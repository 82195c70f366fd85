//! What may be written next, in a list at the caret.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html::Span;
use leptos::prelude::*;

use super::caret;
use super::completion::{Candidate, Schema, complete};
use super::reading::Form;
use super::script::Script;
use crate::browser::{boot, layer};
use crate::components::float::Float;
use crate::components::float::place::Side;
use crate::i18n::{I18n, known, t, use_i18n};

/// Where the form of a blueprint is.
const FORM: &str = "/schemas/blueprint.json";
/// Id of the list.
pub(super) const LIST: &str = "text-completions";
/// So many are offered; a letter more leaves fewer.
const OFFERED_MAX: usize = 60;

/// What the list knows. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Completing {
    script: Script,
    i18n: I18n,
    /// The form of a blueprint; fetched when somebody opens the text, nothing where it cannot be had.
    form: LocalResource<Option<Arc<Schema>>>,
    float: Float,
    /// What measures how far into its line the caret is.
    measure: NodeRef<Span>,
    found: RwSignal<Vec<Candidate>>,
    /// Which of the found ones is marked.
    marked: RwSignal<usize>,
}

impl Completing {
    /// The list of a text, closed at first.
    pub(super) fn new(script: Script) -> Self {
        let form = LocalResource::new(|| async { Schema::read(&boot::text(FORM).await?).map(Arc::new) });
        Self {
            script,
            i18n: use_i18n(),
            form,
            float: Float::new(Side::Below, 4.0),
            measure: NodeRef::new(),
            found: RwSignal::new(Vec::new()),
            marked: RwSignal::new(0),
        }
    }

    /// Whether the form of a blueprint is at hand.
    pub(super) fn is_ready(self) -> bool {
        self.form.with(|form| form.as_ref().is_some_and(Option::is_some))
    }

    /// The id of what is marked, while the list is open.
    pub(super) fn marked_id(self) -> Option<String> {
        self.float.is_open().then(|| option_id(self.marked.get()))
    }

    /// Closes the list.
    pub(super) fn close(self) {
        if self.float.is_open_now() {
            self.float.close();
        }
    }

    /// Stays at the caret while the text scrolls.
    pub(super) fn stay(self) {
        if let Some(at) = self.at().filter(|_| self.float.is_open_now()) {
            self.put(at);
            self.float.put();
        }
    }

    /// Looks anew after something was written: letters and quotes open the list, anything else closes it.
    pub(super) fn follow(self) {
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '"';
        let before =
            self.at().and_then(|at| self.script.text.with_untracked(|it| it.get(..at)?.chars().next_back()));
        match before.is_some_and(is_word) || self.float.is_open_now() {
            true => self.open(),
            false => self.close(),
        }
    }

    /// Does what a key does to the list; whether it did something.
    pub(super) fn press(self, event: &KeyboardEvent) -> bool {
        let is_open = self.float.is_open_now();
        let count = self.found.with_untracked(Vec::len);
        let at = self.marked.get_untracked();
        match event.key().as_str() {
            " " if event.ctrl_key() => self.ask(),
            _ if !is_open || event.is_composing() => return false,
            "ArrowDown" => self.mark(if at + 1 >= count { 0 } else { at + 1 }),
            "ArrowUp" => self.mark(at.checked_sub(1).unwrap_or(count.saturating_sub(1))),
            "Enter" | "Tab" if !event.shift_key() => self.take(at),
            "Escape" => self.close(),
            "ArrowLeft" | "ArrowRight" | "Home" | "End" | "PageUp" | "PageDown" => {
                self.close();
                return false;
            }
            _ => return false,
        }
        true
    }

    /// Opens the list because somebody asks for it; says so where there is nothing.
    fn ask(self) {
        let bench = self.script.bench;
        match self.form.get_untracked() {
            Some(None) => {
                bench.say(known!("builder.text.no_form"));
                // There may be a connection by the next time.
                self.form.refetch();
            }
            _ => {
                self.open();
                if !self.float.is_open_now() {
                    bench.said.set(self.i18n.count("builder.text.found", 0));
                }
            }
        }
    }

    /// Opens the list where there is something to offer, else closes it.
    fn open(self) {
        let (Some(at), Some(Some(form))) = (self.at(), self.form.get_untracked()) else {
            return self.close();
        };
        // What may stand in YAML is where its lines begin: only JSON is understood.
        if self.script.text.with_untracked(|text| Form::of(text)) != Form::Json {
            return self.close();
        }
        let whole = self.script.whole.get_value();
        let mut found = self.script.text.with_untracked(|text| complete(text, at, &form, &whole));
        found.truncate(OFFERED_MAX);
        if found.is_empty() {
            return self.close();
        }
        self.script.bench.said.set(self.i18n.count("builder.text.found", found.len()));
        self.found.set(found);
        self.put(at);
        self.float.open();
        self.mark(0);
    }

    /// Puts what the list hangs on below the caret.
    fn put(self, at: usize) {
        let (Some(area), Some(measure), Some(anchor)) = (
            self.script.area.get_untracked(),
            self.measure.get_untracked(),
            self.float.anchor.get_untracked(),
        ) else {
            return;
        };
        let text = self.script.text.get_untracked();
        let before = text.get(..at).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        measure.set_text_content(Some(line));
        let size = layer::rect(&measure);
        let lines = before.matches('\n').count() as f64;
        let left = f64::from(area.offset_left()) + size.width - f64::from(area.scroll_left());
        let top = size.height * lines - f64::from(area.scroll_top());
        layer::put(&anchor, left, top);
    }

    fn mark(self, at: usize) {
        self.marked.set(at);
        request_animation_frame(move || {
            let body = self.float.body.try_get_untracked().flatten();
            if let Some(Ok(Some(marked))) = body.map(|body| body.query_selector(".marked")) {
                let nearest = web_sys::ScrollIntoViewOptions::new();
                nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
                marked.scroll_into_view_with_scroll_into_view_options(&nearest);
            }
        });
    }

    /// Writes what is at a place of the list.
    fn take(self, at: usize) {
        let Some(candidate) = self.found.with_untracked(|found| found.get(at).cloned()) else { return };
        let Some(area) = self.script.area.get_untracked() else { return };
        let text = area.value();
        let edit = candidate.edit;
        caret::replace(&area, &text, edit.replaced, &edit.text, edit.caret);
        self.close();
        // A key that was taken leads on to its value, where that is one of a few.
        if candidate.is_key {
            self.open();
        }
    }

    /// Where the caret is, in bytes.
    fn at(self) -> Option<usize> {
        let area = self.script.area.get_untracked()?;
        self.script.text.with_untracked(|text| caret::of(&area, text))
    }
}

fn option_id(at: usize) -> String {
    format!("{LIST}-{at}")
}

/// The list at the caret.
#[component]
pub(super) fn CompletionList(
    /// What it knows.
    completing: Completing,
) -> impl IntoView {
    let option = move |(at, candidate): (usize, Candidate)| option(completing, at, candidate);
    let options = move || completing.found.get().into_iter().enumerate().map(option).collect_view();
    // The focus never leaves the text: pressing here must not take it.
    let keep_focus = |event: MouseEvent| event.prevent_default();
    view! {
        <span class="text-measure" aria-hidden="true" node_ref=completing.measure></span>
        <span class="text-caret" aria-hidden="true" node_ref=completing.float.anchor></span>
        <div
            class="menu combobox-list text-completions"
            popover="manual"
            node_ref=completing.float.body
            on:mousedown=keep_focus
        >
            <div role="listbox" id=LIST aria-label=t!("builder.text.completions")>{options}</div>
        </div>
    }
}

fn option(completing: Completing, at: usize, candidate: Candidate) -> impl IntoView {
    let is_marked = Memo::new(move |_| completing.marked.get() == at);
    let Candidate { label, name, about, is_required, .. } = candidate;
    let required = is_required.then(|| view! { <span class="hint">{t!("builder.text.required")}</span> });
    view! {
        <div
            role="option"
            class="menu-item text-completion"
            class:marked=is_marked
            id=option_id(at)
            aria-selected=move || is_marked.get().to_string()
            on:click=move |_| completing.take(at)
        >
            <span class="text-completion-head">
                <code>{label}</code>
                <span>{name}</span>
                {required}
            </span>
            {(!about.is_empty()).then(|| view! { <span class="hint" lang="en" dir="ltr">{about}</span> })}
        </div>
    }
}
