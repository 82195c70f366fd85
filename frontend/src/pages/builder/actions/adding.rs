//! Adding elements, each right after what is selected where that is of its kind.

use leptos::prelude::*;
use shared::blueprint::{Blueprint, Dashboard, Position, Positions};
use shared::operation::{Element, ElementId, ElementKind, ListId, Operation, position_at};

use super::{Action, place, select_of, table_of};
use crate::i18n::I18n;
use crate::pages::builder::made::Maker;
use crate::pages::builder::store::Workbench;

/// Adds what `action` adds, right after what is selected where that is of its kind, and selects it.
pub(super) fn add(bench: Workbench, i18n: I18n, action: Action) {
    let selected = bench.selected_now();
    let blueprint = bench.blueprint.get_untracked();
    let Some(element) = made(&blueprint, i18n, action, &selected) else { return };
    let id = element.id();
    let at = position_after(&blueprint, &selected, &element);
    let add = Operation::Add { element: Box::new(element), position: at, positions: Positions::new() };
    if bench.perform(vec![add]) {
        bench.select(id.clone());
        bench.unfold_to(&id);
        if id.kind() != ElementKind::Row {
            bench.rename(Some(id));
        }
    }
}

fn made(blueprint: &Blueprint, i18n: I18n, action: Action, selected: &ElementId) -> Option<Element> {
    let maker = Maker { blueprint, i18n };
    let table = table_of(blueprint, selected);
    match action {
        Action::AddTable => Some(maker.table()),
        Action::AddField => table.map(|table| maker.field(table)),
        Action::AddView => table.map(|table| maker.view(table)),
        Action::AddRow => table.map(|table| maker.row(&table.id)),
        Action::AddOption => select_of(blueprint, selected).map(|field| maker.option(field)),
        Action::AddAutomation => maker.automation(table.map(|table| &table.id)),
        Action::AddDashboard => maker.dashboard(table.map(|table| &table.id)),
        Action::AddChart => {
            let holds = |it: &&Dashboard| match selected {
                ElementId::Dashboard(id) => it.id == *id,
                ElementId::Chart(id) => it.charts.iter().any(|chart| chart.id == *id),
                _ => false,
            };
            blueprint.dashboards.iter().find(holds).and_then(|it| maker.chart(it))
        }
        _ => None,
    }
}

/// The position right after the selected element, if that is a sibling of the new one.
fn position_after(blueprint: &Blueprint, selected: &ElementId, element: &Element) -> Option<Position> {
    if selected.kind() != element.id().kind() {
        return None;
    }
    let list = ListId::of(blueprint, selected)?;
    let (at, count) = place(blueprint, selected)?;
    if at + 1 == count { None } else { position_at(blueprint, &list, None, at + 1) }
}
