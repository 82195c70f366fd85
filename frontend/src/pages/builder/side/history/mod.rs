//! What was done.

use leptos::prelude::*;

use crate::pages::builder::store::use_workbench;

/// Everybody's steps, the last one first.
#[component]
pub(super) fn HistoryPanel() -> impl IntoView {
    let bench = use_workbench();
    move || {
        let labels: Vec<_> =
            bench.with(|it| it.history().entries().map(|entry| entry.label.to_owned()).collect::<Vec<_>>());
        view! { <ol class="history">{labels.into_iter().rev().map(|label| view! { <li>{label}</li> }).collect_view()}</ol> }
    }
}
