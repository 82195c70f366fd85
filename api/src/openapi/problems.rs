//! What every operation may answer besides success, and the headers of every answer: written once, referred to.

use actix_web::ResponseError;
use serde_json::{Map, Value, json};
use shared::api::body::BodyError;
use shared::api::pointer::Located;
use shared::api::problem::PROBLEM_MEDIA_TYPE;

use super::{component, each_operation};
use crate::error::ApiError;

/// Headers of every answer.
const HEADERS: [(&str, &str, &str); 3] = [
    (
        "X-Request-Id",
        "Id of the request: the client's own, or a new one",
        "0198c2a5-7b1e-7000-8000-000000000000",
    ),
    (
        "RateLimit-Policy",
        "How many requests an address may send (draft-ietf-httpapi-ratelimit-headers-10)",
        "\"address\";q=300;w=60",
    ),
    ("RateLimit", "How many are left (draft-ietf-httpapi-ratelimit-headers-10)", "\"address\";r=299;t=1"),
];

/// What goes wrong without a body being involved.
fn always() -> Vec<ApiError> {
    vec![
        ApiError::RateLimited { retry_after_seconds: 12 },
        ApiError::Internal(String::new()),
        ApiError::Unavailable,
    ]
}

/// What goes wrong with a body.
fn with_body() -> Vec<ApiError> {
    let place = Located {
        pointer: "#/answers/priorities".to_owned(),
        code: "length".to_owned(),
        sentence: "must have 1 to 8 items".to_owned(),
    };
    vec![
        ApiError::Body(BodyError::NotJson("expected value at line 1 column 1".to_owned())),
        ApiError::RequestTimeout,
        ApiError::TooLarge,
        ApiError::MediaTypeUnsupported,
        ApiError::Body(BodyError::Invalid(vec![place])),
    ]
}

pub(super) fn add(document: &mut Value) {
    let every: Vec<ApiError> = always().into_iter().chain(with_body()).chain([ApiError::NotFound]).collect();
    let responses: Map<String, Value> = every.iter().map(|error| (name(error), response(error))).collect();
    document["components"]["responses"] = responses.into();
    document["components"]["headers"] = headers();
    each_operation(document, |path, operation| {
        let mut errors = always();
        if operation.contains_key("requestBody") {
            errors.extend(with_body());
        }
        if path.contains('{') {
            errors.push(ApiError::NotFound);
        }
        let responses = operation.entry("responses").or_insert_with(|| json!({}));
        for answer in responses.as_object_mut().into_iter().flatten().map(|(_, answer)| answer) {
            for (header, ..) in HEADERS {
                answer["headers"][header] = component("headers", header);
            }
        }
        for error in errors {
            responses[error.status_code().as_str()] = component("responses", &name(&error));
        }
    });
}

/// `TooLarge` for `too_large`.
fn name(error: &ApiError) -> String {
    let capital = |word: &str| {
        word.get(..1).unwrap_or_default().to_ascii_uppercase() + word.get(1..).unwrap_or_default()
    };
    error.code().as_str().split('_').map(capital).collect()
}

fn response(error: &ApiError) -> Value {
    let mut details = error.details();
    details.request_id = HEADERS[0].2.to_owned();
    let mut response = json!({
        "description": format!("{}. {}", error.code().title(), error.code().explanation()),
        "headers": {},
        "content": { PROBLEM_MEDIA_TYPE: { "schema": component("schemas", "ProblemDetails"), "example": details } },
    });
    for (header, ..) in HEADERS {
        response["headers"][header] = component("headers", header);
    }
    if matches!(error, ApiError::RateLimited { .. } | ApiError::Unavailable) {
        response["headers"]["Retry-After"] = component("headers", "Retry-After");
    }
    response
}

fn headers() -> Value {
    let mut headers: Map<String, Value> = HEADERS
        .iter()
        .map(|(name, about, example)| {
            (
                (*name).to_owned(),
                json!({ "description": about, "schema": { "type": "string" }, "example": example }),
            )
        })
        .collect();
    let seconds = json!({ "description": "Seconds to wait", "schema": { "type": "integer", "minimum": 1 }, "example": 12 });
    headers.insert("Retry-After".to_owned(), seconds);
    headers.into()
}
