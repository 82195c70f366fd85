//! What a formula is worth in a row. See the module above for what empty values do.

use std::cmp::Ordering;

use super::{BinaryOperator as Op, Expr, Function, Node};
use crate::blueprint::FieldId;
use crate::compute::Value;

/// Decimals that [`Function::Round`] takes, on either side of the point.
const DECIMALS_MAX: f64 = 15.0;

/// The value of a well-typed formula; `field` gives the values of references, options and rows by their names.
pub(in crate::compute) fn evaluate<F: Fn(&FieldId) -> Value>(expr: &Expr, field: &F) -> Value {
    match &expr.node {
        Node::Number(number) => Value::Number(*number),
        Node::Text(text) => Value::text(text.clone()),
        Node::Bool(bool) => Value::Bool(*bool),
        Node::Field(id) => field(id),
        Node::Negate(inner) => arithmetic(&evaluate(inner, field), &Value::Number(-1.0), |a, b| a * b),
        Node::Binary { operator, left, right } => {
            binary(*operator, &evaluate(left, field), &evaluate(right, field))
        }
        Node::Call { function, arguments } => call(*function, arguments, field),
    }
}

fn binary(operator: Op, left: &Value, right: &Value) -> Value {
    match operator {
        Op::Add => arithmetic(left, right, |a, b| a + b),
        Op::Subtract => arithmetic(left, right, |a, b| a - b),
        Op::Multiply => arithmetic(left, right, |a, b| a * b),
        Op::Divide => arithmetic(left, right, |a, b| a / b),
        Op::Concatenate => Value::text(text(left) + &text(right)),
        Op::Equal => Value::Bool(equal(left, right)),
        Op::NotEqual => Value::Bool(!equal(left, right)),
        Op::Less => ordered(left, right, Ordering::is_lt),
        Op::AtMost => ordered(left, right, Ordering::is_le),
        Op::Greater => ordered(left, right, Ordering::is_gt),
        Op::AtLeast => ordered(left, right, Ordering::is_ge),
    }
}

fn arithmetic(left: &Value, right: &Value, operation: fn(f64, f64) -> f64) -> Value {
    match (left, right) {
        // Adding zero turns -0 into 0.
        (Value::Number(left), Value::Number(right)) => Value::finite(operation(*left, *right) + 0.0),
        _ => Value::Empty,
    }
}

fn ordered(left: &Value, right: &Value, holds: fn(Ordering) -> bool) -> Value {
    Value::Bool(compare(left, right).is_some_and(holds))
}

/// Which of two numbers or days is greater; nothing when one is empty.
fn compare(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => snap(*left).partial_cmp(&snap(*right)),
        _ => Some(left.moment()?.cmp(&right.moment()?)),
    }
}

fn equal(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Bool(left), Value::Bool(right)) => left == right,
        (Value::Text(left), Value::Text(right)) => left == right,
        (Value::Empty, Value::Empty) => true,
        _ => compare(left, right) == Some(Ordering::Equal),
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => snap(*number).to_string(),
        Value::Date(date) => date.format("%Y-%m-%d").to_string(),
        Value::Datetime(datetime) => datetime.format("%Y-%m-%d %H:%M").to_string(),
        Value::Empty | Value::Bool(_) | Value::List(_) => String::new(),
    }
}

fn call<F: Fn(&FieldId) -> Value>(function: Function, arguments: &[Expr], field: &F) -> Value {
    let value = |argument: &Expr| evaluate(argument, field);
    let holds = |argument: &Expr| value(argument) == Value::Bool(true);
    match (function, arguments) {
        (Function::If, [condition, then, otherwise]) => {
            value(if holds(condition) { then } else { otherwise })
        }
        (Function::And, _) => Value::Bool(arguments.iter().all(holds)),
        (Function::Or, _) => Value::Bool(arguments.iter().any(holds)),
        (Function::Not, [argument]) => Value::Bool(!holds(argument)),
        (Function::Round, [number, decimals]) => arithmetic(&value(number), &value(decimals), round),
        (Function::Min, _) => extreme(arguments.iter().map(value), Ordering::is_lt),
        (Function::Max, _) => extreme(arguments.iter().map(value), Ordering::is_gt),
        (Function::Len, [argument]) => length(&value(argument)),
        (Function::IsEmpty, [argument]) => Value::Bool(value(argument).is_empty()),
        (Function::Days, [from, to]) => days(&value(from), &value(to)),
        // The parser counts arguments, so no other shape comes here.
        _ => Value::Empty,
    }
}

/// The least or greatest of values; empty when one of them is.
fn extreme(values: impl Iterator<Item = Value>, better: fn(Ordering) -> bool) -> Value {
    let choose = |best: Value, value: Value| match compare(&value, &best) {
        Some(ordering) if better(ordering) => value,
        Some(_) => best,
        None => Value::Empty,
    };
    values.reduce(choose).unwrap_or(Value::Empty)
}

#[expect(clippy::cast_precision_loss, reason = "texts are far shorter than 2^52 characters")]
fn length(value: &Value) -> Value {
    Value::Number(text(value).chars().count() as f64)
}

#[expect(clippy::cast_precision_loss, reason = "calendars hold far fewer than 2^52 days")]
fn days(from: &Value, to: &Value) -> Value {
    match (from.day(), to.day()) {
        (Some(from), Some(to)) => Value::Number(to.signed_duration_since(from).num_days() as f64),
        _ => Value::Empty,
    }
}

/// `number` with its first 15 significant digits: what spreadsheets compare, round and write.
pub(in crate::compute) fn snap(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

/// Rounds halves away from zero; negative decimals round to tens, hundreds and so on.
pub(in crate::compute) fn round(number: f64, decimals: f64) -> f64 {
    let factor = 10_f64.powf(decimals.trunc().clamp(-DECIMALS_MAX, DECIMALS_MAX).abs());
    if decimals < 0.0 {
        return snap(number / factor).round() * factor;
    }
    let scaled = snap(number * factor).round() / factor;
    if scaled.is_finite() { scaled } else { number }
}
