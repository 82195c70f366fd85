//! Values to choose from.

use std::collections::HashSet;

use shared::blueprint::{Blueprint, Color, Field, FieldId, FieldKind, SelectOption, Table, TableId};

/// A value to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Offer {
    /// The value.
    pub value: String,
    /// Its name; may be empty.
    pub name: String,
    /// The colour of an option.
    pub color: Option<Color>,
}

impl Offer {
    /// A value without a colour.
    pub(crate) fn plain(value: impl Into<String>, name: impl Into<String>) -> Self {
        Self { value: value.into(), name: name.into(), color: None }
    }
}

/// Values to choose from for a field: options, rows, stars, or people of the sample rows.
pub(crate) fn offers(blueprint: &Blueprint, table: &Table, field: &Field) -> Vec<Offer> {
    match &field.kind {
        FieldKind::Select { options } | FieldKind::MultiSelect { options } => of_options(options),
        FieldKind::Relation { table, .. } => of_rows(blueprint, table),
        FieldKind::Rating { max } => (1..=*max).map(|stars| stars.to_string()).map(named_so).collect(),
        FieldKind::Person { .. } => people(table, &field.id),
        _ => Vec::new(),
    }
}

fn named_so(value: String) -> Offer {
    Offer::plain(value.clone(), value)
}

fn of_options(options: &[SelectOption]) -> Vec<Offer> {
    let offer =
        |it: &SelectOption| Offer { color: Some(it.color), ..Offer::plain(it.id.as_str(), it.name.as_str()) };
    options.iter().map(offer).collect()
}

fn of_rows(blueprint: &Blueprint, table: &TableId) -> Vec<Offer> {
    let Some(table) = blueprint.table(table) else { return Vec::new() };
    table.sample_rows.iter().map(|row| Offer::plain(row.id.as_str(), table.label(row))).collect()
}

/// Everybody whom sample rows name in a field, each once.
fn people(table: &Table, field: &FieldId) -> Vec<Offer> {
    let mut known = HashSet::new();
    let names = table.sample_rows.iter().filter_map(|row| row.cells.get(field)).flat_map(|it| it.list());
    names.filter(|name| known.insert(name.as_str())).cloned().map(named_so).collect()
}
