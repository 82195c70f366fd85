//! What forms need to know of the fields of a table, small enough to be compared.

use shared::blueprint::{
    Blueprint, Cardinality, Field, FieldId, FieldKind, KindName, SampleRow, Table, TableId,
};
use shared::validate::{Class, Fitting, can_be_set, can_group};

use super::Named;

/// What forms need to know of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    /// Its id.
    pub id: FieldId,
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: KindName,
    /// How rules see its values; nothing for one that cannot be computed.
    pub class: Option<Class>,
    /// Whether a value holds several.
    pub is_list: bool,
    /// Whether somebody can give it a value.
    pub is_settable: bool,
    /// Whether rows can be parted by it.
    pub groups: bool,
    /// Whether it makes columns of a board.
    pub makes_columns: bool,
    /// Values to choose from: options, rows, stars, or people of the sample rows.
    pub choices: Vec<Named>,
}

impl Fact {
    /// Whether its values lie on a day.
    pub(crate) fn is_day(&self) -> bool {
        self.class.is_some_and(Class::is_day)
    }

    /// Whether its values are numbers.
    pub(crate) fn is_number(&self) -> bool {
        self.class == Some(Class::Number)
    }
}

/// What forms need to know of the fields of a table, in order.
pub(crate) fn facts(blueprint: &Blueprint, table: &TableId) -> Vec<Fact> {
    let Some(table) = blueprint.table(table) else { return Vec::new() };
    let fitting = Fitting::new(blueprint);
    let fact = |field: &Field| Fact {
        id: field.id.clone(),
        name: field.name.clone(),
        kind: field.kind.name(),
        class: fitting.class(field),
        is_list: is_list(&field.kind),
        is_settable: can_be_set(&field.kind),
        groups: can_group(&field.kind),
        makes_columns: fitting.makes_columns(field),
        choices: choices(blueprint, table, field),
    };
    table.fields.iter().map(fact).collect()
}

/// The fact of a field.
pub(crate) fn fact<'a>(facts: &'a [Fact], field: &FieldId) -> Option<&'a Fact> {
    facts.iter().find(|fact| fact.id == *field)
}

/// Fields that `fits` accepts, as values to choose from.
pub(crate) fn named(facts: &[Fact], fits: impl Fn(&Fact) -> bool) -> Vec<Named> {
    let named = |fact: &Fact| (fact.id.as_str().to_owned(), fact.name.clone());
    facts.iter().filter(|fact| fits(fact)).map(named).collect()
}

fn is_list(kind: &FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::MultiSelect { .. }
            | FieldKind::Person { many: true }
            | FieldKind::Relation { cardinality: Cardinality::Many, .. }
    )
}

fn choices(blueprint: &Blueprint, table: &Table, field: &Field) -> Vec<Named> {
    match &field.kind {
        FieldKind::Select { options } | FieldKind::MultiSelect { options } => {
            options.iter().map(|option| (option.id.as_str().to_owned(), option.name.clone())).collect()
        }
        FieldKind::Relation { table, .. } => blueprint.table(table).map(rows).unwrap_or_default(),
        FieldKind::Rating { max } => (1..=*max).map(|stars| (stars.to_string(), stars.to_string())).collect(),
        FieldKind::Person { .. } => people(table, &field.id),
        _ => Vec::new(),
    }
}

fn rows(table: &Table) -> Vec<Named> {
    let name = |row: &SampleRow| match table.label(row) {
        "" => row.id.as_str().to_owned(),
        label => label.to_owned(),
    };
    table.sample_rows.iter().map(|row| (row.id.as_str().to_owned(), name(row))).collect()
}

/// Everybody whom sample rows name in a field, each once.
fn people(table: &Table, field: &FieldId) -> Vec<Named> {
    let mut people: Vec<Named> = Vec::new();
    for name in table.sample_rows.iter().filter_map(|row| row.cells.get(field)).flat_map(|it| it.list()) {
        if people.iter().all(|(known, _)| known != name) {
            people.push((name.clone(), name.clone()));
        }
    }
    people
}
