//! JSON Schema of the rows, and of a file with all of them.
//!
//! A data file is `{"sessions": [{"id": …, "title": …}, …], …}`. Empty values are null or left out.

use super::json::{Json, Object};
use super::model::{Model, Record};
use super::property::Markup;
use super::words::{joined, word};

/// How many sample rows stand with a table.
const EXAMPLES: usize = 3;

/// The schema.
pub(super) fn write(model: &Model<'_>) -> Result<String, serde_json::Error> {
    let table = |record: &Record<'_>| {
        let schema = Object::new()
            .with_text("title", &record.table.name)
            .with_text("description", &record.table.description)
            .with("type", "array")
            .with("items", Object::reference(&format!("#/$defs/{}Row", record.stem)));
        (record.key.clone(), schema.into())
    };
    let about = joined(&[&model.blueprint.description, word(model.language(), "schema_about")]);
    Object::new()
        .with("$schema", "https://json-schema.org/draft/2020-12/schema")
        .with_text("title", &model.blueprint.name)
        .with_text("description", &about)
        .with("type", "object")
        .with("properties", model.records.iter().map(table).collect::<Object>())
        .with("additionalProperties", false)
        .with("$defs", model.records.iter().map(|record| definition(model, record)).collect::<Object>())
        .pretty()
}

fn definition(model: &Model<'_>, record: &Record<'_>) -> (String, Json) {
    let required = record.properties.iter().filter(|property| property.is_required);
    let required = std::iter::once("id").chain(required.map(|property| property.key.as_str()));
    let schema = model.record_schema(record, required.collect(), Markup::Plain);
    let examples = model.examples(record, EXAMPLES);
    let examples = Some(Json::list(examples)).filter(|examples| !examples.is_nothing());
    (format!("{}Row", record.stem), schema.with_some("examples", examples).into())
}
