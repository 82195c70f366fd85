//! What is selected, and what can be changed of it.

mod controls;

use leptos::prelude::*;

/// What can be changed of what is selected.
#[component]
pub(super) fn Properties() -> impl IntoView {
    view! { <p></p> }
}
