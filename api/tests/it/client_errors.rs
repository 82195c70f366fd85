//! Errors that clients report.

use reqwest::StatusCode;
use serde_json::json;
use shared::api::client_errors::ClientError;
use shared::api::problem::ProblemCode;

use crate::harness::{TestServer, example};

#[actix_web::test]
async fn a_report_is_scrubbed_and_counted() {
    let server = TestServer::with(&[("METRICS_PORT", "0")]);
    let mut report = example("create_client_error");
    report["message"] = json!("no table \"My divorce\" for ana@example.org at app.rs:7");

    let taken: ClientError = server.post("/api/v1/client-errors", &report).await.good();

    assert_eq!(taken.message, "no table \"[text]\" for [mail] at app.rs:7");
    let address = server.metrics_address.expect("metrics are on");
    let numbers = reqwest::get(format!("http://{address}/metrics")).await.expect("an answer");
    let numbers = numbers.text().await.expect("text");
    assert!(numbers.contains("client_errors_total{kind=\"load\"} "), "{numbers}");
}

#[actix_web::test]
async fn reports_have_a_limit_of_their_own() {
    let server = TestServer::with(&[("RATE_LIMIT_PER_MINUTE", "100")]);
    let report = example("create_client_error");

    for _ in 0..10 {
        assert_eq!(server.post("/api/v1/client-errors", &report).await.status, StatusCode::OK);
    }

    let refused = server.post("/api/v1/client-errors", &report).await;
    assert_eq!(refused.problem().code, ProblemCode::RateLimited);
    assert_eq!(server.get("/api/v1/platforms").await.status, StatusCode::OK, "everything else goes on");
}
