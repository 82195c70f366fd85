//! The fields and sample rows of a table, to be gone through and changed cell by cell.

mod cell;
mod editor;
mod head;
mod panel;
mod shown;
mod steps;

use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use shared::blueprint::{CellValue, FieldId, RowId, TableId};
use shared::operation::{ElementId, Operation};

use self::cell::CellOf;
use self::editor::Way;
use self::head::{Column, Head, columns};
use self::shown::Values;
use self::steps::{Deed, deed};
use crate::browser::layer;
use crate::components::rows::slice::{Cell, Press, Rows};
use crate::components::{Button, EmptyState, Glyph, Look};
use crate::i18n::{I18n, t, use_i18n};
use crate::pages::builder::actions::Action;
use crate::pages::builder::side::properties::cell::set;
use crate::pages::builder::store::{Workbench, use_workbench};

/// What the grid knows. Cheap to copy.
#[derive(Clone, Copy)]
struct Grid {
    bench: Workbench,
    i18n: I18n,
    columns: Memo<Vec<Column>>,
    rows: Memo<Vec<RowId>>,
    values: Values,
    /// The cell that Tab comes to: row 0 is that of the names, column 0 that of the handles.
    at: RwSignal<Cell>,
    /// The cell that is being changed, and what was typed to begin.
    editing: RwSignal<Option<(Cell, Option<String>)>>,
    frame: NodeRef<Div>,
}

/// The fields and sample rows of a table.
#[component]
pub(super) fn Cells(
    /// The table.
    table: TableId,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let id = StoredValue::new(table);
    let columns = Memo::new(move |_| bench.blueprint.with(|it| id.with_value(|id| columns(it, id))));
    let rows = Memo::new(move |_| {
        bench.blueprint.with(|blueprint| {
            let table = id.with_value(|id| blueprint.table(id));
            let rows = table.map(|table| table.sample_rows.as_slice()).unwrap_or_default();
            rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>()
        })
    });
    let grid = Grid {
        bench,
        i18n,
        columns,
        rows,
        values: Values::of(bench, id),
        at: RwSignal::new(Cell { row: 0, column: 1 }),
        editing: RwSignal::new(None),
        frame: NodeRef::new(),
    };
    let language = bench.written();
    let name = move || bench.blueprint.with(|it| id.with_value(|id| it.table(id).map(|it| it.name.clone())));
    let label = move || i18n.fill("builder.cells.label", &[("table", &name().unwrap_or_default())]);
    let add = move |action: Action| {
        move |()| {
            if !untrack(|| action.is_possible(bench)) {
                bench.select(ElementId::Table(id.get_value()));
            }
            action.run(bench, i18n);
        }
    };
    let is_bare = Memo::new(move |_| rows.with(Vec::is_empty));
    view! {
        <p id="cells-keys" class="visually-hidden">{t!("builder.cells.keys")}</p>
        <div
            class="cells"
            role="grid"
            lang=move || language.get().tag()
            dir=move || language.get().direction().as_str()
            aria-multiselectable="true"
            aria-label=label
            aria-describedby="cells-keys"
            aria-rowcount=move || (rows.with(Vec::len) + 1).to_string()
            aria-colcount=move || (columns.with(Vec::len) + 1).to_string()
            node_ref=grid.frame
            on:keydown=move |event| press(&event, grid)
        >
            <div class="cells-row cells-head" role="row">
                <Head grid/>
            </div>
            <For each=move || rows.get() key=Clone::clone let(row)>
                <Line row grid/>
            </For>
        </div>
        <div class="cells-add">
            <Button text=t!("builder.action.add_row") look=Look::Quiet glyph=Glyph::Plus on_press=add(Action::AddRow)/>
            <Button text=t!("builder.action.add_field") look=Look::Quiet glyph=Glyph::Plus on_press=add(Action::AddField)/>
        </div>
        <Show when=move || is_bare.get()>
            <EmptyState glyph=Glyph::Rows3 title=t!("builder.cells.none.title") text=t!("builder.cells.none.text")/>
        </Show>
    }
}

/// A sample row.
#[component]
fn Line(
    /// The row.
    row: RowId,
    /// The grid.
    grid: Grid,
) -> impl IntoView {
    let id = StoredValue::new(row);
    let place =
        Memo::new(move |_| grid.rows.with(|rows| id.with_value(|id| rows.iter().position(|it| it == id))));
    let place = Signal::derive(move || place.get().unwrap_or_default() + 1);
    let element = StoredValue::new(ElementId::Row(id.get_value()));
    let is_selected = Memo::new(move |_| element.with_value(|it| grid.bench.is_selected(it)));
    let here = Signal::derive(move || Cell { row: place.get(), column: 0 });
    let label = move || grid.i18n.fill("builder.cells.row", &[("place", &place.get().to_string())]);
    view! {
        <div class="cells-row" class:selected=is_selected role="row" aria-rowindex=move || (place.get() + 1).to_string()>
            <div
                class="cell handle"
                role="rowheader"
                aria-colindex="1"
                aria-label=label
                aria-selected=move || is_selected.get().to_string()
                tabindex=move || grid.tab_index(here.get())
                data-cell=move || grid.mark(here.get())
                on:focus=move |_| grid.at.set(here.get_untracked())
                on:click=move |_| grid.bench.select(element.get_value())
            >
                {move || place.get()}
            </div>
            <For each=move || grid.columns.get() key=|column| (column.id.clone(), column.kind) let(column)>
                <CellOf row=id.get_value() place column grid/>
            </For>
        </div>
    }
}

impl Grid {
    /// The cell that Tab comes to: where one was last, or the nearest to it that is there.
    fn stop(self) -> Cell {
        let Cell { row, column } = self.at.get();
        Cell { row: row.min(self.rows.with(Vec::len)), column: column.min(self.columns.with(Vec::len)) }
    }

    fn tab_index(self, cell: Cell) -> &'static str {
        if self.stop() == cell { "0" } else { "-1" }
    }

    fn mark(self, cell: Cell) -> String {
        format!("{}-{}", cell.row, cell.column)
    }

    /// The field in a column.
    fn field(self, column: usize) -> Option<FieldId> {
        let at = column.checked_sub(1)?;
        self.columns.with_untracked(|columns| columns.get(at).map(|column| column.id.clone()))
    }

    /// The row at a place.
    fn row(self, place: usize) -> Option<RowId> {
        let at = place.checked_sub(1)?;
        self.rows.with_untracked(|rows| rows.get(at).cloned())
    }

    /// Moves the focus to a cell.
    fn go(self, cell: Cell) {
        self.at.set(cell);
        let Some(frame) = self.frame.get_untracked() else { return };
        let selector = format!("[data-cell='{}']", self.mark(cell));
        request_animation_frame(move || layer::focus_nth(&frame, &selector, 0));
    }

    /// Begins to change a cell, with what was just typed in the place of what is there.
    fn edit(self, cell: Cell, typed: Option<String>) {
        let (Some(row), Some(at)) = (self.row(cell.row), cell.column.checked_sub(1)) else { return };
        let Some(column) = self.columns.with_untracked(|columns| columns.get(at).cloned()) else { return };
        match Way::of(column.kind) {
            Way::Text | Way::Choice | Way::Panel => self.editing.set(Some((cell, typed))),
            Way::Switch => self.turn(row, column.id),
            Way::Never => {}
        }
    }

    /// What the value at a place is called: by its field and its row.
    fn label(self, cell: Cell) -> String {
        let at = cell.column.checked_sub(1);
        let field = self.columns.with(|columns| at.and_then(|at| columns.get(at)).map(|it| it.name.clone()));
        let values = [("field", field.unwrap_or_default()), ("place", cell.row.to_string())];
        self.i18n.fill("builder.cells.value", &values.each_ref().map(|(key, value)| (*key, value.as_str())))
    }

    /// What the value that is being changed is called.
    fn label_of_edited(self) -> String {
        self.editing.with(|editing| editing.as_ref().map(|(cell, _)| self.label(*cell))).unwrap_or_default()
    }

    /// Takes a value away; of a relation, the links that the other side holds, too.
    fn clear(self, row: RowId, field: FieldId) {
        let blueprint = self.bench.blueprint.get_untracked();
        self.bench.perform(set(&blueprint, &row, &field, None));
    }

    /// Makes a yes of a no, and a no of a yes.
    fn turn(self, row: RowId, field: FieldId) {
        let is_on = matches!(untrack(|| self.values.stored(&row, &field)), Some(CellValue::Bool(true)));
        self.bench.perform(vec![Operation::SetCell { row, field, value: Some(CellValue::Bool(!is_on)) }]);
    }

    /// The focus has left the cell that was being changed: what was written stays.
    fn left(self) {
        // What goes away loses the focus, too.
        if self.editing.try_with_untracked(Option::is_some) == Some(true) {
            self.bench.finish();
            self.editing.set(None);
        }
    }

    /// Ends the change and goes on to the cell that is `by` rows and columns further.
    fn end(self, by: (isize, isize)) {
        let Some((cell, _)) = self.editing.get_untracked() else { return };
        self.bench.finish();
        self.editing.set(None);
        let last_row = self.rows.with_untracked(Vec::len);
        let last_column = self.columns.with_untracked(Vec::len);
        let row = cell.row.saturating_add_signed(by.0).clamp(1, last_row.max(1));
        let column = cell.column.saturating_add_signed(by.1).clamp(1, last_column.max(1));
        self.go(Cell { row, column });
    }
}

fn press(event: &KeyboardEvent, grid: Grid) {
    if grid.editing.with_untracked(Option::is_some) || event.default_prevented() {
        return;
    }
    let Some(frame) = grid.frame.get_untracked() else { return };
    let key = event.key();
    let with_mod = event.ctrl_key() || event.meta_key();
    let now = untrack(|| grid.stop());
    let is_named = key.chars().count() > 1;
    if event.alt_key() && is_named || with_mod && !is_named || key == "Delete" || key == "F2" {
        // What the key is for has the focus; it need not be what is selected.
        let element = element_at(grid, now).filter(|_| now.row == 0 || now.column == 0);
        if let Some(element) = element.filter(|it| !untrack(|| grid.bench.is_selected(it))) {
            grid.bench.select(element);
        }
    }
    if event.alt_key() && is_named {
        return;
    }
    let count = grid.rows.with_untracked(Vec::len) + 1;
    let columns = grid.columns.with_untracked(Vec::len) + 1;
    let rows = Rows { count, row: 40.0, view: 400.0 };
    let step = Press { key: &key, with_mod, is_rtl: layer::is_right_to_left(&frame) };
    if let Some(next) = now.after(step, rows, columns) {
        event.prevent_default();
        return grid.go(next);
    }
    if with_mod {
        return;
    }
    match deed(&key, now) {
        Deed::Nothing => return,
        Deed::Select => {
            if let Some(element) = element_at(grid, now) {
                grid.bench.select(element);
            }
        }
        Deed::Rename => {
            if let Some(field) = grid.field(now.column) {
                let element = ElementId::Field(field);
                grid.bench.select(element.clone());
                grid.bench.unfold_to(&element);
                grid.bench.rename(Some(element));
            }
        }
        Deed::Edit(typed) => grid.edit(now, typed),
        Deed::Clear => {
            if let (Some(row), Some(field)) = (grid.row(now.row), grid.field(now.column)) {
                grid.clear(row, field);
            }
        }
    }
    event.prevent_default();
}

/// What a cell stands for: the field of a name, the row of a handle, the field of a value.
fn element_at(grid: Grid, cell: Cell) -> Option<ElementId> {
    match (cell.row, cell.column) {
        (row, 0) => grid.row(row).map(ElementId::Row),
        (_, column) => grid.field(column).map(ElementId::Field),
    }
}
