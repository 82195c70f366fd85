//! A table: its fields and rows, or one of its views.

use leptos::prelude::*;
use shared::blueprint::{TableId, ViewId};

use crate::pages::builder::store::use_workbench;
use crate::pages::result::views::ViewPanel;

/// A table: its fields and rows, or one of its views.
#[component]
pub(super) fn TableCanvas(
    /// The table.
    table: TableId,
    /// The view; none for its fields and rows.
    view: Option<ViewId>,
) -> impl IntoView {
    let bench = use_workbench();
    move || {
        let (blueprint, table) = (bench.blueprint.get(), table.clone());
        view.clone().map(|view| view! { <ViewPanel blueprint table view/> })
    }
}
