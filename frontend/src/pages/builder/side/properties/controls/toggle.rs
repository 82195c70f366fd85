//! Yes or no.

use leptos::prelude::*;

use crate::components::{Checkbox, Checked};

/// Yes or no.
#[component]
pub(crate) fn Toggle(
    /// What it asks.
    #[prop(into)]
    label: Signal<String>,
    /// What is so.
    #[prop(into)]
    is_on: Signal<bool>,
    /// Called with what the person wants.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    let state = Signal::derive(move || Checked::from(is_on.get()));
    view! { <Checkbox label checked=state on_change/> }
}
