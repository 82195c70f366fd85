//! The button that opens what floats.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::button::Look;
use super::float::Float;
use super::icon::{Glyph, Icon};
use super::tooltip::Tooltip;

/// What the button looks like.
#[derive(Clone, Copy)]
pub(crate) enum Trigger {
    /// A text with an arrow down.
    Text(Signal<String>),
    /// A shape alone; the text is its name and its tooltip.
    Shape(Glyph, Signal<String>),
}

/// The button that opens `float`, whose element has the id `body`; `keys` hears what is pressed on it.
pub(super) fn trigger(
    trigger: Trigger,
    float: Float,
    body: String,
    popup: &'static str,
    keys: Callback<KeyboardEvent>,
) -> AnyView {
    let is_shape = matches!(trigger, Trigger::Shape(..));
    let (label, shown) = match trigger {
        Trigger::Text(text) => {
            (None, view! { <span>{text}</span><Icon glyph=Glyph::ChevronDown/> }.into_any())
        }
        Trigger::Shape(glyph, text) => (Some(text), view! { <Icon glyph/> }.into_any()),
    };
    let press = move |event: leptos::ev::MouseEvent| {
        // The browser knows by `popovertarget` whose button this is, and so does not close what the press opens;
        // opening is done here, where the place is known at once.
        event.prevent_default();
        float.toggle();
    };
    let button = view! {
        <button
            type="button"
            class=if is_shape { "icon-button" } else { Look::Secondary.class() }
            aria-label=label
            aria-haspopup=popup
            aria-expanded=move || float.is_open().to_string()
            popovertarget=body
            on:click=press
            on:keydown=move |event| keys.run(event)
        >
            {shown}
        </button>
    };
    match label {
        Some(text) => view! { <Tooltip text names=true>{button}</Tooltip> }.into_any(),
        None => button.into_any(),
    }
}
