//! What refers to what: the references that structure keeps from dangling.

use std::collections::{HashMap, HashSet};

use super::ElementId;
use crate::blueprint::{
    Action, Automation, Blueprint, Chart, FieldId, FieldKind, Filter, Table, TableId, Trigger, View, ViewKind,
};

/// Takes a reference: to a table, or to a field that must be one of that table.
pub(super) type Visit<'v> = dyn FnMut(&TableId, Option<&FieldId>) + 'v;

/// The kinds of all fields, with their tables.
pub(super) struct Kinds<'a> {
    tables: HashSet<&'a TableId>,
    fields: HashMap<&'a FieldId, (&'a Table, &'a FieldKind)>,
}

impl<'a> Kinds<'a> {
    pub(super) fn new(blueprint: &'a Blueprint) -> Self {
        let fields = blueprint.tables.iter().flat_map(|table| table.fields.iter().map(move |it| (table, it)));
        Self {
            tables: blueprint.tables.iter().map(|table| &table.id).collect(),
            fields: fields.map(|(table, field)| (&field.id, (table, &field.kind))).collect(),
        }
    }

    /// Whether there is such a table.
    pub(super) fn has_table(&self, id: &TableId) -> bool {
        self.tables.contains(id)
    }

    /// The kind of the field `id`, if it belongs to `table`.
    pub(super) fn of(&self, table: &TableId, id: &FieldId) -> Option<&'a FieldKind> {
        self.fields.get(id).filter(|(holder, _)| holder.id == *table).map(|(_, kind)| *kind)
    }

    /// The references of a field of `table`.
    pub(super) fn visit(&self, table: &TableId, kind: &FieldKind, visit: &mut Visit<'_>) {
        match kind {
            FieldKind::Relation { table: related, inverse, .. } => {
                visit(related, None);
                if let Some(inverse) = inverse {
                    visit(related, Some(inverse));
                }
            }
            FieldKind::Rollup { relation, field, .. } => {
                visit(table, Some(relation));
                if let (Some(FieldKind::Relation { table: related, .. }), Some(field)) =
                    (self.of(table, relation), field)
                {
                    visit(related, Some(field));
                }
            }
            _ => {}
        }
    }
}

pub(super) fn of_view(table: &TableId, view: &View, visit: &mut Visit<'_>) {
    match &view.kind {
        ViewKind::Board { by } => visit(table, Some(by)),
        ViewKind::Calendar { date } => visit(table, Some(date)),
        ViewKind::Timeline { start, end } => {
            std::iter::once(start).chain(end).for_each(|field| visit(table, Some(field)));
        }
        ViewKind::Grid | ViewKind::Gallery | ViewKind::List => {}
    }
    let sorts = view.sorts.iter().map(|sort| &sort.field);
    for field in view.group.iter().chain(sorts).chain(&view.visible_fields) {
        visit(table, Some(field));
    }
    of_filter(table, view.filter.as_ref(), visit);
}

pub(super) fn of_filter(table: &TableId, filter: Option<&Filter>, visit: &mut Visit<'_>) {
    for condition in filter.iter().flat_map(|filter| &filter.conditions) {
        visit(table, Some(&condition.field));
    }
}

pub(super) fn of_automation(automation: &Automation, visit: &mut Visit<'_>) {
    let table = &automation.table;
    visit(table, None);
    if let Trigger::FieldChanged { field } | Trigger::DateReached { field, .. } = &automation.trigger {
        visit(table, Some(field));
    }
    of_filter(table, automation.filter.as_ref(), visit);
    for action in &automation.actions {
        of_action(table, action, visit);
    }
}

pub(super) fn of_action(table: &TableId, action: &Action, visit: &mut Visit<'_>) {
    match action {
        Action::SetField { field, .. }
        | Action::SetToday { field }
        | Action::Notify { person: Some(field), .. }
        | Action::Export { by: Some(field), .. } => visit(table, Some(field)),
        Action::CreateRow { table, cells } => {
            visit(table, None);
            cells.keys().for_each(|field| visit(table, Some(field)));
        }
        Action::Notify { person: None, .. } | Action::Export { by: None, .. } => {}
    }
}

pub(super) fn of_chart(chart: &Chart, visit: &mut Visit<'_>) {
    let table = &chart.table;
    visit(table, None);
    of_filter(table, chart.filter.as_ref(), visit);
    let axes = [&chart.x, &chart.y].into_iter().flatten().map(|grouping| &grouping.field);
    for field in axes.chain(&chart.measure.field) {
        visit(table, Some(field));
    }
    of_filter(table, chart.measure.of.as_ref(), visit);
}

/// Everything that refers to a table or a field and is no part of it, each once: what keeps it from being removed.
///
/// Of a table, that is what refers to it from other tables, automations and charts. Formulas are not among them:
/// one that names a missing field is a problem, see [`crate::validate`], but holds together.
pub fn referrers(blueprint: &Blueprint, element: &ElementId) -> Vec<ElementId> {
    let mut found = Vec::new();
    let kinds = Kinds::new(blueprint);
    let mut look = |by: ElementId, walk: &dyn Fn(&mut Visit<'_>)| {
        let mut is_referrer = false;
        walk(&mut |table, field| {
            is_referrer |= match element {
                ElementId::Table(id) => table == id,
                ElementId::Field(id) => field == Some(id),
                _ => false,
            }
        });
        if is_referrer && by != *element {
            found.push(by);
        }
    };
    for table in &blueprint.tables {
        // What is in a table goes with it.
        if *element == ElementId::Table(table.id.clone()) {
            continue;
        }
        for field in &table.fields {
            look(ElementId::Field(field.id.clone()), &|visit| kinds.visit(&table.id, &field.kind, visit));
        }
        for view in &table.views {
            look(ElementId::View(view.id.clone()), &|visit| of_view(&table.id, view, visit));
        }
    }
    for automation in &blueprint.automations {
        look(ElementId::Automation(automation.id.clone()), &|visit| of_automation(automation, visit));
    }
    for chart in blueprint.dashboards.iter().flat_map(|dashboard| &dashboard.charts) {
        look(ElementId::Chart(chart.id.clone()), &|visit| of_chart(chart, visit));
    }
    found
}
