//! A small surface beside its button, for a few controls or a longer explanation.

use leptos::prelude::*;

use super::float::Float;
use super::float::place::Side;
use super::trigger::{Trigger, trigger};

/// A small surface beside its button. Escape and a press beside it close it; the focus goes back to the button.
#[component]
pub(crate) fn Popover(
    /// Its id.
    #[prop(into)]
    id: String,
    /// The button.
    button: Trigger,
    /// What the surface is about.
    #[prop(into)]
    label: Signal<String>,
    /// What is on it.
    children: Children,
) -> impl IntoView {
    let float = Float::new(Side::Below, 6.0);
    view! {
        <span class="anchor" node_ref=float.anchor>
            {trigger(button, float, id.clone(), "dialog", Callback::new(|_| ()))}
        </span>
        <div
            class="popover"
            id=id
            popover="auto"
            role="dialog"
            aria-label=label
            tabindex="-1"
            autofocus
            node_ref=float.body
            on:toggle=move |_| float.follow()
        >
            {children()}
        </div>
    }
}
