//! Something that is on or off, at once.

use leptos::prelude::*;

/// Something that is on or off, at once, without a button to confirm it.
#[component]
pub(crate) fn Switch(
    /// What is on or off.
    #[prop(into)]
    label: Signal<String>,
    /// What it does; empty for nothing to say.
    #[prop(into, default = Signal::stored(String::new()))]
    hint: Signal<String>,
    /// Whether it is on.
    #[prop(into)]
    is_on: Signal<bool>,
    /// Whether it cannot be changed now.
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
    /// Called with what the person made of it.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="check-row switch-row">
            <span class="check-words">
                <span>{label}</span>
                <span class="hint">{hint}</span>
            </span>
            <input
                class="switch"
                type="checkbox"
                role="switch"
                disabled=disabled
                prop:checked=is_on
                on:change:target=move |event| on_change.run(event.target().checked())
            />
        </label>
    }
}
