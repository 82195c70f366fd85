//! A day, or a day and a time.

use leptos::ev;
use leptos::prelude::*;
use shared::operation::Operation;

use crate::components::Field;
use crate::pages::builder::store::use_workbench;

/// A day, or a day and a time, in the browser's own control: changed as one types.
#[component]
pub(crate) fn LiveDay(
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
    /// Whether it has a time, too.
    #[prop(optional)]
    has_time: bool,
    /// What is so, as the browser's control writes it.
    #[prop(into)]
    value: Signal<String>,
    /// The operation that sets what the control holds; nothing for what cannot be set.
    #[prop(into)]
    edit: Callback<String, Option<Operation>>,
) -> impl IntoView {
    let bench = use_workbench();
    let (kind, latest) = match has_time {
        true => ("datetime-local", "9999-12-31T23:59"),
        false => ("date", "9999-12-31"),
    };
    let typed = move |input: web_sys::HtmlInputElement| {
        // Half a date reads as none: it must not take away what is there.
        if input.check_validity()
            && let Some(operation) = edit.run(input.value())
        {
            bench.type_in(operation);
        }
    };
    let press = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            event.prevent_default();
            bench.abandon();
        }
        "Enter" => bench.finish(),
        _ => {}
    };
    let described_by = format!("{id}-hint {id}-error");
    view! {
        <Field control=id.clone() label is_short hint>
            <input
                class="input"
                type=kind
                id=id
                step="any"
                max=latest
                aria-describedby=described_by
                prop:value=value
                on:input:target=move |event| typed(event.target())
                on:keydown=press
                on:blur=move |_| bench.finish()
            />
        </Field>
    }
}
