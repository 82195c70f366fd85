//! Properties as JSON Schema (draft 2020-12), which OpenAPI 3.1 speaks, too.
//!
//! Source: json-schema.org, "JSON Schema Validation", 2020-12, and the OpenAPI Specification 3.1.

use super::code::{markdown, title};
use super::json::{Json, Object};
use super::model::{Item, Model, Property, Record};
use super::words::{joined, sentence, word};

/// How readers take titles and descriptions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Markup {
    /// As they are: JSON Schema.
    Plain,
    /// Descriptions as CommonMark: OpenAPI.
    Markdown,
}

impl Markup {
    /// A text of the blueprint as a description.
    pub(super) fn description(self, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::Markdown => markdown(text),
        }
    }

    /// A text of the blueprint as a title.
    pub(super) fn title(self, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::Markdown => title(text),
        }
    }
}

impl Model<'_> {
    /// The schema of `property`.
    pub(super) fn property(&self, property: &Property<'_>, markup: Markup) -> Object {
        let schema = Object::new()
            .with_text("title", &markup.title(&property.field.name))
            .with_text("description", &markup.description(&self.description(property)));
        let schema = if property.is_list {
            schema
                .with("type", "array")
                .with("items", typed(Object::new(), &property.item, false))
                .with_some("minItems", property.is_required.then_some(1_u64))
                .with("uniqueItems", true)
        } else {
            let schema = typed(schema, &property.item, property.is_nullable());
            let must_say = property.is_required && property.item == Item::Text;
            schema.with_some("minLength", must_say.then_some(1_u64))
        };
        schema.with_some("readOnly", property.is_read_only.then_some(true))
    }

    /// What belongs in `property`, and what its form does not say by itself.
    pub(super) fn description(&self, property: &Property<'_>) -> String {
        let linked = match &property.item {
            Item::Link(place) => self.record(*place).map(|record| record.table.name.as_str()),
            _ => None,
        };
        let key = if property.is_list { "row_ids_of" } else { "row_id_of" };
        let link = linked.map(|name| sentence(self.language(), key, &[("table", name)]));
        joined(&[&property.field.description, &link.unwrap_or_default()])
    }

    /// The schema of the id of a row.
    pub(super) fn id(&self) -> Object {
        Object::new()
            .with("title", word(self.language(), "row_id"))
            .with("type", "string")
            .with("minLength", 1_u64)
            .with("readOnly", true)
    }

    /// The schema of a row: its id, and the properties that must be there.
    pub(super) fn record_schema(&self, record: &Record<'_>, required: Vec<&str>, markup: Markup) -> Object {
        let properties = record.properties.iter();
        let properties =
            properties.map(|property| (property.key.clone(), self.property(property, markup).into()));
        let id = ("id".to_owned(), self.id().into());
        Object::new()
            .with_text("title", &markup.title(&record.table.name))
            .with_text("description", &markup.description(&record.table.description))
            .with("type", "object")
            .with("properties", std::iter::once(id).chain(properties).collect::<Object>())
            .with("required", Json::list(required))
            .with("additionalProperties", false)
    }
}

/// The schema of one value; null too, where `is_nullable`.
pub(super) fn typed(schema: Object, item: &Item, is_nullable: bool) -> Object {
    let name = match item {
        Item::Number => "number",
        Item::Rating(_) => "integer",
        Item::Bool => "boolean",
        _ => "string",
    };
    let types = if is_nullable { Json::list([name, "null"]) } else { name.into() };
    let schema = schema.with("type", types);
    match item {
        Item::Rating(max) => schema.with("minimum", 1_u64).with("maximum", u64::from(*max)),
        Item::Date => schema.with("format", "date"),
        Item::Datetime => schema.with("format", "date-time"),
        Item::Url => schema.with("format", "uri"),
        Item::Email => schema.with("format", "email"),
        Item::Choice(_, choices) => {
            let names = choices.iter().map(|choice| choice.name.as_str().into());
            schema.with("enum", Json::list(names.chain(is_nullable.then_some(Json::NULL))))
        }
        Item::Link(_) => schema.with("minLength", 1_u64),
        Item::Text | Item::Number | Item::Bool => schema,
    }
}
