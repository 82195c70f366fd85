//! A message in the corner of the page that waits for an answer and stands in nobody's way.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// A message in the corner of the page, with its answers as children.
#[component]
pub(crate) fn Notice(
    /// A shape before the message.
    glyph: Glyph,
    /// The message.
    #[prop(into)]
    text: Signal<String>,
    /// The answers, as buttons.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="notice">
            <Icon glyph/>
            <p>{text}</p>
            <div class="notice-actions">{children()}</div>
        </div>
    }
}
