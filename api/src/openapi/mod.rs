//! The OpenAPI document: collected from the handlers, then completed by what holds for every operation.

mod examples;
mod problems;

use serde_json::{Map, Value, json};
use utoipa::OpenApi;
use utoipa_actix_web::AppExt;

use crate::routes;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Chat Session Management Builder",
        description = "Designs complete chat session management systems from a few answers, says what a platform \
            would get, and makes the files. Everything here is stateless and open to anyone; requests are counted \
            by address.\n\nErrors are problem details (RFC 9457); `/api/docs/problems` explains each `code`. \
            Requests refuse unknown members, answers may grow.",
        contact(name = "Chat Session Management Builder"),
        license(name = "MIT", identifier = "MIT")
    ),
    servers((url = "/", description = "This server")),
    tags(
        (name = "designs", description = "Answers to blueprint"),
        (name = "blueprints", description = "What can be done with a blueprint"),
        (name = "reference", description = "What can be chosen"),
        (name = "server", description = "About the server itself")
    ),
    components(schemas(shared::api::problem::ProblemDetails, shared::api::problem::FieldError, shared::api::problem::ProblemCode)),
    security(())
)]
struct Document;

/// The complete document.
pub fn document() -> Value {
    let (_, collected) = actix_web::App::new()
        .into_utoipa_app()
        .openapi(Document::openapi())
        .service(utoipa_actix_web::scope(routes::API).configure(routes::documented))
        .split_for_parts();
    // The document is made of strings and maps only, so writing it cannot fail.
    let mut document = serde_json::to_value(collected).unwrap_or_default();
    problems::add(&mut document);
    examples::add(&mut document);
    document
}

/// The document as it is checked in: indented, with a line break at its end.
pub fn text() -> String {
    format!("{:#}\n", document())
}

/// Calls `change` with every operation and its path.
fn each_operation(document: &mut Value, mut change: impl FnMut(&str, &mut Map<String, Value>)) {
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        let operations = item.as_object_mut().into_iter().flatten().map(|(_, operation)| operation);
        operations.filter_map(Value::as_object_mut).for_each(|operation| change(path, operation));
    }
}

/// A reference to a component.
fn component(kind: &str, name: &str) -> Value {
    json!({ "$ref": format!("#/components/{kind}/{name}") })
}
