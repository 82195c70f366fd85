//! Parameters of lists: the fields that the table's views filter and sort by.

use shared::blueprint::{FieldKind, Operator};

use super::super::code::markdown;
use super::super::json::{Json, Object};
use super::super::model::{Item, Model, Property, Record};
use super::super::property::typed;
use super::super::words::{sentence, word};

/// How a parameter tests a property.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Test {
    Is,
    IsNot,
    Contains,
    IsEmpty,
    AtLeast,
    AtMost,
}

impl Test {
    const ALL: [Self; 6] =
        [Self::Is, Self::IsNot, Self::Contains, Self::IsEmpty, Self::AtLeast, Self::AtMost];

    /// What stands after the property's key, in brackets; nothing for the plain test.
    fn name(self) -> Option<&'static str> {
        match self {
            Self::Is => None,
            Self::IsNot => Some("not"),
            Self::Contains => Some("contains"),
            Self::IsEmpty => Some("is_empty"),
            Self::AtLeast => Some("at_least"),
            Self::AtMost => Some("at_most"),
        }
    }

    fn sentence(self) -> &'static str {
        match self {
            Self::Is => "filter_is",
            Self::IsNot => "filter_not",
            Self::Contains => "filter_contains",
            Self::IsEmpty => "filter_is_empty",
            Self::AtLeast => "filter_at_least",
            Self::AtMost => "filter_at_most",
        }
    }

    fn schema(self, item: &Item) -> Object {
        let one = typed(Object::new(), item, false);
        match (self, item) {
            (Self::IsEmpty, _) => Object::new().with("type", "boolean"),
            (Self::AtLeast | Self::AtMost, _) | (Self::Is | Self::IsNot, Item::Bool) => one,
            (Self::Is | Self::IsNot | Self::Contains, _) => {
                Object::new().with("type", "array").with("items", one).with("minItems", 1_u64)
            }
        }
    }
}

/// The parameters of the list of `record`.
pub(super) fn parameters(model: &Model<'_>, record: &Record<'_>) -> Vec<Object> {
    let mut parameters = vec![sort(model, record)];
    for property in &record.properties {
        let used = used(record, property);
        for test in Test::ALL.into_iter().filter(|test| used.contains(test)) {
            let name = match test.name() {
                Some(name) => format!("filter[{}][{name}]", property.key),
                None => format!("filter[{}]", property.key),
            };
            let field = markdown(&property.field.name);
            let about = sentence(model.language(), test.sentence(), &[("field", &field)]);
            let parameter = Object::new().with("name", name).with("in", "query").with("description", about);
            parameters.push(parameter.with("schema", test.schema(&property.item)));
        }
    }
    parameters
}

/// The tests of `property` that views make; what stands for a few values can be asked for by each of them, too.
fn used(record: &Record<'_>, property: &Property<'_>) -> Vec<Test> {
    let filters = record.table.views.iter().filter_map(|view| view.filter.as_ref());
    let conditions = filters.flat_map(|filter| &filter.conditions);
    let own = conditions.filter(|condition| condition.field == property.field.id);
    let mut used: Vec<Test> =
        own.flat_map(|condition| tests(condition.operator, &property.field.kind)).copied().collect();
    if !used.is_empty() && matches!(property.item, Item::Choice(..) | Item::Link(_) | Item::Bool) {
        used.push(Test::Is);
    }
    used
}

fn tests(operator: Operator, kind: &FieldKind) -> &'static [Test] {
    let is_text = matches!(kind, FieldKind::Title | FieldKind::Text | FieldKind::LongText);
    match operator {
        Operator::IsAnyOf if is_text => &[Test::Contains],
        Operator::Is | Operator::IsAnyOf | Operator::IsMe => &[Test::Is],
        Operator::IsNot => &[Test::IsNot],
        Operator::Contains => &[Test::Contains],
        Operator::IsEmpty | Operator::IsNotEmpty => &[Test::IsEmpty],
        Operator::AtLeast => &[Test::AtLeast],
        Operator::AtMost => &[Test::AtMost],
        Operator::Within => &[Test::AtLeast, Test::AtMost],
    }
}

/// By the title, the times and whatever views sort by.
fn sort(model: &Model<'_>, record: &Record<'_>) -> Object {
    let is_sorted = |property: &&Property<'_>| {
        let mut sorts = record.table.views.iter().flat_map(|view| &view.sorts);
        matches!(property.field.kind, FieldKind::Title | FieldKind::CreatedAt | FieldKind::UpdatedAt)
            || sorts.any(|sort| sort.field == property.field.id)
    };
    let keys = record.properties.iter().filter(is_sorted).map(|property| &property.key);
    let names = keys.flat_map(|key| [key.clone(), format!("-{key}")]);
    let item = Object::new().with("type", "string").with("enum", Json::list(names));
    let schema = Object::new().with("type", "array").with("items", item).with("minItems", 1_u64);
    Object::new()
        .with("name", "sort")
        .with("in", "query")
        .with("description", word(model.language(), "api_sort"))
        .with("style", "form")
        .with("explode", false)
        .with("schema", schema)
}
