//! Numbers about requests, in Prometheus' words, served on a port of their own.

use std::sync::OnceLock;
use std::time::Duration;

use actix_web::http::{Method, StatusCode};
use actix_web::{HttpResponse, get};
use metrics::{Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use shared::api::client_errors::ClientErrorKind;

const REQUESTS: &str = "http_requests_total";
const DURATION: &str = "http_request_duration_seconds";
const CLIENT_ERRORS: &str = "client_errors_total";
const IN_FLIGHT: &str = "http_requests_in_flight";

/// Upper bounds of the latency histogram's buckets, in seconds.
const BUCKETS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

static RECORDER: OnceLock<PrometheusHandle> = OnceLock::new();

/// Starts counting; harmless when done twice.
pub(crate) fn install() {
    RECORDER.get_or_init(|| {
        let recorder = match PrometheusBuilder::new().set_buckets(&BUCKETS) {
            Ok(builder) => builder.build_recorder(),
            Err(_) => PrometheusBuilder::new().build_recorder(),
        };
        let handle = recorder.handle();
        // A second recorder can only be one that somebody else installed first; theirs stays.
        let _ = metrics::set_global_recorder(recorder);
        describe_counter!(REQUESTS, "Requests answered");
        describe_histogram!(DURATION, Unit::Seconds, "Time from a request's first byte to its answer's head");
        describe_counter!(CLIENT_ERRORS, "Errors that clients reported");
        describe_gauge!(IN_FLIGHT, "Requests being worked on");
        handle
    });
}

/// Frees what the exporter keeps until somebody scrapes it.
pub(crate) fn upkeep() {
    if let Some(recorder) = RECORDER.get() {
        recorder.run_upkeep();
    }
}

/// Counts a request as being worked on for as long as it lives.
pub(crate) struct InFlight;

impl InFlight {
    pub(crate) fn begin() -> Self {
        gauge!(IN_FLIGHT).increment(1);
        Self
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        gauge!(IN_FLIGHT).decrement(1);
    }
}

/// Counts an answered request.
pub(crate) fn answered(method: &Method, route: &str, status: StatusCode, duration: Duration) {
    let method = known(method);
    let route = route.to_owned();
    counter!(REQUESTS, "method" => method, "route" => route.clone(), "status" => status.as_u16().to_string())
        .increment(1);
    histogram!(DURATION, "method" => method, "route" => route).record(duration.as_secs_f64());
}

/// Counts an error that a client reported.
pub(crate) fn client_failed(kind: ClientErrorKind) {
    counter!(CLIENT_ERRORS, "kind" => kind.as_str()).increment(1);
}

/// Anybody can invent methods; every one would be a time series of its own.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// All numbers, for Prometheus to collect.
#[get("/metrics")]
pub(crate) async fn show_metrics() -> HttpResponse {
    let text = RECORDER.get().map(PrometheusHandle::render).unwrap_or_default();
    HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(text)
}
