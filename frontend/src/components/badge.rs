//! A small fact beside a name.

use leptos::prelude::*;

/// A small fact beside a name.
#[component]
pub(crate) fn Badge(
    /// The fact.
    #[prop(into)]
    text: Signal<String>,
    /// What the colour means: `neutral`, `green`, `amber`, `red` or `blue`.
    #[prop(default = "neutral")]
    tone: &'static str,
) -> impl IntoView {
    view! { <span class=format!("badge {tone}")>{text}</span> }
}
