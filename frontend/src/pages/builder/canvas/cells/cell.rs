//! A value: shown as people read it, changed in its place.

use leptos::prelude::*;
use shared::blueprint::{FieldId, KindName, RowId};
use shared::operation::ElementId;
use wasm_bindgen::JsCast;

use super::Grid;
use super::editor::{self, Way};
use super::head::Column;
use super::panel::Panel;
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
    let shown =
        Memo::new(move |_| row.with_value(|row| field.with_value(|field| grid.values.shown(row, field))));
    let editing = Memo::new(move |_| {
        let here = here.get();
        grid.editing.with(|editing| editing.as_ref().is_some_and(|(cell, _)| *cell == here))
    });
    let kind = column.kind;
    let begin = move |_| grid.edit(here.get_untracked(), None);
    let content = move || match editing.get() {
        true => editor(kind, row.get_value(), field.get_value(), grid),
        false => render(grid.i18n, shown.get()).into_any(),
    };
    let was_here = StoredValue::new(false);
    let down = move |event: leptos::ev::PointerEvent| {
        let pressed = event.current_target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        was_here.set_value(pressed.is_some() && document().active_element() == pressed);
    };
    // A press on the cell that one is at changes it: fingers have no second button and no keys.
    let select = move |_| {
        if editing.get_untracked() {
            return;
        }
        grid.bench.select(ElementId::Field(field.get_value()));
        if was_here.get_value() {
            grid.edit(here.get_untracked(), None);
        }
    };
    view! {
        <div
            class="cell"
            class:at-end=column.is_at_end()
            class:title=kind == KindName::Title
            class:editing=editing
            role="gridcell"
            aria-colindex=move || (at.get() + 1).to_string()
            aria-readonly=(!column.is_changeable()).then_some("true")
            tabindex=move || grid.tab_index(here.get())
            data-cell=move || grid.mark(here.get())
            on:focus=move |_| grid.at.set(here.get_untracked())
            on:pointerdown=down
            on:click=select
            on:dblclick=begin
        >
            {content}
        </div>
    }
}

fn editor(kind: KindName, row: RowId, field: FieldId, grid: Grid) -> AnyView {
    let typed = grid.editing.with_untracked(|editing| editing.as_ref().and_then(|(_, typed)| typed.clone()));
    match Way::of(kind) {
        Way::Choice => editor::choice(row, field, grid),
        Way::Panel => view! { <Panel row field grid/> }.into_any(),
        _ => editor::text(row, field, typed, grid),
    }
}
