//! What is open, drawn as it will look: a table with its rows, a view, a dashboard, the rules, or all tables at once.

mod cells;
mod hands;
mod table;
mod text;
mod whole;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use shared::blueprint::{RowId, Table, TableId, ViewId};
use shared::operation::{ElementId, ElementKind};
use wasm_bindgen::JsCast;

use self::table::TableCanvas;
use self::text::TextCanvas;
use self::whole::Whole;
use super::actions::table_of;
use super::ids;
use super::session::Mode;
use super::store::{Workbench, use_workbench};
use crate::i18n::t;
use crate::pages::result::automation::AutomationPart;
use crate::pages::result::dashboards::DashboardsPart;
use crate::pages::result::store::System;

/// What is open.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    /// The tables and how they hang together.
    Whole,
    /// A table: its fields and rows, or one of its views.
    Table(TableId),
    /// The rules.
    Automations,
    /// The dashboards.
    Dashboards,
    /// The whole as text.
    Text,
}

/// What is open.
#[component]
pub(crate) fn Canvas() -> impl IntoView {
    let bench = use_workbench();
    let system = expect_context::<System>();
    let place = Memo::new(move |_| place(bench));
    let in_sight =
        Memo::new(move |before: Option<&InSight>| in_sight(bench, before.cloned().unwrap_or_default()));
    let view = Memo::new(move |_| in_sight.with(|it| it.view.clone()));
    let content = move || match place.get() {
        Place::Whole => view! { <Whole/> }.into_any(),
        Place::Table(table) => view! { <TableCanvas table view/> }.into_any(),
        Place::Automations => view! { <AutomationPart system/> }.into_any(),
        Place::Dashboards => view! { <DashboardsPart system/> }.into_any(),
        Place::Text => view! { <TextCanvas/> }.into_any(),
    };
    view! {
        <section
            class="bench-canvas"
            aria-label=t!("builder.canvas")
            on:click=move |event| take(&event, bench)
        >
            {content}
        </section>
    }
}

/// The view in sight, and the row that was selected in it.
#[derive(Clone, Debug, Default, PartialEq)]
struct InSight {
    view: Option<ViewId>,
    row: Option<RowId>,
}

/// The view in sight: that which is selected. A row that is selected in it leaves it there, and so does one that goes.
fn in_sight(bench: Workbench, before: InSight) -> InSight {
    let InSight { view, row: seen } = before;
    let has = |table: &Table| table.views.iter().any(|known| view.as_ref() == Some(&known.id));
    let selected = bench.selected();
    bench.blueprint.with_untracked(|blueprint| match selected {
        ElementId::View(view) => InSight { view: Some(view), row: None },
        ElementId::Row(row) if blueprint.row(&row).is_some_and(|(table, _)| has(table)) => {
            InSight { row: Some(row), view: view.clone() }
        }
        ElementId::Table(table) if blueprint.table(&table).is_some_and(has) => {
            let is_gone = seen.as_ref().is_some_and(|row| blueprint.row(row).is_none());
            if is_gone { InSight { row: None, view: view.clone() } } else { InSight::default() }
        }
        _ => InSight::default(),
    })
}

/// Selects the element that was pressed, in a drawing that knows nothing of selecting; the outline does the same for the
/// keyboard.
fn take(event: &MouseEvent, bench: Workbench) {
    let pressed = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let is_control = |it: &web_sys::Element| it.closest("button, a, summary, input").ok().flatten().is_some();
    let Some(pressed) = pressed.filter(|pressed| !is_control(pressed)) else { return };
    let marked = pressed.closest(".bench-canvas [data-element]").ok().flatten();
    let id = marked.and_then(|marked| marked.get_attribute("data-element"));
    if let Some(element) = id.and_then(|id| bench.blueprint.with_untracked(|it| ids::find(it, &id))) {
        bench.select(element);
    }
}

/// What is open, by what is selected.
fn place(bench: Workbench) -> Place {
    if bench.session.with(|it| it.mode) == Mode::Text {
        return Place::Text;
    }
    let selected = bench.selected();
    match selected.kind() {
        ElementKind::Blueprint => Place::Whole,
        ElementKind::Automation => Place::Automations,
        ElementKind::Dashboard | ElementKind::Chart => Place::Dashboards,
        _ => {
            let table = bench.blueprint.with(|it| table_of(it, &selected).map(|table| table.id.clone()));
            table.map_or(Place::Whole, Place::Table)
        }
    }
}
