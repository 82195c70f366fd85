//! A table of very many rows, gone through cell by cell.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::Scroll;
use super::slice::{Cell, Press};
use crate::browser::layer;
use crate::components::icon::{Glyph, Icon};

/// A column.
#[derive(Clone)]
pub(crate) struct GridColumn {
    /// Its name.
    pub name: String,
    /// Its kind, as a shape.
    pub glyph: Glyph,
    /// Its width, in pixels.
    pub width: u32,
}

/// How high the line of names is, in pixels.
const HEAD: f64 = 36.0;

/// A table of very many rows, of which only those in sight exist. Tab comes to one cell; arrows, Home, End, Page up and
/// Page down go on from there.
#[component]
pub(crate) fn VirtualGrid(
    /// What the rows are.
    #[prop(into)]
    label: Signal<String>,
    /// The columns, in order.
    columns: Vec<GridColumn>,
    /// How many rows there are.
    #[prop(into)]
    count: Signal<usize>,
    /// How high a row is, in pixels.
    #[prop(default = 36.0)]
    row_height: f64,
    /// What stands in a cell; called with its row and its column, both from 0.
    #[prop(into)]
    cell: Callback<(usize, usize), AnyView>,
) -> impl IntoView {
    let scroll = Scroll::new(count, row_height);
    let at = RwSignal::new(Cell::default());
    let shown = Memo::new(move |_| scroll.rows().shown((scroll.top.get() - HEAD).max(0.0)));
    let widths: Vec<_> = columns.iter().map(|column| format!("{}px", column.width)).collect();
    let (n_columns, widths) = (columns.len(), widths.join(" "));
    let press = move |event: KeyboardEvent| move_by_key(&event, scroll, at, n_columns);
    let line = move |row: usize| {
        let cells = (0..n_columns).map(|column| one(Cell { row, column }, at, cell)).collect_view();
        view! {
            <div
                class="row grid-row"
                role="row"
                aria-rowindex=row + 2
                style:inset-block-start=format!("{}px", scroll.rows_now().top(row))
                style:block-size=format!("{row_height}px")
            >
                {cells}
            </div>
        }
    };
    view! {
        <div
            class="rows grid"
            role="grid"
            aria-label=label
            aria-rowcount=move || count.get() + 1
            aria-colcount=n_columns
            style=("--columns", widths)
            node_ref=scroll.frame
            on:scroll=move |_| scroll.measure()
            on:keydown=press
        >
            <div class="grid-row grid-head" role="row" aria-rowindex="1">{columns.into_iter().map(head).collect_view()}</div>
            <div class="rows-all" role="rowgroup" style:block-size=move || format!("{}px", scroll.rows().height())>
                <For each=move || shown.get() key=|row| *row children=line/>
            </div>
        </div>
    }
}

fn head(column: GridColumn) -> impl IntoView {
    view! {
        <div class="grid-cell" role="columnheader">
            <Icon glyph=column.glyph/>
            <span class="grid-text">{column.name}</span>
        </div>
    }
}

fn one(here: Cell, at: RwSignal<Cell>, cell: Callback<(usize, usize), AnyView>) -> AnyView {
    let is_at = Memo::new(move |_| at.get() == here);
    view! {
        <div
            class="grid-cell"
            role=if here.column == 0 { "rowheader" } else { "gridcell" }
            aria-colindex=here.column + 1
            tabindex=move || if is_at.get() { "0" } else { "-1" }
            data-cell=format!("{}-{}", here.row, here.column)
            on:focus=move |_| at.set(here)
        >
            <span class="grid-text">{cell.run((here.row, here.column))}</span>
        </div>
    }
    .into_any()
}

fn move_by_key(event: &KeyboardEvent, scroll: Scroll, at: RwSignal<Cell>, n_columns: usize) {
    let Some(frame) = scroll.frame.get_untracked() else { return };
    let key = event.key();
    let with_mod = event.ctrl_key() || event.meta_key();
    let press = Press { key: &key, with_mod, is_rtl: layer::is_right_to_left(&frame) };
    if let Some(next) = at.get_untracked().after(press, scroll.rows_now(), n_columns) {
        event.prevent_default();
        scroll.reveal(next.row, HEAD);
        at.set(next);
        // The row may only come into being now.
        let cell = format!("[data-cell='{}-{}']", next.row, next.column);
        request_animation_frame(move || layer::focus_nth(&frame, &cell, 0));
    }
}
