//! A value: shown as people read it, changed in its place.

use leptos::prelude::*;
use shared::blueprint::{FieldId, RowId};
use shared::operation::ElementId;

use super::Grid;
use super::head::Column;
use crate::components::rows::slice::Cell;
use crate::pages::result::cell::render;

/// A value.
#[component]
pub(super) fn CellOf(
    /// Its row.
    row: RowId,
    /// The place of its row, from 1.
    place: Signal<usize>,
    /// Its column.
    column: Column,
    /// The grid.
    grid: Grid,
) -> impl IntoView {
    let (row, field) = (StoredValue::new(row), StoredValue::new(column.id.clone()));
    let at = Memo::new(move |_| {
        let is = |column: &Column| field.with_value(|field| column.id == *field);
        grid.columns.with(|columns| columns.iter().position(is)).unwrap_or_default() + 1
    });
    let here = Signal::derive(move || Cell { row: place.get(), column: at.get() });
    let shown = Memo::new(move |_| row.with_value(|row| field.with_value(|field| grid.values.shown(row, field))));
    let editing = Memo::new(move |_| {
        let here = here.get();
        grid.editing.with(|editing| editing.as_ref().is_some_and(|(cell, _)| *cell == here))
    });
    let is_title = column.kind == shared::blueprint::KindName::Title;
    let begin = move |_| grid.edit(here.get_untracked(), None);
    let content = move || match editing.get() {
        true => editor(row.get_value(), field.get_value(), grid),
        false => render(grid.i18n, shown.get()).into_any(),
    };
    let select = move |_| {
        if !editing.get_untracked() {
            grid.bench.select(ElementId::Field(field.get_value()));
        }
    };
    view! {
        <div
            class="cell"
            class:at-end=column.is_at_end()
            class:title=is_title
            class:editing=editing
            role="gridcell"
            aria-colindex=move || (at.get() + 1).to_string()
            aria-readonly=(!column.is_changeable()).then_some("true")
            tabindex=move || grid.tab_index(here.get())
            data-cell=move || grid.mark(here.get())
            on:focus=move |_| grid.at.set(here.get_untracked())
            on:click=select
            on:dblclick=begin
        >
            {content}
        </div>
    }
}

fn editor(row: RowId, field: FieldId, grid: Grid) -> AnyView {
    let _ = (row, field, grid);
    ().into_any()
}
