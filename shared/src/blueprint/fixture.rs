//! A small blueprint that breaks no rule: two tables with a relation, a rollup, formulas and selects, an
//! automation and a dashboard. Tests change it into what they need.

use serde_json::Value;

use super::{Blueprint, read};

const JSON: &str = include_str!("fixture.json");

/// The small blueprint.
pub(crate) fn small() -> Blueprint {
    read(JSON).unwrap()
}

/// The small blueprint as JSON.
pub(crate) fn small_json() -> Value {
    serde_json::from_str(JSON).unwrap()
}

/// The small blueprint with the value at each pointer (such as `/tables/0/name`) replaced.
pub(crate) fn small_with<const N: usize>(changes: [(&str, Value); N]) -> Blueprint {
    let mut json = small_json();
    for (pointer, value) in changes {
        set(&mut json, pointer, value);
    }
    read(&json.to_string()).unwrap()
}

/// Replaces the value at `pointer`; a new key is added, `-` as the last step appends to a list, and null takes
/// the value away.
pub(crate) fn set(json: &mut Value, pointer: &str, value: Value) {
    let (parent, last) = pointer.rsplit_once('/').unwrap();
    match json.pointer_mut(parent).unwrap_or_else(|| panic!("no `{parent}`")) {
        Value::Object(object) if value.is_null() => drop(object.remove(last)),
        Value::Object(object) => drop(object.insert(last.to_owned(), value)),
        Value::Array(items) if last == "-" => items.push(value),
        Value::Array(items) if value.is_null() => drop(items.remove(last.parse().unwrap())),
        Value::Array(items) => items[last.parse::<usize>().unwrap()] = value,
        _ => panic!("`{parent}` holds nothing"),
    }
}
