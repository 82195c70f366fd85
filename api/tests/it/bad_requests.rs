//! Every operation of the document, and everything that can be wrong with a request to it.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use shared::api::problem::ProblemCode;

use crate::harness::{TestServer, operations, send};

/// A change of the example request, and how it is refused.
struct Row {
    /// Where to write, as a JSON pointer.
    at: &'static str,
    value: Value,
    refusal: &'static str,
}

fn row(at: &'static str, value: Value, refusal: &'static str) -> Row {
    Row { at, value, refusal }
}

/// What is particular to each operation; one that is not listed fails.
fn rows(operation_id: &str) -> Vec<Row> {
    match operation_id {
        "check_health" | "list_options" | "list_platforms" | "find_platform" | "show_openapi" => Vec::new(),
        "create_design" => vec![
            row("/answers/platform", json!("hunter2"), "422 invalid #/answers/platform (form)"),
            row("/answers/priorities", json!([]), "422 invalid #/answers/priorities (length)"),
            row(
                "/answers/priorities",
                json!(["search", "search"]),
                "422 invalid #/answers/priorities (unique)",
            ),
            row("/answers/hunter2", json!(1), "422 invalid #/answers/hunter2 (form)"),
            row(
                "/answers/customization/timezone",
                json!("hunter2".repeat(20)),
                "422 invalid #/answers/customization/timezone (length)",
            ),
        ],
        "create_validation" | "create_plan" => blueprint_rows().into(),
        "create_client_error" => vec![
            row("/kind", json!("hunter2"), "422 invalid #/kind (form)"),
            row("/message", json!(""), "422 invalid #/message (length)"),
            row("/message", json!("hunter2".repeat(600)), "422 invalid #/message (length)"),
            row("/path", json!("/system#hunter2"), "422 invalid #/path (path)"),
            row("/path", json!("hunter2"), "422 invalid #/path (path)"),
            row("/version", json!("hunter2".repeat(9)), "422 invalid #/version (length)"),
            row("/hunter2", json!(1), "422 invalid #/hunter2 (form)"),
        ],
        "create_artifact" => {
            let format = row("/format", json!("hunter2"), "422 invalid #/format (form)");
            blueprint_rows().into_iter().chain([format]).collect()
        }
        unknown => panic!("`{unknown}` has no rows: what can be wrong with a request to it?"),
    }
}

fn blueprint_rows() -> [Row; 5] {
    [
        row("/platform", json!("hunter2"), "422 invalid #/platform (form)"),
        row("/blueprint/name", json!(7), "422 invalid #/blueprint/name (form)"),
        row("/blueprint/hunter2", json!(7), "422 invalid #/blueprint/hunter2 (form)"),
        row(
            "/blueprint/schema_version",
            json!(99),
            "422 schema_version_unsupported #/blueprint/schema_version (schema_version_unsupported)",
        ),
        row(
            "/blueprint/tables/0/views/0/sorts/0/field",
            json!("fld_hunter2"),
            "422 blueprint_broken #/blueprint/tables/0/views/0/sorts/0/field (unknown_field)",
        ),
    ]
}

/// `document` with `value` written at `pointer`, whose parent is there.
fn changed(document: &Value, pointer: &str, value: &Value) -> Value {
    let mut document = document.clone();
    let (parent, member) = pointer.rsplit_once('/').expect("a pointer");
    document.pointer_mut(parent).expect("a parent")[member] = value.clone();
    document
}

#[actix_web::test]
async fn every_operation_refuses_what_is_wrong_in_its_own_way() {
    let server = TestServer::start();
    let document = api::openapi::document();

    for operation in operations(&document) {
        for row in rows(operation.id) {
            let body = changed(operation.example().expect("an example"), row.at, &row.value);
            let answer = server.post(operation.path, &body).await;

            assert_eq!(answer.refusal(), row.refusal, "{} with {} at {}", operation.id, row.value, row.at);
            let sentences: Vec<_> = answer.problem().errors.into_iter().map(|error| error.detail).collect();
            let value_is_secret = row.value.as_str().is_some_and(|value| value == "hunter2");
            assert!(
                !(value_is_secret && sentences.concat().contains("hunter2")),
                "{sentences:?} repeats a value"
            );
        }
    }
}

#[actix_web::test]
async fn every_body_is_read_with_the_same_care() {
    let server = TestServer::start();
    let document = api::openapi::document();

    for operation in
        operations(&document).iter().filter(|operation| operation.object.get("requestBody").is_some())
    {
        let good = operation.example().expect("an example").to_string();
        for (media_type, body, refusal) in [
            ("text/plain", good.clone().into_bytes(), "415 media_type_unsupported"),
            ("", good.clone().into_bytes(), "415 media_type_unsupported"),
            ("application/json; charset=latin1", good.clone().into_bytes(), "415 media_type_unsupported"),
            ("application/json", b"{\"".to_vec(), "400 unreadable"),
            ("application/json", Vec::new(), "400 unreadable"),
            ("application/json", b"\xff{}".to_vec(), "400 unreadable"),
            ("application/json", "[".repeat(100_000).into_bytes(), "400 unreadable"),
            ("application/json", b"{}".to_vec(), "422 invalid # (form)"),
            ("application/json", b"[]".to_vec(), "422 invalid # (form)"),
            ("application/json", b"null".to_vec(), "422 invalid # (form)"),
            ("application/json", vec![b' '; 2_000_001], "413 too_large"),
        ] {
            let answer = server.post_text(operation.path, media_type, body).await;
            assert_eq!(answer.refusal(), refusal, "{}", operation.id);
        }
        let answer = server.post_text(operation.path, "application/json;charset=UTF-8", good).await;
        assert_eq!(answer.status, StatusCode::OK, "{}: {:?}", operation.id, answer.bytes);
    }
}

#[actix_web::test]
async fn every_address_names_the_methods_it_takes() {
    let server = TestServer::start();
    let document = api::openapi::document();

    for operation in operations(&document) {
        let allowed = if operation.method == Method::GET { "GET, HEAD" } else { operation.method.as_str() };
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY"] {
            if operation.method == method {
                continue;
            }
            let method: Method = method.parse().expect("a method");
            let answer = send(server.request(method.clone(), &operation.example_path())).await;
            assert_eq!(answer.refusal(), "405 method_not_allowed", "{method} {}", operation.path);
            assert_eq!(answer.header("allow"), allowed, "{method} {}", operation.path);
        }
        if operation.method == Method::GET {
            let head = send(server.request(Method::HEAD, &operation.example_path())).await;
            assert_eq!((head.status, head.bytes.len()), (StatusCode::OK, 0), "{}", operation.path);
        }
    }
}

#[actix_web::test]
async fn an_unknown_address_of_the_api_is_a_problem_and_no_page() {
    let server = TestServer::start();

    for path in
        ["/api", "/api/", "/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v2/health", "/api/v1/platforms/x"]
    {
        assert_eq!(server.get(path).await.problem().code, ProblemCode::NotFound, "{path}");
    }
    assert_eq!(server.post("/api/v1/nothing", &json!({})).await.problem().code, ProblemCode::NotFound);
    assert_eq!(server.post("/", &json!({})).await.refusal(), "405 method_not_allowed");
    assert_eq!(server.post("/api/docs", &json!({})).await.header("allow"), "GET, HEAD");
}

#[actix_web::test]
async fn a_problem_reads_well() {
    let server = TestServer::start();
    let body = json!({ "answers": {
        "platform": "notion", "team_size": "just_me", "priorities": [], "complexity": "simple",
        "features": ["tags", "tags"],
    }});

    let request =
        server.request(Method::POST, "/api/v1/designs").header("X-Request-Id", "test-1").json(&body);
    let answer = send(request).await;

    insta::assert_snapshot!(format!("{:#}", serde_json::to_value(answer.problem()).expect("JSON")));
}
