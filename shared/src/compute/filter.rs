//! Whether a row passes a filter. Previews use it, and so does every number of a chart.

use std::cmp::Ordering;

use chrono::{Datelike, Days, NaiveDate};

use super::value::{date, datetime};
use super::{Evaluator, Value};
use crate::blueprint::{
    CellValue, Condition, Conjunction, FieldKind, Filter, Operator, RelativeRange, SampleRow,
};

/// Whether `row` passes `filter` on the day `today`. A filter without conditions lets everything pass.
///
/// Nobody looks at a preview, so [`Operator::IsMe`] takes every row that names somebody. `contains` and, for text,
/// `is_any_of` look for parts of words, as the platforms do. A time is compared with a day by its day.
pub fn matches(evaluator: &Evaluator<'_>, row: &SampleRow, filter: &Filter, today: NaiveDate) -> bool {
    let holds = |condition: &Condition| holds(evaluator, row, condition, today);
    match filter.conjunction {
        Conjunction::All => filter.conditions.iter().all(holds),
        Conjunction::Any => filter.conditions.is_empty() || filter.conditions.iter().any(holds),
    }
}

fn holds(evaluator: &Evaluator<'_>, row: &SampleRow, condition: &Condition, today: NaiveDate) -> bool {
    let value = evaluator.value(&row.id, &condition.field);
    let operand = condition.value.as_ref();
    match condition.operator {
        Operator::Is => operand.is_some_and(|operand| is(&value, operand)),
        Operator::IsNot => !operand.is_some_and(|operand| is(&value, operand)),
        Operator::IsAnyOf => operand.is_some_and(|operand| is_any_of(evaluator, condition, &value, operand)),
        Operator::Contains => {
            let label = || label(evaluator, condition, &value);
            operand.and_then(CellValue::text).is_some_and(|word| contains(&label(), word))
        }
        Operator::IsEmpty => value.is_empty(),
        Operator::IsNotEmpty | Operator::IsMe => !value.is_empty(),
        Operator::AtLeast => compared(&value, operand, Ordering::is_ge),
        Operator::AtMost => compared(&value, operand, Ordering::is_le),
        Operator::Within => within(&value, operand, today),
    }
}

/// Equal; for a list, holds it (all of them, where the operand is a list, too).
fn is(value: &Value, operand: &CellValue) -> bool {
    match (value, operand) {
        (Value::Bool(value), CellValue::Bool(operand)) => value == operand,
        (Value::Text(value), CellValue::Text(operand)) => value == operand,
        (Value::List(items), CellValue::Text(operand)) => items.contains(operand),
        (Value::List(items), CellValue::List(operands)) => {
            !operands.is_empty() && operands.iter().all(|operand| items.contains(operand))
        }
        _ => compare(value, operand) == Some(Ordering::Equal),
    }
}

fn is_any_of(evaluator: &Evaluator<'_>, condition: &Condition, value: &Value, operand: &CellValue) -> bool {
    let one = operand.text().map(str::to_owned);
    let words = one.as_ref().map_or(operand.list(), std::slice::from_ref);
    let field = evaluator.schema().field(&condition.field);
    match field.map(|(_, field)| &field.kind) {
        Some(FieldKind::Select { .. } | FieldKind::MultiSelect { .. }) => any_item(value, words),
        Some(FieldKind::Relation { .. } | FieldKind::Person { .. }) => any_item(value, words),
        _ => {
            let label = label(evaluator, condition, value);
            words.iter().any(|word| contains(&label, word))
        }
    }
}

fn any_item(value: &Value, words: &[String]) -> bool {
    value.items().iter().any(|item| words.contains(item))
}

fn label(evaluator: &Evaluator<'_>, condition: &Condition, value: &Value) -> String {
    match evaluator.schema().field(&condition.field) {
        Some((_, field)) => evaluator.label(field, value),
        None => String::new(),
    }
}

/// Whether `text` contains `word`, whatever the case; nothing contains the empty word.
fn contains(text: &str, word: &str) -> bool {
    !word.is_empty() && text.to_lowercase().contains(&word.to_lowercase())
}

fn compared(value: &Value, operand: Option<&CellValue>, wanted: fn(Ordering) -> bool) -> bool {
    operand.and_then(|operand| compare(value, operand)).is_some_and(wanted)
}

/// Numbers by size, days and times by order; a time and a day by the time's day.
fn compare(value: &Value, operand: &CellValue) -> Option<Ordering> {
    match (value, operand) {
        (Value::Number(value), CellValue::Number(operand)) => value.partial_cmp(operand),
        (Value::Date(_) | Value::Datetime(_), CellValue::Text(text)) => match (date(text), value) {
            (Some(day), _) => Some(value.day()?.cmp(&day)),
            (None, Value::Date(day)) => Some(day.cmp(&datetime(text)?.date())),
            (None, _) => Some(value.moment()?.cmp(&datetime(text)?)),
        },
        _ => None,
    }
}

fn within(value: &Value, operand: Option<&CellValue>, today: NaiveDate) -> bool {
    let range = operand.and_then(CellValue::text).and_then(RelativeRange::parse);
    let (Some(range), Some(day)) = (range, value.day()) else { return false };
    let (first, last) = range.bounds(today);
    first.is_none_or(|first| first <= day) && last.is_none_or(|last| day <= last)
}

impl RelativeRange {
    /// Its first and last day around `today`; without one where it is open.
    pub fn bounds(self, today: NaiveDate) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let before = |days| today.checked_sub_days(Days::new(days));
        let after = |days| today.checked_add_days(Days::new(days));
        match self {
            Self::Today => (Some(today), Some(today)),
            Self::ThisWeek => {
                let past = u64::from(today.weekday().num_days_from_monday());
                (before(past), after(6 - past))
            }
            Self::Next7Days => (Some(today), after(6)),
            Self::Past30Days => (before(29), Some(today)),
            Self::UntilToday => (None, Some(today)),
            Self::Over30DaysAgo => (None, before(31)),
        }
    }
}
