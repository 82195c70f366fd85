//! Schemas, types and diagrams of the tables.
//!
//! Every format is written from one model of the tables as records: see [`model`] for the names and types, [`row`]
//! for the form of the data that all of them describe.

mod code;
mod diagram;
mod json;
mod json_schema;
mod mermaid;
mod model;
mod openapi;
mod property;
mod row;
mod rust_types;
mod typescript_types;
mod words;

use shared::blueprint::Blueprint;

use model::Model;

/// JSON Schema of the rows.
pub(crate) fn json_schema(blueprint: &Blueprint) -> Result<String, serde_json::Error> {
    json_schema::write(&Model::new(blueprint))
}

/// OpenAPI document of a service over the rows.
pub(crate) fn openapi(blueprint: &Blueprint) -> Result<String, serde_json::Error> {
    openapi::write(&Model::new(blueprint))
}

/// Types of the rows in Rust.
pub(crate) fn rust_types(blueprint: &Blueprint) -> String {
    rust_types::write(&Model::new(blueprint))
}

/// Types of the rows in TypeScript.
pub(crate) fn typescript_types(blueprint: &Blueprint) -> String {
    typescript_types::write(&Model::new(blueprint))
}

/// Entity diagram as Mermaid text.
pub(crate) fn mermaid(blueprint: &Blueprint) -> String {
    mermaid::write(&Model::new(blueprint))
}

/// Entity diagram as a picture.
pub(crate) fn diagram_svg(blueprint: &Blueprint) -> String {
    diagram::write(&Model::new(blueprint))
}
