//! Help on every page: what keys do, and being shown around.

mod shortcuts;
mod tour;

use leptos::prelude::*;

use self::shortcuts::Shortcuts;
use self::tour::Tour;

/// What is shown of help once it was asked for.
#[component]
pub(crate) fn Help() -> impl IntoView {
    view! {
        <Shortcuts/>
        <Tour/>
    }
}
