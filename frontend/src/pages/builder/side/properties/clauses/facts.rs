//! What forms need to know of the fields of a table, small enough to be compared.

use shared::blueprint::{Blueprint, Cardinality, Field, FieldId, FieldKind, KindName, NumberFormat, TableId};
use shared::validate::{Class, Fitting, can_group};

use super::super::controls::Named;
use super::super::value::{Form, Offer, offers};

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
    /// In what form it is given a value; nothing for one that nobody can set.
    pub form: Option<Form>,
    /// Whether rows can be parted by it.
    pub groups: bool,
    /// Whether it makes columns of a board.
    pub makes_columns: bool,
    /// Values to choose from: options, rows, stars, or people of the sample rows.
    pub choices: Vec<Offer>,
}

impl Fact {
    /// One to test with, which nobody sets and which offers nothing.
    #[cfg(test)]
    pub(crate) fn sample(id: &str, kind: KindName, class: Class) -> Self {
        Self {
            id: id.into(),
            name: id.to_owned(),
            kind,
            class: Some(class),
            is_list: class == Class::Options,
            form: None,
            groups: true,
            makes_columns: class == Class::Option,
            choices: Vec::new(),
        }
    }

    /// Whether its values lie on a day.
    pub(crate) fn is_day(&self) -> bool {
        self.class.is_some_and(Class::is_day)
    }

    /// How its numbers are written; a computed one says nothing of it.
    pub(crate) fn number_format(&self) -> NumberFormat {
        match self.form {
            Some(Form::Number(format)) => format,
            _ => NumberFormat::Decimal,
        }
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
        form: Form::of(blueprint, table, field),
        groups: can_group(&field.kind),
        makes_columns: fitting.makes_columns(field),
        choices: offers(blueprint, table, field),
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
