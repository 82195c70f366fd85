//! A control with its label, its hint and what is wrong with it.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// A label above a control, a hint and an error below it.
#[component]
pub(crate) fn Field(
    /// Id of the control.
    #[prop(into)]
    control: String,
    /// What it asks for.
    #[prop(into)]
    label: Signal<String>,
    /// Whether what it stands beside says that already to who sees it.
    #[prop(optional)]
    is_short: bool,
    /// How to answer; empty for none.
    #[prop(into, default = Signal::stored(String::new()))]
    hint: Signal<String>,
    /// What is wrong with the answer; empty for nothing.
    #[prop(into, default = Signal::stored(String::new()))]
    error: Signal<String>,
    /// The control.
    children: Children,
) -> impl IntoView {
    let hint_id = format!("{control}-hint");
    let error_id = format!("{control}-error");
    view! {
        <div class="field">
            <label for=control class:visually-hidden=is_short>{label}</label>
            {children()}
            <p class="hint" id=hint_id>{hint}</p>
            <p class="error" id=error_id aria-live="polite">
                {move || error.with(|error| !error.is_empty()).then(|| view! { <Icon glyph=Glyph::CircleAlert/> })}
                <span>{error}</span>
            </p>
        </div>
    }
}

/// One line of text.
#[component]
pub(crate) fn TextInput(
    /// Its id, which the [`Field`] around it names.
    #[prop(into)]
    id: String,
    /// The text; the page's store owns it.
    #[prop(into)]
    value: Signal<String>,
    /// Most characters.
    max: u64,
    /// What an empty one stands for; empty for nothing.
    #[prop(into, default = Signal::stored(String::new()))]
    placeholder: Signal<String>,
    /// Whether something is wrong with it, which the [`Field`] around it tells.
    #[prop(into, default = Signal::stored(false))]
    invalid: Signal<bool>,
    /// Whether it cannot be changed now.
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
    /// Called with the text when the person leaves it.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let described_by = format!("{id}-hint {id}-error");
    view! {
        <input
            class="input"
            type="text"
            id=id
            maxlength=max.to_string()
            autocomplete="off"
            placeholder=placeholder
            aria-describedby=described_by
            aria-invalid=move || invalid.get().then_some("true")
            disabled=disabled
            prop:value=value
            on:change:target=move |event| on_change.run(event.target().value())
        />
    }
}
