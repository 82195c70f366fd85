//! Tables as records with typed properties: what every schema, type and diagram is written from.

use std::collections::HashMap;

use shared::blueprint::{Blueprint, Cardinality, Field, FieldKind, SelectOption, Table, TableId};
use shared::compute::formula::Type;
use shared::compute::{Evaluator, Schema};
use shared::words::Language;

use crate::names::{Taken, ascii_words, identifier};

/// Names that types in files use themselves.
const RESERVED_TYPES: [&str; 12] = [
    "Data",
    "DateTime",
    "NaiveDate",
    "Utc",
    "Vec",
    "Option",
    "String",
    "Problem",
    "ProblemError",
    "Serialize",
    "Deserialize",
    "Error",
];

/// A blueprint's tables as records.
pub(super) struct Model<'a> {
    /// Where it comes from.
    pub(super) blueprint: &'a Blueprint,
    /// Computes values of sample rows.
    pub(super) evaluator: Evaluator<'a>,
    /// The records, in the order of the tables.
    pub(super) records: Vec<Record<'a>>,
}

/// A table as a record.
pub(super) struct Record<'a> {
    /// The table.
    pub(super) table: &'a Table,
    /// What it is called in data: ASCII words joined by `_`, such as `action_items`.
    pub(super) key: String,
    /// What its types are called: `ActionItems` in `ActionItemsRow`.
    pub(super) stem: String,
    /// Its properties, in the order of the fields; the id of the row is not among them.
    pub(super) properties: Vec<Property<'a>>,
}

/// A field as a property.
pub(super) struct Property<'a> {
    /// The field.
    pub(super) field: &'a Field,
    /// What it is called in data; unique in its record, never `id`.
    pub(super) key: String,
    /// What one value is.
    pub(super) item: Item,
    /// Whether it holds a list of values.
    pub(super) is_list: bool,
    /// Whether a row must have a value.
    pub(super) is_required: bool,
    /// Whether the service writes it, and nobody else.
    pub(super) is_read_only: bool,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// Text.
    Text,
    /// A number.
    Number,
    /// A whole number from 1 to this.
    Rating(u8),
    /// Yes or no.
    Bool,
    /// A day, `2026-03-20`.
    Date,
    /// A moment, `2026-03-20T09:30:00Z`.
    Datetime,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// The name of an option: a type of its own, with its name.
    Choice(String, Vec<Choice>),
    /// The id of a row of the record at this place.
    Link(usize),
}

/// An option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// What data says.
    pub(super) name: String,
    /// What types call it, such as `OnHold`.
    pub(super) variant: String,
}

impl<'a> Model<'a> {
    /// Of `blueprint`.
    pub(super) fn new(blueprint: &'a Blueprint) -> Self {
        let evaluator = Evaluator::new(blueprint);
        let places = places(blueprint);
        let mut keys = Taken::default();
        let mut names = type_names();
        let named: Vec<_> = blueprint
            .tables
            .iter()
            .map(|table| {
                let key = keys.claim_identifier(identifier(&table.name, table.id.as_str()));
                let stem = names.record(&key);
                (table, key, stem)
            })
            .collect();
        let mut records = Vec::new();
        for (table, key, stem) in named {
            let properties = Properties { schema: evaluator.schema(), places: &places, names: &mut names }
                .of(table, &stem);
            records.push(Record { table, key, stem, properties });
        }
        Self { blueprint, evaluator, records }
    }

    /// The language of what is written.
    pub(super) fn language(&self) -> Language {
        self.blueprint.settings.language
    }

    /// The record at `place`.
    pub(super) fn record(&self, place: usize) -> Option<&Record<'a>> {
        self.records.get(place)
    }
}

impl<'a> Record<'a> {
    /// The properties whose values are options, each with the name of its type and the options.
    pub(super) fn choices(&self) -> impl Iterator<Item = (&Property<'a>, &str, &[Choice])> {
        self.properties.iter().filter_map(|property| match &property.item {
            Item::Choice(name, choices) => Some((property, name.as_str(), choices.as_slice())),
            _ => None,
        })
    }
}

impl Property<'_> {
    /// Whether null stands for no value.
    pub(super) fn is_nullable(&self) -> bool {
        !self.is_required && !self.is_list && self.item != Item::Bool
    }
}

/// Where each table is, by its id.
fn places(blueprint: &Blueprint) -> HashMap<&TableId, usize> {
    blueprint.tables.iter().enumerate().map(|(place, table)| (&table.id, place)).collect()
}

/// Names of types given out so far.
struct TypeNames(Taken);

fn type_names() -> TypeNames {
    let mut taken = Taken::default();
    for name in RESERVED_TYPES {
        taken.claim_identifier(name.to_owned());
    }
    TypeNames(taken)
}

impl TypeNames {
    /// The stem of a record's types: with each ending that types have, it is nobody else's name.
    fn record(&mut self, key: &str) -> String {
        let stem = self.0.claim(pascal(key), numbered);
        for ending in ["Id", "Row", "Create", "Update", "Page"] {
            self.0.claim(format!("{stem}{ending}"), numbered);
        }
        stem
    }

    fn choice(&mut self, stem: &str, key: &str) -> String {
        self.0.claim(format!("{stem}{}", pascal(key)), numbered)
    }
}

fn numbered(name: &str, number: usize) -> String {
    format!("{name}{number}")
}

/// `follow_up_date` as `FollowUpDate`.
pub(super) fn pascal(key: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    };
    key.split('_').map(word).collect()
}

struct Properties<'a, 'b> {
    schema: &'b Schema<'a>,
    places: &'b HashMap<&'a TableId, usize>,
    names: &'b mut TypeNames,
}

impl<'a> Properties<'a, '_> {
    fn of(mut self, table: &'a Table, stem: &str) -> Vec<Property<'a>> {
        let mut keys = Taken::default();
        keys.claim_identifier("id".to_owned());
        let property = |field: &'a Field| {
            let key = keys.claim_identifier(identifier(&field.name, field.id.as_str()));
            self.property(field, key, stem)
        };
        table.fields.iter().map(property).collect()
    }

    fn property(&mut self, field: &'a Field, key: String, stem: &str) -> Property<'a> {
        let is_read_only = field.kind.is_computed()
            || matches!(field.kind, FieldKind::CreatedAt | FieldKind::UpdatedAt | FieldKind::AutoId { .. });
        let is_list = matches!(
            field.kind,
            FieldKind::MultiSelect { .. }
                | FieldKind::Person { many: true }
                | FieldKind::Relation { cardinality: Cardinality::Many, .. }
        );
        let is_required = !is_read_only && (field.required || matches!(field.kind, FieldKind::Title));
        let item = self.item(field, stem, &key);
        Property { field, key, item, is_list, is_required, is_read_only }
    }

    fn item(&mut self, field: &Field, stem: &str, key: &str) -> Item {
        match &field.kind {
            FieldKind::Number { .. } => Item::Number,
            FieldKind::Rating { max } => Item::Rating(*max),
            FieldKind::Checkbox => Item::Bool,
            FieldKind::Date => Item::Date,
            FieldKind::Datetime | FieldKind::CreatedAt | FieldKind::UpdatedAt => Item::Datetime,
            FieldKind::Url | FieldKind::Attachment => Item::Url,
            FieldKind::Email => Item::Email,
            FieldKind::Select { options } | FieldKind::MultiSelect { options } if !options.is_empty() => {
                Item::Choice(self.names.choice(stem, key), choices(options))
            }
            FieldKind::Relation { table, .. } => {
                self.places.get(table).map_or(Item::Text, |place| Item::Link(*place))
            }
            FieldKind::Rollup { .. } | FieldKind::Formula { .. } => match self.schema.type_of(&field.id) {
                Some(Type::Number) => Item::Number,
                Some(Type::Bool) => Item::Bool,
                Some(Type::Date) => Item::Date,
                Some(Type::Datetime) => Item::Datetime,
                Some(Type::Text) | None => Item::Text,
            },
            _ => Item::Text,
        }
    }
}

/// Each name once; an option without one goes by its id, as in the values of rows.
fn choices(options: &[SelectOption]) -> Vec<Choice> {
    let mut variants = Taken::default();
    // A keyword of Rust in this very spelling.
    variants.claim_identifier("Self".to_owned());
    let mut choices: Vec<Choice> = Vec::new();
    for option in options {
        let name = if option.name.is_empty() { option.id.as_str() } else { &option.name };
        if choices.iter().any(|choice| choice.name == name) {
            continue;
        }
        let words = if ascii_words(name).is_empty() { option.id.as_str() } else { name };
        let variant = variants.claim(pascal(&identifier(words, option.id.as_str())), numbered);
        choices.push(Choice { name: name.to_owned(), variant });
    }
    choices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_names_of_types() {
        assert_eq!(pascal("follow_up_date"), "FollowUpDate");
        assert_eq!(pascal("x_2nd"), "X2nd");
    }

    #[test]
    fn names_of_types_never_meet() {
        let mut names = type_names();

        let stems = ["sessions", "sessions_row", "naive_date"].map(|key| names.record(key));

        assert_eq!(stems, ["Sessions", "SessionsRow2", "NaiveDate2"]);
        assert_eq!(names.choice("Sessions", "row"), "SessionsRow3");
    }

    #[test]
    fn options_keep_their_names_and_have_variants() {
        let option = |id: &str, name: &str| SelectOption {
            id: id.into(),
            name: name.to_owned(),
            color: shared::blueprint::Color::default(),
        };
        let options = [
            option("opt_a", "On-Hold"),
            option("opt_b", "on hold"),
            option("opt_c", "会话"),
            option("opt_d", "会话"),
            option("opt_e", ""),
        ];

        let found: Vec<_> =
            choices(&options).into_iter().map(|choice| (choice.name, choice.variant)).collect();

        let expected = [("On-Hold", "OnHold"), ("on hold", "OnHold2"), ("会话", "OptC"), ("opt_e", "OptE")];
        assert_eq!(found, expected.map(|(name, variant)| (name.to_owned(), variant.to_owned())));
    }
}
