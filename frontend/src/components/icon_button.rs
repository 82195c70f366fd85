//! A button that is a shape alone.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};
use super::tooltip::Tooltip;

/// A button that is a shape alone; whoever points at it or comes to it by keyboard reads what it does.
#[component]
pub(crate) fn IconButton(
    /// What it does, as a verb: its name, and its tooltip.
    #[prop(into)]
    label: Signal<String>,
    /// The shape.
    glyph: Glyph,
    /// Whether the shape is 20 px instead of 16 px wide.
    #[prop(optional)]
    large: bool,
    /// Whether there is nothing for it to do now.
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
    /// Called when it is pressed.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <Tooltip text=label names=true>
            <button
                type="button"
                class="icon-button"
                aria-label=label
                disabled=disabled
                on:click=move |_| on_press.run(())
            >
                <Icon glyph large/>
            </button>
        </Tooltip>
    }
}
