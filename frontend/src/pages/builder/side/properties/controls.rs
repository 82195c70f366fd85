//! Controls of the properties: each shows what is so, and changes it as one types.

use leptos::ev;
use leptos::prelude::*;
use shared::operation::Operation;

use crate::components::{Checkbox, Checked, Field, Select, SelectItem};
use crate::pages::builder::store::use_workbench;

/// A text that is changed as one types: Enter and leaving end the step, Escape takes it back.
#[component]
pub(super) fn LiveText(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What it asks for.
    #[prop(into)]
    label: Signal<String>,
    /// How to answer; empty for nothing to say.
    #[prop(into, default = Signal::stored(String::new()))]
    hint: Signal<String>,
    /// What is wrong with it; empty for nothing.
    #[prop(into, default = Signal::stored(String::new()))]
    error: Signal<String>,
    /// What is so.
    #[prop(into)]
    value: Signal<String>,
    /// Most characters.
    max: u64,
    /// Whether it has several lines.
    #[prop(optional)]
    is_long: bool,
    /// The operation that sets a text; nothing for a text that cannot be set.
    #[prop(into)]
    edit: Callback<String, Option<Operation>>,
    /// Called when the person leaves it.
    #[prop(into, default = Callback::new(|()| ()))]
    on_leave: Callback<()>,
    /// Called when the person takes back what was typed.
    #[prop(into, default = Callback::new(|()| ()))]
    on_take_back: Callback<()>,
) -> impl IntoView {
    let bench = use_workbench();
    let typed = move |text: String| {
        if let Some(operation) = edit.run(text) {
            bench.type_in(operation);
        }
    };
    let press = move |event: ev::KeyboardEvent| match event.key().as_str() {
        // Enter and Escape are for the words that are being put together then.
        _ if event.is_composing() => {}
        "Escape" => {
            event.prevent_default();
            bench.abandon();
            on_take_back.run(());
        }
        "Enter" if !is_long => bench.finish(),
        _ => {}
    };
    let leave = move |_| {
        bench.finish();
        // It may leave because it is gone, and with it whoever asked.
        on_leave.try_run(());
    };
    let described_by = format!("{id}-hint {id}-error");
    let invalid = move || error.with(|error| !error.is_empty()).then_some("true");
    let control = match is_long {
        true => view! {
            <textarea
                class="input"
                id=id.clone()
                rows="3"
                maxlength=max.to_string()
                aria-describedby=described_by
                aria-invalid=invalid
                prop:value=value
                on:input:target=move |event| typed(event.target().value())
                on:keydown=press
                on:blur=leave
            ></textarea>
        }
        .into_any(),
        false => view! {
            <input
                class="input"
                type="text"
                id=id.clone()
                autocomplete="off"
                maxlength=max.to_string()
                aria-describedby=described_by
                aria-invalid=invalid
                prop:value=value
                on:input:target=move |event| typed(event.target().value())
                on:keydown=press
                on:blur=leave
            />
        }
        .into_any(),
    };
    view! { <Field control=id label hint error>{control}</Field> }
}

/// One of a few values, known by their names in documents.
#[component]
pub(super) fn Choice(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What it asks for.
    #[prop(into)]
    label: Signal<String>,
    /// How to answer; empty for nothing to say.
    #[prop(into, default = Signal::stored(String::new()))]
    hint: Signal<String>,
    /// What is wrong with it; empty for nothing.
    #[prop(into, default = Signal::stored(String::new()))]
    error: Signal<String>,
    /// The values, in order.
    #[prop(into)]
    items: Signal<Vec<SelectItem>>,
    /// What is so.
    #[prop(into)]
    selected: Signal<&'static str>,
    /// Called with the value that the person selects.
    #[prop(into)]
    on_select: Callback<String>,
) -> impl IntoView {
    view! { <Field control=id.clone() label hint error><Select id items selected on_select/></Field> }
}

/// One of many values that are not known when the app is built, such as fields.
#[component]
pub(super) fn Pick(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What it asks for.
    #[prop(into)]
    label: Signal<String>,
    /// How to answer; empty for nothing to say.
    #[prop(into, default = Signal::stored(String::new()))]
    hint: Signal<String>,
    /// What is wrong with it; empty for nothing.
    #[prop(into, default = Signal::stored(String::new()))]
    error: Signal<String>,
    /// Values and their names, in order. An empty value stands for none.
    #[prop(into)]
    items: Signal<Vec<(String, String)>>,
    /// What is so.
    #[prop(into)]
    selected: Signal<String>,
    /// Values that cannot be selected now; say in the hint why.
    #[prop(into, default = Signal::stored(Vec::new()))]
    unavailable: Signal<Vec<String>>,
    /// Whether nothing can be selected now.
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
    /// Called with the value that the person selects.
    #[prop(into)]
    on_select: Callback<String>,
) -> impl IntoView {
    let option = move |(value, name): (String, String)| {
        let (own, same) = (value.clone(), value.clone());
        view! {
            <option
                value=value
                disabled=move || unavailable.with(|values| values.contains(&same))
                prop:selected=move || selected.with(|it| *it == own)
            >
                {name}
            </option>
        }
    };
    let described_by = format!("{id}-hint {id}-error");
    let select = move |list: web_sys::HtmlSelectElement| {
        on_select.run(list.value());
        // What was refused does not stay selected.
        request_animation_frame(move || {
            if let Some(selected) = selected.try_get_untracked() {
                list.set_value(&selected);
            }
        });
    };
    view! {
        <Field control=id.clone() label hint error>
            <select
                class="select"
                id=id
                aria-describedby=described_by
                disabled=disabled
                on:change:target=move |event| select(event.target())
            >
                {move || items.get().into_iter().map(option).collect_view()}
            </select>
        </Field>
    }
}

/// Yes or no.
#[component]
pub(super) fn Toggle(
    /// What it asks.
    #[prop(into)]
    label: Signal<String>,
    /// What is so.
    #[prop(into)]
    is_on: Signal<bool>,
    /// Called with what the person wants.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    let state = Signal::derive(move || if is_on.get() { Checked::Yes } else { Checked::No });
    view! { <Checkbox label checked=state on_change/> }
}

/// A day, or a day and a time, in the browser's own control: changed as one types.
#[component]
pub(super) fn LiveDay(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What it asks for.
    #[prop(into)]
    label: Signal<String>,
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
        <Field control=id.clone() label hint>
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
