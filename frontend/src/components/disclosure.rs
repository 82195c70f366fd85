//! Details that open on demand.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// Details that open on demand.
#[component]
pub(crate) fn Disclosure(
    /// What opens.
    #[prop(into)]
    summary: Signal<String>,
    /// The details.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure">
            <summary>
                <Icon glyph=Glyph::ChevronDown/>
                <span>{summary}</span>
            </summary>
            <div class="disclosure-body">{children()}</div>
        </details>
    }
}
