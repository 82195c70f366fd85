//! An OpenAPI 3.1 document of a service over the tables: list, create, find, update and delete rows.
//!
//! Errors are problem details (RFC 9457), changes are merge patches (RFC 7396), versions are entity tags (RFC 9110),
//! pages follow one another by cursors.

mod components;
mod filters;
mod operations;
mod record;

use super::code::{markdown, title};
use super::json::{Json, Object};
use super::model::{Model, Record};
use super::words::{joined, sentence, word};

/// The document.
pub(super) fn write(model: &Model<'_>) -> Result<String, serde_json::Error> {
    let tag = |record: &Record<'_>| {
        let table = record.table;
        let about = if table.description.is_empty() { &table.name } else { &table.description };
        Object::new()
            .with("name", record.key.as_str())
            .with_text("x-displayName", &title(&table.name))
            .with_text("description", &markdown(about))
    };
    Object::new()
        .with("openapi", "3.1.1")
        .with("info", info(model))
        .with("servers", Json::list([server(model)]))
        .with("security", Json::list([Object::new().with("bearer", Json::List(Vec::new()))]))
        .with("tags", Json::list(model.records.iter().map(tag)))
        .with("paths", operations::paths(model))
        .with("components", components::components(model))
        .pretty()
}

fn info(model: &Model<'_>) -> Object {
    let language = model.language();
    let blueprint = model.blueprint;
    Object::new()
        .with("title", title(&blueprint.name))
        .with("version", "1.0.0")
        .with("description", joined(&[&markdown(&blueprint.description), word(language, "api_about")]))
}

fn server(model: &Model<'_>) -> Object {
    let language = model.language();
    let host =
        Object::new().with("default", "database.internal").with("description", word(language, "api_host"));
    Object::new()
        .with("url", "https://{host}/v1")
        .with("description", sentence(language, "api_server", &[("name", &markdown(&model.blueprint.name))]))
        .with("variables", Object::new().with("host", host))
}
