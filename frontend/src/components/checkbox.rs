//! A yes or a no among others, taken back as easily.

use leptos::html;
use leptos::prelude::*;

/// Whether a box is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Checked {
    /// It is not.
    No,
    /// Some of what it stands for is.
    Some,
    /// It is.
    Yes,
}

impl From<bool> for Checked {
    fn from(checked: bool) -> Self {
        if checked { Self::Yes } else { Self::No }
    }
}

/// A yes or a no with its label; it may stand for several that do not agree.
#[component]
pub(crate) fn Checkbox(
    /// What is checked.
    #[prop(into)]
    label: Signal<String>,
    /// What it means; empty for nothing to say.
    #[prop(into, default = Signal::stored(String::new()))]
    hint: Signal<String>,
    /// Whether it is.
    #[prop(into)]
    checked: Signal<Checked>,
    /// Whether it cannot be changed now.
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
    /// Called with what the person made of it.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(input) = input.get() {
            // A property without an attribute.
            input.set_indeterminate(checked.get() == Checked::Some);
        }
    });
    view! {
        <label class="check-row">
            <input
                class="check-box"
                type="checkbox"
                node_ref=input
                disabled=disabled
                prop:checked=move || checked.get() == Checked::Yes
                on:change:target=move |event| on_change.run(event.target().checked())
            />
            <span class="check-words">
                <span>{label}</span>
                <span class="hint">{hint}</span>
            </span>
        </label>
    }
}
