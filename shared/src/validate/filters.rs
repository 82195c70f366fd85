//! Filters: operators fit their fields, and values fit both.

use super::ProblemKind;
use super::index::{Class, Index};
use super::report::{At, Report};
use crate::blueprint::{CellValue, Condition, Field, FieldKind, Filter, Operator, RelativeRange, TableId};
use crate::compute::Value;

/// Reports what is wrong with a filter over rows of `table`.
pub(super) fn check(
    at: At<'_>,
    index: &Index<'_>,
    table: &TableId,
    filter: Option<&Filter>,
    report: &mut Report,
) {
    let (Some(filter), Some(table)) = (filter, index.table(table)) else { return };
    let conditions = at.key("conditions");
    if filter.conditions.is_empty() {
        report.add(conditions, ProblemKind::EmptyFilter, &table.name);
    }
    for (position, condition) in filter.conditions.iter().enumerate() {
        let Some(field) = index.schema.field_of(table, &condition.field) else { continue };
        // What has no class cannot be computed, which is reported where it stands.
        if let Some(class) = index.class(field) {
            check_condition(conditions.index(position), index, condition, (field, class), report);
        }
    }
}

fn check_condition(
    at: At<'_>,
    index: &Index<'_>,
    condition: &Condition,
    (field, class): (&Field, Class),
    report: &mut Report,
) {
    if !operator_fits(condition.operator, class) {
        return report.add(at.key("operator"), ProblemKind::FilterOperator, &field.name);
    }
    let value = at.key("value");
    match (&condition.value, needs_value(condition.operator)) {
        (None, true) => report.add(at, ProblemKind::FilterValueMissing, &field.name),
        (Some(_), false) => report.add(value, ProblemKind::FilterValueUnneeded, &field.name),
        (Some(operand), true) => {
            check_value(value, index, condition.operator, operand, (field, class), report)
        }
        (None, false) => {}
    }
}

/// Whether a condition can test values of a class by `operator`.
pub fn operator_fits(operator: Operator, class: Class) -> bool {
    match operator {
        Operator::Is | Operator::IsNot => true,
        Operator::IsAnyOf => {
            matches!(class, Class::Text | Class::Option | Class::Options | Class::Rows | Class::People)
        }
        Operator::Contains => class == Class::Text,
        // A checkbox always has a value.
        Operator::IsEmpty | Operator::IsNotEmpty => class != Class::Bool,
        Operator::AtLeast | Operator::AtMost => class == Class::Number || class.is_day(),
        Operator::Within => class.is_day(),
        Operator::IsMe => class == Class::People,
    }
}

/// Whether a condition by `operator` tests against a value.
pub fn needs_value(operator: Operator) -> bool {
    !matches!(operator, Operator::IsEmpty | Operator::IsNotEmpty | Operator::IsMe)
}

fn check_value(
    at: At<'_>,
    index: &Index<'_>,
    operator: Operator,
    operand: &CellValue,
    (field, class): (&Field, Class),
    report: &mut Report,
) {
    if operator == Operator::Within {
        let known = operand.text().is_some_and(|name| RelativeRange::parse(name).is_some());
        if !known {
            report.add(at, ProblemKind::FilterRange, operand.text().unwrap_or_default());
        }
        return;
    }
    if !operand_fits(operator, operand, class) {
        return report.add(at, ProblemKind::FilterValueForm, &field.name);
    }
    for id in operand.text().into_iter().chain(operand.list().iter().map(String::as_str)) {
        check_id(at, index, field, id, report);
    }
}

/// Whether a condition by `operator` can test values of a class against `operand`. Ranges of days are another matter.
pub fn operand_fits(operator: Operator, operand: &CellValue, class: Class) -> bool {
    match (operand, class) {
        (CellValue::List(items), _) if operator == Operator::IsAnyOf => !items.is_empty(),
        (_, _) if operator == Operator::IsAnyOf => false,
        (CellValue::List(items), Class::Options | Class::Rows | Class::People) => !items.is_empty(),
        (CellValue::Number(_), Class::Number) | (CellValue::Bool(_), Class::Bool) => true,
        (CellValue::Text(text), Class::Date | Class::Datetime) => {
            let reads =
                |kind| matches!(Value::read(kind, operand), Some(Value::Date(_) | Value::Datetime(_)));
            !text.is_empty() && (reads(&FieldKind::Date) || reads(&FieldKind::Datetime))
        }
        (
            CellValue::Text(text),
            Class::Text | Class::Option | Class::Options | Class::Rows | Class::People,
        ) => !text.is_empty(),
        _ => false,
    }
}

fn check_id(at: At<'_>, index: &Index<'_>, field: &Field, id: &str, report: &mut Report) {
    let more = [("field", field.name.as_str())];
    match &field.kind {
        FieldKind::Select { .. } | FieldKind::MultiSelect { .. } if !index.has_option(field, id) => {
            report.add_with(at, ProblemKind::FilterOption, id, &more);
        }
        FieldKind::Relation { table, .. } if !index.has_row(table, id) => {
            report.add_with(at, ProblemKind::FilterRow, id, &more);
        }
        _ => {}
    }
}
