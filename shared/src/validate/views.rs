//! Views: they are laid out and grouped by what can be.

use std::collections::HashSet;

use super::index::{Index, can_group};
use super::report::{At, Report};
use super::{ProblemKind, filters};
use crate::blueprint::{Cardinality, Field, FieldId, FieldKind, Table, View, ViewKind};

pub(super) fn check(index: &Index<'_>, report: &mut Report) {
    let tables = At::ROOT.key("tables");
    if index.blueprint.tables.is_empty() {
        report.add(tables, ProblemKind::EmptyBlueprint, &index.blueprint.name);
    }
    for (position, table) in index.blueprint.tables.iter().enumerate() {
        let at = tables.index(position);
        let views = at.key("views");
        if table.views.is_empty() {
            report.add(views, ProblemKind::TableWithoutViews, &table.name);
        }
        for (position, view) in table.views.iter().enumerate() {
            check_view(views.index(position), index, table, view, report);
        }
    }
}

fn check_view(at: At<'_>, index: &Index<'_>, table: &Table, view: &View, report: &mut Report) {
    check_kind(at.key("kind"), index, table, &view.kind, report);
    if let Some(field) = view.group.as_ref().and_then(|group| index.schema.field_of(table, group))
        && !can_group(&field.kind)
    {
        report.add(at.key("group"), ProblemKind::GroupField, &field.name);
    }
    repeats(at.key("visible_fields"), view.visible_fields.iter(), report);
    repeats(at.key("sorts"), view.sorts.iter().map(|sort| &sort.field), report);
    filters::check(at.key("filter"), index, &table.id, view.filter.as_ref(), report);
}

fn check_kind(at: At<'_>, index: &Index<'_>, table: &Table, kind: &ViewKind, report: &mut Report) {
    let field = |id: &FieldId| index.schema.field_of(table, id);
    match kind {
        ViewKind::Board { by } => {
            if let Some(by) = field(by) {
                board(at.key("by"), index, by, report);
            }
        }
        ViewKind::Calendar { date } => {
            let code = ProblemKind::CalendarField;
            day(at.key("date"), index, field(date), code, report);
        }
        ViewKind::Timeline { start, end } => {
            let code = ProblemKind::TimelineField;
            day(at.key("start"), index, field(start), code, report);
            day(at.key("end"), index, end.as_ref().and_then(field), code, report);
        }
        ViewKind::Grid | ViewKind::Gallery | ViewKind::List => {}
    }
}

fn board(at: At<'_>, index: &Index<'_>, by: &Field, report: &mut Report) {
    match has_columns(index, by) {
        None => report.add(at, ProblemKind::BoardField, &by.name),
        Some(false) => report.add(at, ProblemKind::EmptyBoard, &by.name),
        Some(true) => {}
    }
}

/// Whether a board by this field has columns; nothing where it cannot make any.
pub(super) fn has_columns(index: &Index<'_>, by: &Field) -> Option<bool> {
    match &by.kind {
        FieldKind::Person { .. } | FieldKind::Checkbox => Some(true),
        FieldKind::Select { options } => Some(!options.is_empty()),
        FieldKind::Relation { table, cardinality: Cardinality::One, .. } => {
            Some(index.table(table).is_none_or(|table| !table.sample_rows.is_empty()))
        }
        _ => None,
    }
}

fn day(at: At<'_>, index: &Index<'_>, field: Option<&Field>, code: ProblemKind, report: &mut Report) {
    let Some(field) = field else { return };
    // What cannot be computed is reported where it stands.
    if index.class(field).is_some_and(|class| !class.is_day()) {
        report.add(at, code, &field.name);
    }
}

fn repeats<'a>(at: At<'_>, fields: impl Iterator<Item = &'a FieldId>, report: &mut Report) {
    let mut seen = HashSet::new();
    for (position, field) in fields.enumerate() {
        if !seen.insert(field) {
            report.add(at.index(position), ProblemKind::RepeatedField, field.as_str());
        }
    }
}
