//! What stands where nothing is yet.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// What stands where nothing is yet: it says what will be here, with one way to begin as children.
#[component]
pub(crate) fn EmptyState(
    /// The shape of what will be here.
    glyph: Glyph,
    /// What is missing.
    #[prop(into)]
    title: Signal<String>,
    /// What it will be good for.
    #[prop(into)]
    text: Signal<String>,
    /// The one way to begin.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <span class="empty-mark"><Icon glyph large=true/></span>
            <h3>{title}</h3>
            <p class="hint">{text}</p>
            {children.map(|children| children())}
        </div>
    }
}
