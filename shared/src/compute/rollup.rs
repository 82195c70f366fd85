//! Values computed over related rows.

use std::cmp::Ordering;

use super::Value;
use crate::blueprint::RollupFunction;

/// Computes `function` over one value a related row. Empty values do not count, except in
/// [`RollupFunction::Count`].
///
/// A sum of nothing is 0; a mean, a least, a greatest or a share of nothing is empty.
pub(super) fn roll_up(function: RollupFunction, values: impl Iterator<Item = Value>) -> Value {
    if function == RollupFunction::Count {
        return count(values.count());
    }
    let values: Vec<Value> = values.filter(|value| !value.is_empty()).collect();
    let numbers = || values.iter().filter_map(Value::number);
    match function {
        RollupFunction::Count => count(values.len()),
        RollupFunction::Sum => Value::finite(numbers().sum::<f64>() + 0.0),
        RollupFunction::Average => mean(numbers()),
        RollupFunction::Min => extreme(&values, Ordering::is_lt),
        RollupFunction::Max => extreme(&values, Ordering::is_gt),
        RollupFunction::PercentChecked => mean(values.iter().filter_map(checked)),
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are far fewer than 2^52 rows")]
fn count(count: usize) -> Value {
    Value::Number(count as f64)
}

/// The mean, empty of nothing.
fn mean(numbers: impl Iterator<Item = f64>) -> Value {
    let (sum, count) = numbers.fold((0.0, 0.0), |(sum, count), number| (sum + number, count + 1.0));
    Value::finite(sum / count)
}

fn checked(value: &Value) -> Option<f64> {
    match value {
        Value::Bool(checked) => Some(f64::from(u8::from(*checked))),
        _ => None,
    }
}

fn extreme(values: &[Value], better: fn(Ordering) -> bool) -> Value {
    let is_better = |value: &Value, best: &Value| compare(value, best).is_some_and(better);
    let best = values.iter().reduce(|best, value| if is_better(value, best) { value } else { best });
    best.cloned().unwrap_or(Value::Empty)
}

fn compare(left: &Value, right: &Value) -> Option<Ordering> {
    match (left.number(), right.number()) {
        (Some(left), Some(right)) => left.partial_cmp(&right),
        _ => Some(left.moment()?.cmp(&right.moment()?)),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[track_caller]
    fn check(function: RollupFunction, values: &[Value], expected: Value) {
        assert_eq!(roll_up(function, values.iter().cloned()), expected);
    }

    #[test]
    fn empty_cells_count_only_as_rows() {
        let values = [Value::Number(2.0), Value::Empty, Value::Number(4.0)];
        check(RollupFunction::Count, &values, Value::Number(3.0));
        check(RollupFunction::Sum, &values, Value::Number(6.0));
        check(RollupFunction::Average, &values, Value::Number(3.0));
        check(RollupFunction::Min, &values, Value::Number(2.0));
        check(RollupFunction::Max, &values, Value::Number(4.0));
    }

    #[test]
    fn without_rows_only_counts_and_sums_have_a_value() {
        check(RollupFunction::Count, &[], Value::Number(0.0));
        check(RollupFunction::Sum, &[], Value::Number(0.0));
        check(RollupFunction::Average, &[], Value::Empty);
        check(RollupFunction::Min, &[], Value::Empty);
        check(RollupFunction::PercentChecked, &[], Value::Empty);
    }

    #[test]
    fn dates_and_checkboxes_roll_up() {
        let day = |day| Value::Date(NaiveDate::from_ymd_opt(2026, 3, day).unwrap());
        check(RollupFunction::Min, &[day(4), Value::Empty, day(2)], day(2));
        check(RollupFunction::Max, &[day(4), day(2)], day(4));
        let boxes = [true, false, false, true].map(Value::Bool);
        check(RollupFunction::PercentChecked, &boxes, Value::Number(0.5));
    }
}
