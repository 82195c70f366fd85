//! A text.

use leptos::ev;
use leptos::prelude::*;
use shared::operation::Operation;

use super::Named;
use crate::components::Field;
use crate::pages::builder::store::{Workbench, use_workbench};

/// What a text is like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shape {
    /// One line.
    #[default]
    Line,
    /// Several lines.
    Lines,
    /// A whole number of one or more.
    Count,
}

/// A text that is changed as one types: Enter and leaving end the step, Escape takes it back.
///
/// What a person typed stands there, be it whole or not, until they leave or the value becomes another; what is wrong
/// with it stays and is said.
#[component]
pub(crate) fn LiveText(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What it asks for.
    #[prop(into)]
    label: Signal<String>,
    /// Whether what it stands beside says that already to who sees it.
    #[prop(optional)]
    is_short: bool,
    /// How to answer; empty for nothing to say.
    #[prop(into, default = Signal::stored(String::new()))]
    hint: Signal<String>,
    /// What is wrong with what is so; empty for nothing.
    #[prop(into, default = Signal::stored(String::new()))]
    error: Signal<String>,
    /// What is wrong with a text that is typed; empty for nothing.
    #[prop(into, default = Callback::new(|_| String::new()))]
    judge: Callback<String, String>,
    /// What is so.
    #[prop(into)]
    value: Signal<String>,
    /// Most characters.
    max: u64,
    /// What it is like.
    #[prop(optional)]
    shape: Shape,
    /// What an empty one waits for; empty for nothing to say.
    #[prop(into, default = Signal::stored(String::new()))]
    placeholder: Signal<String>,
    /// Texts that are known, to choose from.
    #[prop(optional)]
    known: Vec<Named>,
    /// The operation that sets a text; nothing for a text that cannot be set.
    #[prop(into)]
    edit: Callback<String, Option<Operation>>,
) -> impl IntoView {
    let draft = Draft { value, judge, typed: RwSignal::new(None) };
    let writing = Writing { bench: use_workbench(), draft, edit, shape };
    let error =
        Signal::derive(move || Some(draft.fault()).filter(|it| !it.is_empty()).unwrap_or(error.get()));
    let described_by = format!("{id}-hint {id}-error");
    let invalid = move || error.with(|error| !error.is_empty()).then_some("true");
    let list = (!known.is_empty()).then(|| format!("{id}-known"));
    let options = known.into_iter().map(|(value, _)| view! { <option value=value></option> }).collect_view();
    let control = match shape {
        Shape::Lines => view! {
            <textarea
                class="input"
                id=id.clone()
                rows="3"
                maxlength=max.to_string()
                aria-describedby=described_by
                aria-invalid=invalid
                placeholder=placeholder
                prop:value=move || draft.shown()
                on:input:target=move |event| writing.write(event.target().value())
                on:keydown=move |event| writing.press(&event)
                on:blur=move |_| writing.leave()
            ></textarea>
        }
        .into_any(),
        Shape::Line | Shape::Count => view! {
            <input
                class="input"
                type="text"
                id=id.clone()
                autocomplete="off"
                inputmode=(shape == Shape::Count).then_some("numeric")
                maxlength=max.to_string()
                list=list.clone()
                aria-describedby=described_by
                aria-invalid=invalid
                placeholder=placeholder
                prop:value=move || draft.shown()
                on:input:target=move |event| writing.write(event.target().value())
                on:keydown=move |event| writing.press(&event)
                on:blur=move |_| writing.leave()
            />
        }
        .into_any(),
    };
    view! {
        <Field control=id label is_short hint error>{control}</Field>
        {list.map(|list| view! { <datalist id=list>{options}</datalist> })}
    }
}

/// A text as keys change it. Cheap to copy.
#[derive(Clone, Copy)]
struct Writing {
    bench: Workbench,
    draft: Draft,
    edit: Callback<String, Option<Operation>>,
    shape: Shape,
}

impl Writing {
    fn write(self, text: String) {
        if let Some(operation) = self.edit.run(text.clone()) {
            self.bench.type_in(operation);
        }
        self.draft.keep(text);
    }

    fn press(self, event: &ev::KeyboardEvent) {
        match event.key().as_str() {
            // Enter and Escape are for the words that are being put together then.
            _ if event.is_composing() => {}
            "Escape" if self.draft.is_there() => {
                event.prevent_default();
                self.bench.abandon();
                self.draft.typed.set(None);
            }
            "Enter" if self.shape != Shape::Lines => self.bench.finish(),
            _ => {}
        }
    }

    fn leave(self) {
        self.bench.finish();
        self.draft.leave();
    }
}

/// What is being typed. Cheap to copy.
#[derive(Clone, Copy)]
struct Draft {
    /// What is so.
    value: Signal<String>,
    judge: Callback<String, String>,
    /// What was typed, and the value that came of it.
    typed: RwSignal<Option<(String, String)>>,
}

impl Draft {
    fn keep(self, text: String) {
        self.typed.set(Some((text, self.value.get_untracked())));
    }

    fn is_there(self) -> bool {
        self.typed.with_untracked(Option::is_some)
    }

    /// What was typed; nothing once the value is another than that which came of it.
    fn standing(self) -> Option<String> {
        let now = self.value.get();
        self.typed.get().filter(|(_, value)| *value == now).map(|(typed, _)| typed)
    }

    fn shown(self) -> String {
        self.standing().unwrap_or_else(|| self.value.get())
    }

    /// What is wrong with what was typed; empty for nothing.
    fn fault(self) -> String {
        self.standing().map(|text| self.judge.run(text)).unwrap_or_default()
    }

    /// Gives up what was typed unless something is wrong with it.
    fn leave(self) {
        // It may lose the focus because it is gone, and with it whoever judges.
        let now = self.value.try_get_untracked();
        let typed = self.typed.try_get_untracked().flatten().filter(|(_, value)| Some(value) == now.as_ref());
        let fault = typed.and_then(|(text, _)| self.judge.try_run(text));
        if fault.is_none_or(|fault| fault.is_empty()) {
            let _ = self.typed.try_set(None);
        }
    }
}
