//! What every operation shares: security, parameters, headers, answers, schemas.

use shared::words::Language;

use super::super::json::{Json, Object};
use super::super::model::Model;
use super::super::words::word;
use super::operations::response_name;
use super::record;

/// Errors by their status, with the key of their title.
const ERRORS: [(&str, &str, u64); 8] = [
    ("400", "problem_bad_request", 400),
    ("401", "problem_unauthorized", 401),
    ("404", "problem_not_found", 404),
    ("409", "problem_conflict", 409),
    ("410", "problem_gone", 410),
    ("412", "problem_precondition_failed", 412),
    ("422", "problem_unprocessable_content", 422),
    ("429", "problem_too_many_requests", 429),
];

/// Longest page.
const LIMIT_MAX: u64 = 100;
/// Length of a page when nobody says.
const LIMIT_DEFAULT: u64 = 25;

/// The components.
pub(super) fn components(model: &Model<'_>) -> Object {
    let language = model.language();
    let bearer = Object::new()
        .with("type", "http")
        .with("scheme", "bearer")
        .with("description", word(language, "api_bearer"));
    let schemas = model.records.iter().flat_map(|record| record::schemas(model, record));
    let problems = [("Problem".to_owned(), problem(language).into())];
    Object::new()
        .with("securitySchemes", Object::new().with("bearer", bearer))
        .with("parameters", parameters(language))
        .with("headers", headers(language))
        .with("responses", responses(language))
        .with("schemas", schemas.chain(problems).collect::<Object>())
}

fn parameters(language: Language) -> Object {
    let text = || Object::new().with("type", "string").with("minLength", 1_u64);
    let limit = Object::new()
        .with("type", "integer")
        .with("minimum", 1_u64)
        .with("maximum", LIMIT_MAX)
        .with("default", LIMIT_DEFAULT);
    let parameter = |name: &str, place: &str, about: &'static str, schema: Object| {
        let object = Object::new().with("name", name).with("in", place);
        let object = object.with("description", word(language, about));
        object.with_some("required", (place == "path").then_some(true)).with("schema", schema)
    };
    Object::new()
        .with("RowId", parameter("id", "path", "row_id", text()))
        .with("Limit", parameter("limit", "query", "api_limit", limit))
        .with("Cursor", parameter("cursor", "query", "api_cursor", text()))
        .with("IdempotencyKey", parameter("Idempotency-Key", "header", "api_idempotency_key", text()))
        .with("IfMatch", parameter("If-Match", "header", "api_if_match", text()))
        .with("IfNoneMatch", parameter("If-None-Match", "header", "api_if_none_match", text()))
}

fn headers(language: Language) -> Object {
    let header = |about: &'static str, schema: Object| {
        Object::new().with("description", word(language, about)).with("schema", schema)
    };
    let text = Object::new().with("type", "string");
    let location = text.clone().with("format", "uri-reference");
    let seconds = Object::new().with("type", "integer").with("minimum", 0_u64);
    Object::new()
        .with("ETag", header("api_etag", text.clone()))
        .with("Link", header("api_link", text))
        .with("Location", header("api_location", location))
        .with("RetryAfter", header("api_retry_after", seconds))
}

fn responses(language: Language) -> Object {
    let unmodified = Object::new().with("description", word(language, "api_not_modified"));
    let error = |(status, key, number): &(&str, &'static str, u64)| {
        let title = word(language, key);
        let content = Object::new()
            .with("schema", Object::reference("#/components/schemas/Problem"))
            .with("example", problem_example(title, *number, key));
        let wait = Object::new().with("Retry-After", Object::reference("#/components/headers/RetryAfter"));
        let response = Object::new()
            .with("description", title)
            .with_some("headers", (*status == "429").then_some(wait))
            .with("content", Object::new().with("application/problem+json", content));
        (response_name(status).to_owned(), response.into())
    };
    let unmodified = (response_name("304").to_owned(), unmodified.into());
    std::iter::once(unmodified).chain(ERRORS.iter().map(error)).collect()
}

fn problem_example(title: &str, status: u64, key: &str) -> Object {
    Object::new()
        .with("type", "about:blank")
        .with("title", title)
        .with("status", status)
        .with("code", key.trim_start_matches("problem_"))
}

/// An error, as RFC 9457 says it; more members may come.
fn problem(language: Language) -> Object {
    let described = |about: &'static str| Object::new().with("description", word(language, about));
    let text = |about| described(about).with("type", "string");
    let fault = Object::new()
        .with("detail", text("problem_detail"))
        .with("pointer", text("problem_pointer"))
        .with("code", text("problem_code"));
    let fault = Object::new()
        .with("type", "object")
        .with("properties", fault)
        .with("required", Json::list(["detail", "pointer"]));
    let status =
        described("problem_status").with("type", "integer").with("minimum", 400_u64).with("maximum", 599_u64);
    let properties = Object::new()
        .with("type", text("problem_type").with("format", "uri-reference"))
        .with("title", text("problem_title"))
        .with("status", status)
        .with("detail", text("problem_detail"))
        .with("instance", text("problem_instance").with("format", "uri-reference"))
        .with("code", text("problem_code"))
        .with("errors", described("problem_errors").with("type", "array").with("items", fault));
    Object::new()
        .with("title", word(language, "problem"))
        .with("type", "object")
        .with("properties", properties)
        .with("required", Json::list(["title", "status"]))
}
