//! Properties and values that differ.

use std::collections::HashMap;

use super::Places;
use crate::blueprint::{Blueprint, FieldId, Table};
use crate::operation::list::Listed;
use crate::operation::{
    AutomationProperty, BlueprintProperty, ChartProperty, DashboardProperty, FieldProperty, Operation,
    OptionProperty, TableProperty, ViewProperty,
};

/// What sets every property and every value that differs in elements that both blueprints have.
pub(super) fn edits(work: &Blueprint, to: &Blueprint) -> Vec<Operation> {
    let mut edits: Vec<Operation> = BlueprintProperty::all(to)
        .into_iter()
        .filter(|set| !set.holds(work))
        .map(|set| Operation::EditBlueprint { set })
        .collect();
    edit_all(&work.tables, &to.tables, &mut edits, |now, table| {
        let changed = TableProperty::all(table).into_iter().filter(|set| !set.holds(now));
        changed.map(|set| Operation::EditTable { table: table.id.clone(), set }).collect()
    });
    let works = Places::new(work);
    for table in &to.tables {
        let Some(now) = works.tables.get(&table.id) else { continue };
        edit_table(now, table, &mut edits);
    }
    edit_all(&work.automations, &to.automations, &mut edits, |now, automation| {
        let changed = AutomationProperty::all(automation).into_iter().filter(|set| !set.holds(now));
        let id = || automation.id.clone();
        changed.map(|set| Operation::EditAutomation { automation: id(), set }).collect()
    });
    edit_all(&work.dashboards, &to.dashboards, &mut edits, |now, dashboard| {
        let changed = DashboardProperty::all(dashboard).into_iter().filter(|set| !set.holds(now));
        let id = || dashboard.id.clone();
        let mut edits: Vec<_> =
            changed.map(|set| Operation::EditDashboard { dashboard: id(), set }).collect();
        edit_all(&now.charts, &dashboard.charts, &mut edits, |now, chart| {
            let changed = ChartProperty::all(chart).into_iter().filter(|set| !set.holds(now));
            changed.map(|set| Operation::EditChart { chart: chart.id.clone(), set }).collect()
        });
        edits
    });
    edits
}

/// The edits of all items that both lists have.
fn edit_all<T: Listed>(
    now: &[T],
    target: &[T],
    edits: &mut Vec<Operation>,
    edit: impl Fn(&T, &T) -> Vec<Operation>,
) {
    let by_id: HashMap<&str, &T> = now.iter().map(|item| (item.id(), item)).collect();
    for target in target {
        if let Some(now) = by_id.get(target.id()) {
            edits.extend(edit(now, target));
        }
    }
}

fn edit_table(now: &Table, table: &Table, edits: &mut Vec<Operation>) {
    edit_all(&now.fields, &table.fields, edits, |now, field| {
        let changed = FieldProperty::all(field).into_iter().filter(|set| !set.holds(now));
        let mut edits: Vec<_> =
            changed.map(|set| Operation::EditField { field: field.id.clone(), set }).collect();
        edit_all(now.kind.options(), field.kind.options(), &mut edits, |now, option| {
            let changed = OptionProperty::all(option).into_iter().filter(|set| !set.holds(now));
            changed.map(|set| Operation::EditOption { option: option.id.clone(), set }).collect()
        });
        edits
    });
    edit_all(&now.views, &table.views, edits, |now, view| {
        let changed = ViewProperty::all(view).into_iter().filter(|set| !set.holds(now));
        changed.map(|set| Operation::EditView { view: view.id.clone(), set }).collect()
    });
    edit_all(&now.sample_rows, &table.sample_rows, edits, |now, row| {
        let set = |field: &FieldId| Operation::SetCell {
            row: row.id.clone(),
            field: field.clone(),
            value: row.cells.get(field).cloned(),
        };
        let changed = row.cells.iter().filter(|(field, value)| now.cells.get(field) != Some(value));
        // Values of a field that goes, go with it.
        let is_kept = |field: &&FieldId| table.field(field).is_some();
        let cleared = now.cells.keys().filter(|field| !row.cells.contains_key(field)).filter(is_kept);
        changed.map(|(field, _)| field).chain(cleared).map(set).collect()
    });
}
