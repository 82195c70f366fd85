//! The schemas of a table: a row as it is read, made and changed, and a page of rows; with examples.

use super::super::json::{Json, Object};
use super::super::model::{Model, Property, Record};
use super::super::property::Markup;
use super::super::words::word;

/// How many rows the example of a page has.
const PAGE_EXAMPLE: usize = 2;
/// How many properties the example of a change has.
const UPDATE_EXAMPLE: usize = 2;

/// Schemas by their names.
pub(super) fn schemas(model: &Model<'_>, record: &Record<'_>) -> [(String, Json); 4] {
    let all = record.properties.iter().map(|property| property.key.as_str());
    let row = model.record_schema(record, std::iter::once("id").chain(all).collect(), Markup::Markdown);
    let required: Vec<_> = writable(record)
        .filter(|property| property.is_required)
        .map(|property| property.key.as_str())
        .collect();
    let update = input(model, record).with("minProperties", 1_u64);
    let create = input(model, record).with("required", Json::list(required));
    [
        (format!("{}Row", record.stem), row.into()),
        (format!("{}Create", record.stem), create.into()),
        (format!("{}Update", record.stem), update.into()),
        (format!("{}Page", record.stem), page(model, record).into()),
    ]
}

/// What people write of a row.
fn input(model: &Model<'_>, record: &Record<'_>) -> Object {
    let properties = writable(record)
        .map(|property| (property.key.clone(), model.property(property, Markup::Markdown).into()));
    Object::new()
        .with_text("title", &Markup::Markdown.title(&record.table.name))
        .with_text("description", &Markup::Markdown.description(&record.table.description))
        .with("type", "object")
        .with("properties", properties.collect::<Object>())
        .with("additionalProperties", false)
}

fn page(model: &Model<'_>, record: &Record<'_>) -> Object {
    let language = model.language();
    let items = Object::reference(&format!("#/components/schemas/{}Row", record.stem));
    let data = Object::new()
        .with("description", word(language, "page_data"))
        .with("type", "array")
        .with("items", items);
    let next_cursor = Object::new()
        .with("description", word(language, "page_next_cursor"))
        .with("type", Json::list(["string", "null"]));
    let has_more = Object::new().with("description", word(language, "page_has_more")).with("type", "boolean");
    let properties =
        Object::new().with("data", data).with("next_cursor", next_cursor).with("has_more", has_more);
    Object::new()
        .with("type", "object")
        .with("properties", properties)
        .with("required", Json::list(["data", "next_cursor", "has_more"]))
}

fn writable<'a, 'b>(record: &'b Record<'a>) -> impl Iterator<Item = &'b Property<'a>> {
    record.properties.iter().filter(|property| !property.is_read_only)
}

/// A row as it is read.
pub(super) fn row_example(model: &Model<'_>, record: &Record<'_>) -> Option<Object> {
    model.examples(record, 1).pop()
}

/// A row as it is made.
pub(super) fn create_example(model: &Model<'_>, record: &Record<'_>) -> Option<Object> {
    let row = row_example(model, record)?;
    Some(row.only(|key| writable(record).any(|property| property.key == key)))
}

/// A change of a row.
pub(super) fn update_example(model: &Model<'_>, record: &Record<'_>) -> Option<Object> {
    let row = row_example(model, record)?;
    let changed: Vec<_> = writable(record).take(UPDATE_EXAMPLE).map(|property| &property.key).collect();
    Some(row.only(|key| changed.iter().any(|changed| *changed == key)))
}

/// A page of rows.
pub(super) fn page_example(model: &Model<'_>, record: &Record<'_>) -> Option<Object> {
    let data = Json::list(model.examples(record, PAGE_EXAMPLE));
    Some(Object::new().with("data", data).with("next_cursor", Json::NULL).with("has_more", false))
}
