//! What can be changed of a sample row.

use leptos::prelude::*;
use shared::blueprint::RowId;

use super::cell::CellControl;
use super::follow;

/// The values of a sample row, a control each.
#[component]
pub(super) fn RowPanel(
    /// The row.
    row: RowId,
) -> impl IntoView {
    let held = row.clone();
    let fields = follow(move |it| {
        let (table, _) = it.row(&held)?;
        Some(table.fields.iter().map(|field| field.id.clone()).collect::<Vec<_>>())
    });
    let row = StoredValue::new(row);
    view! {
        <For each=move || fields.get() key=|field| field.clone() let(field)>
            <CellControl row=row.get_value() field/>
        </For>
    }
}
