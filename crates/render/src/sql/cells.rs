//! Values of sample rows, as tables store them.

use std::collections::HashSet;

use chrono::Datelike;
use shared::blueprint::{Field, FieldKind, SampleRow};
use shared::compute::Value;

use super::dialect::Dialect;
use super::model::{Column, Entity, Model, Place};
use super::text::{literal, number};

/// Whole numbers that both databases and floating-point numbers hold.
const WHOLE_MAX: f64 = 9e15;

/// The stored columns of a field with their values in `row`; `None` for nothing.
pub(super) fn cells(
    model: &Model<'_>,
    dialect: Dialect,
    column: &Column<'_>,
    entity: &Entity<'_>,
    row: &SampleRow,
) -> Vec<(String, Option<String>)> {
    let value = model.evaluator.value(&row.id, &column.field.id);
    match &column.place {
        Place::Own => vec![(column.name.clone(), stored(dialect, &value))],
        Place::Option { .. } => {
            let name = value.items().first().and_then(|id| option_name(column.field, id));
            vec![(column.name.clone(), name.map(|name| literal(&name)))]
        }
        Place::One { id } => {
            let target = linked(model, column, row).into_iter().next();
            vec![(id.clone(), target.map(|target| literal(&target)))]
        }
        Place::AutoId { number, year } => {
            let given =
                row.cells.get(&column.field.id).and_then(|cell| Value::read(&column.field.kind, cell));
            let given = given.and_then(|value| value.number()).filter(|number| number.abs() < WHOLE_MAX);
            let year = year
                .iter()
                .map(|year| (year.clone(), year_made(model, entity, row).map(|year| year.to_string())));
            let number = (number.clone(), given.map(|given| format!("{given:.0}")));
            std::iter::once(number).chain(year).collect()
        }
        _ => Vec::new(),
    }
}

fn stored(dialect: Dialect, value: &Value) -> Option<String> {
    match value {
        Value::Empty => None,
        Value::Bool(checked) => Some(if *checked { "TRUE" } else { "FALSE" }.to_owned()),
        Value::Number(value) => Some(number(*value)),
        Value::Text(text) => Some(literal(text)),
        Value::Date(day) => dialect.day(*day),
        Value::Datetime(moment) => dialect.stored_moment(*moment),
        Value::List(items) => items.first().map(|item| literal(item)),
    }
}

/// As [`shared::compute`] takes it: the year of the created time, else that of the samples.
fn year_made(model: &Model<'_>, entity: &Entity<'_>, row: &SampleRow) -> Option<i32> {
    let made = entity.table.fields.iter().find(|field| matches!(field.kind, FieldKind::CreatedAt));
    let day = made.and_then(|field| model.evaluator.value(&row.id, &field.id).day());
    day.or(model.blueprint.settings.sample_today).map(|day| day.year())
}

/// The rows that a relation of `row` leads to; those that are not there cannot be stored.
pub(super) fn linked(model: &Model<'_>, column: &Column<'_>, row: &SampleRow) -> Vec<String> {
    let FieldKind::Relation { table, .. } = &column.field.kind else { return Vec::new() };
    let is_there = |id: &&String| model.evaluator.row(id).is_some_and(|(holder, _)| holder.id == *table);
    let value = model.evaluator.value(&row.id, &column.field.id);
    distinct(value.items().iter().filter(is_there).cloned())
}

/// The names of the options of `row`.
pub(super) fn chosen(model: &Model<'_>, column: &Column<'_>, row: &SampleRow) -> Vec<String> {
    let value = model.evaluator.value(&row.id, &column.field.id);
    distinct(value.items().iter().filter_map(|id| option_name(column.field, id)))
}

/// The people of `row`.
pub(super) fn people(model: &Model<'_>, column: &Column<'_>, row: &SampleRow) -> Vec<String> {
    let value = model.evaluator.value(&row.id, &column.field.id);
    distinct(value.items().iter().map(|person| person.replace('\0', "")).filter(|person| !person.is_empty()))
}

fn distinct(items: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = HashSet::new();
    items.filter(|item| seen.insert(item.clone())).collect()
}

/// The name by which an option is stored.
pub(super) fn option_name(field: &Field, id: &str) -> Option<String> {
    let position = field.kind.options().iter().position(|option| option.id.as_str() == id)?;
    option_names(field).into_iter().nth(position)
}

/// The names of a field's options, each once.
pub(super) fn option_names(field: &Field) -> Vec<String> {
    let mut seen = HashSet::new();
    let name = |option: &shared::blueprint::SelectOption| {
        let name = option.name.replace('\0', "");
        let name = if name.is_empty() { option.id.to_string() } else { name };
        let name = if seen.contains(&name) { format!("{name} ({})", option.id) } else { name };
        seen.insert(name.clone());
        name
    };
    field.kind.options().iter().map(name).collect()
}
