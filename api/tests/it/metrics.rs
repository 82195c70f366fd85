//! Numbers for Prometheus.

use reqwest::Method;

use crate::harness::{TestServer, send};

#[actix_web::test]
async fn requests_are_counted_by_route_on_a_port_of_their_own() {
    let server = TestServer::with(&[("METRICS_PORT", "0")]);
    server.get("/api/v1/platforms/notion").await;
    server.get("/api/v1/platforms/airtable").await;
    send(server.request("BREW".parse::<Method>().expect("a method"), "/api/v1/health")).await;

    let address = server.metrics_address.expect("metrics are on");
    let numbers = reqwest::get(format!("http://{address}/metrics"))
        .await
        .expect("an answer")
        .text()
        .await
        .expect("text");

    let counted =
        "http_requests_total{method=\"GET\",route=\"/api/v1/platforms/{platform}\",status=\"200\"} ";
    assert!(numbers.contains(counted), "{numbers}");
    assert!(numbers.contains("http_request_duration_seconds_bucket{"), "{numbers}");
    assert!(numbers.contains("\nhttp_requests_in_flight "), "{numbers}");
    assert!(
        numbers.contains("method=\"other\"") && !numbers.contains("BREW"),
        "invented methods share a series"
    );
    assert!(!server.get("/metrics").await.text().contains("http_requests"), "not where everybody looks");
}
