//! Cells: of sample rows, and those that automations write.

use std::collections::HashSet;

use super::ProblemKind;
use super::index::Index;
use super::report::{At, Report};
use crate::blueprint::{Cardinality, CellValue, Field, FieldKind, SampleRow, Table};
use crate::compute::Value;

pub(super) fn check(index: &Index<'_>, report: &mut Report) {
    let tables = At::ROOT.key("tables");
    for (position, table) in index.blueprint.tables.iter().enumerate() {
        let rows = tables.index(position);
        let rows = rows.key("sample_rows");
        for (position, row) in table.sample_rows.iter().enumerate() {
            check_row(rows.index(position).key("cells"), index, table, row, report);
        }
    }
}

fn check_row(at: At<'_>, index: &Index<'_>, table: &Table, row: &SampleRow, report: &mut Report) {
    for (id, value) in &row.cells {
        if let Some(field) = index.schema.field_of(table, id) {
            check_cell(at.key(id.as_str()), index, field, value, report);
        }
    }
    for field in &table.fields {
        let is_title = matches!(field.kind, FieldKind::Title);
        if (field.required || is_title) && can_be_set(&field.kind) && is_empty(row, field) {
            let code = if is_title { ProblemKind::TitleCellEmpty } else { ProblemKind::RequiredCellEmpty };
            report.add_with(at, code, &field.name, &[("row", row.id.as_str())]);
        }
    }
}

/// Whether a value that somebody gives can stand in such a field.
pub fn can_be_set(kind: &FieldKind) -> bool {
    !kind.is_computed()
        && !matches!(kind, FieldKind::CreatedAt | FieldKind::UpdatedAt | FieldKind::AutoId { .. })
}

fn is_empty(row: &SampleRow, field: &Field) -> bool {
    match row.cells.get(&field.id) {
        None => !matches!(field.kind, FieldKind::Checkbox),
        Some(CellValue::Text(text)) => text.trim().is_empty(),
        Some(CellValue::List(items)) => items.is_empty(),
        Some(CellValue::Bool(_) | CellValue::Number(_)) => false,
    }
}

/// Reports what is wrong with a value of `field`.
pub(super) fn check_cell(
    at: At<'_>,
    index: &Index<'_>,
    field: &Field,
    value: &CellValue,
    report: &mut Report,
) {
    if field.kind.is_computed() {
        return report.add(at, ProblemKind::CellComputed, &field.name);
    }
    // `structure` reports numbers that are not finite.
    if value.number().is_some_and(|number| !number.is_finite()) {
        return;
    }
    let Some(read) = Value::read(&field.kind, value) else {
        let kind = field.kind.name().as_str();
        return report.add_with(at, ProblemKind::CellForm, &field.name, &[("kind", kind)]);
    };
    match &field.kind {
        FieldKind::Select { .. } => option(at, index, field, &read, report),
        FieldKind::MultiSelect { .. } => items(at, &read, report, |at, item, report| {
            if !index.has_option(field, item) {
                report.add_with(at, ProblemKind::CellOption, item, &[("field", &field.name)]);
            }
        }),
        FieldKind::Relation { table, cardinality, .. } => {
            items(at, &read, report, |at, item, report| {
                if !index.has_row(table, item) {
                    report.add_with(at, ProblemKind::CellRow, item, &[("field", &field.name)]);
                }
            });
            at_most_one(at, field, *cardinality == Cardinality::One, &read, report);
        }
        FieldKind::Person { many } => {
            items(at, &read, report, |_, _, _| {});
            at_most_one(at, field, !many, &read, report);
        }
        FieldKind::Rating { max } => range(at, field, &read, (1.0, f64::from(*max)), report),
        FieldKind::AutoId { .. } => range(at, field, &read, (0.0, f64::from(u32::MAX)), report),
        _ => {}
    }
}

fn option(at: At<'_>, index: &Index<'_>, field: &Field, value: &Value, report: &mut Report) {
    if let Value::Text(id) = value
        && !index.has_option(field, id)
    {
        report.add_with(at, ProblemKind::CellOption, id, &[("field", &field.name)]);
    }
}

fn items(at: At<'_>, value: &Value, report: &mut Report, check: impl Fn(At<'_>, &str, &mut Report)) {
    let mut seen = HashSet::new();
    for (position, item) in value.items().iter().enumerate() {
        let at = at.index(position);
        check(at, item, report);
        if !seen.insert(item) {
            report.add(at, ProblemKind::CellRepeats, item);
        }
    }
}

fn at_most_one(at: At<'_>, field: &Field, applies: bool, value: &Value, report: &mut Report) {
    if applies && value.items().len() > 1 {
        report.add(at, ProblemKind::CellTooMany, &field.name);
    }
}

/// Ratings and auto ids are whole numbers in a range.
fn range(at: At<'_>, field: &Field, value: &Value, (min, max): (f64, f64), report: &mut Report) {
    let Some(number) = value.number() else { return };
    if number < min || number > max || number.fract() != 0.0 {
        let (min, max) = (min.to_string(), max.to_string());
        let more = [("field", field.name.as_str()), ("min", &min), ("max", &max)];
        report.add_with(at, ProblemKind::CellRange, &number.to_string(), &more);
    }
}
