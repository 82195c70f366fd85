//! A text, number or date in a line among others, changed as one types.

use leptos::ev;
use leptos::prelude::*;
use shared::operation::Operation;

use super::Named;
use crate::pages::builder::store::use_workbench;

/// What is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TypedKind {
    /// One line of text.
    Line,
    /// Text of several lines.
    Lines,
    /// A number.
    Number,
    /// A whole number of one or more.
    Count,
    /// A day.
    Day,
    /// A day and a time.
    Moment,
}

impl TypedKind {
    fn input_type(self) -> &'static str {
        match self {
            // A number field would take half a number, such as a minus, for nothing and forget it.
            Self::Line | Self::Lines | Self::Number | Self::Count => "text",
            Self::Day => "date",
            Self::Moment => "datetime-local",
        }
    }

    fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Number => Some("decimal"),
            Self::Count => Some("numeric"),
            _ => None,
        }
    }
}

/// Something typed in a line among others: Enter and leaving end the step, Escape takes it back.
///
/// What a person typed stands there, be it whole or not, until they leave or the value becomes another.
#[component]
pub(crate) fn Typed(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What it asks for, to those who do not see what it stands beside.
    #[prop(into)]
    label: Signal<String>,
    /// What is typed.
    kind: TypedKind,
    /// What is so.
    #[prop(into)]
    value: Signal<String>,
    /// Most characters.
    max: usize,
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
    let bench = use_workbench();
    // What was typed, and the value that came of it.
    let draft = RwSignal::new(None::<(String, String)>);
    let shown = move || {
        let now = value.get();
        draft.get().filter(|(_, value)| *value == now).map_or(now, |(typed, _)| typed)
    };
    let typed = move |text: String| {
        if let Some(operation) = edit.run(text.clone()) {
            bench.type_in(operation);
        }
        draft.set(Some((text, value.get_untracked())));
    };
    let leave = move |_| {
        bench.finish();
        draft.set(None);
    };
    let press = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Escape" if draft.with_untracked(Option::is_some) => {
            event.prevent_default();
            bench.abandon();
            draft.set(None);
        }
        "Enter" if kind != TypedKind::Lines => bench.finish(),
        _ => {}
    };
    if kind == TypedKind::Lines {
        return view! {
            <textarea
                class="input"
                id=id
                rows="3"
                maxlength=max.to_string()
                aria-label=label
                placeholder=placeholder
                prop:value=shown
                on:input:target=move |event| typed(event.target().value())
                on:keydown=press
                on:blur=leave
            ></textarea>
        }
        .into_any();
    }
    let list = (!known.is_empty()).then(|| format!("{id}-known"));
    let options = known.into_iter().map(|(value, _)| view! { <option value=value></option> }).collect_view();
    view! {
        <input
            class="input"
            type=kind.input_type()
            id=id
            autocomplete="off"
            inputmode=kind.input_mode()
            maxlength=max.to_string()
            list=list.clone()
            aria-label=label
            placeholder=placeholder
            prop:value=shown
            on:input:target=move |event| typed(event.target().value())
            on:keydown=press
            on:blur=leave
        />
        {list.map(|list| view! { <datalist id=list>{options}</datalist> })}
    }
    .into_any()
}
