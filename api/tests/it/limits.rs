//! Too many requests, and too slow ones.

use std::time::Duration;

use reqwest::StatusCode;
use shared::api::problem::ProblemCode;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::harness::TestServer;

#[actix_web::test]
async fn an_address_that_asks_too_often_is_told_how_long_to_wait() {
    let server = TestServer::with(&[("RATE_LIMIT_PER_MINUTE", "2")]);

    let first = server.get("/api/v1/platforms").await;
    assert_eq!(first.header("ratelimit-policy"), "\"address\";q=2;w=60");
    assert_eq!(first.header("ratelimit"), "\"address\";r=1;t=30");
    assert_eq!(first.header("x-ratelimit-limit"), "2");
    assert_eq!(first.header("x-ratelimit-remaining"), "1");
    assert!(first.header("x-ratelimit-reset").parse::<u64>().is_ok_and(|reset| reset > 1_700_000_000));
    assert_eq!(
        server.get("/api/v1/nothing").await.header("x-ratelimit-remaining"),
        "0",
        "errors count as well"
    );

    let refused = server.get("/api/v1/platforms").await;
    assert_eq!(refused.problem().code, ProblemCode::RateLimited);
    let wait: u64 = refused.header("retry-after").parse().expect("seconds");
    assert!((1..=30).contains(&wait), "{wait}");
    assert!(refused.header("ratelimit").starts_with("\"address\";r=0;t="));

    assert_eq!(server.get("/api/v1/health").await.status, StatusCode::OK, "health is free");
    assert_eq!(server.get("/").await.status, StatusCode::OK, "and so is the client");
}

#[actix_web::test]
async fn addresses_behind_a_trusted_proxy_are_told_apart() {
    let server = TestServer::with(&[("RATE_LIMIT_PER_MINUTE", "1"), ("TRUSTED_PROXIES", "127.0.0.0/8")]);
    let ask = async |address: &str| {
        server.get_with("/api/v1/platforms", &[("X-Forwarded-For", address)]).await.status
    };

    assert_eq!(ask("198.51.100.1").await, StatusCode::OK);
    assert_eq!(ask("198.51.100.2").await, StatusCode::OK);
    assert_eq!(ask("198.51.100.1").await, StatusCode::TOO_MANY_REQUESTS);
}

#[actix_web::test]
async fn a_limit_of_zero_is_no_limit() {
    let server = TestServer::with(&[("RATE_LIMIT_PER_MINUTE", "0")]);

    assert_eq!(server.get("/api/v1/platforms").await.header("ratelimit"), "");
}

#[actix_web::test]
async fn a_body_that_does_not_arrive_is_given_up() {
    let server = TestServer::with(&[("REQUEST_TIMEOUT_SECONDS", "1")]);
    let mut stream = TcpStream::connect(server.address).await.expect("a connection");
    let head = "POST /api/v1/designs HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{";
    stream.write_all(head.as_bytes()).await.expect("sent");

    let mut answer = vec![0; 4096];
    let reading = tokio::time::timeout(Duration::from_secs(10), stream.read(&mut answer));
    let n_bytes = reading.await.expect("an answer in time").expect("an answer");

    let answer = String::from_utf8_lossy(&answer[..n_bytes]).into_owned();
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("application/problem+json"), "{answer}");
}

#[actix_web::test]
async fn a_body_that_breaks_off_is_unreadable_and_harms_nobody() {
    let server = TestServer::start();
    let mut stream = TcpStream::connect(server.address).await.expect("a connection");
    let head = "POST /api/v1/designs HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n";
    stream.write_all(head.as_bytes()).await.expect("sent");

    let mut answer = String::new();
    let _ = tokio::time::timeout(Duration::from_secs(10), stream.read_to_string(&mut answer)).await;

    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    assert_eq!(server.get("/api/v1/health").await.status, StatusCode::OK);
}

#[actix_web::test]
async fn a_body_without_an_announced_length_is_measured_as_it_comes() {
    let server = TestServer::start();
    let chunks = futures::stream::iter((0..30).map(|_| Ok::<_, std::io::Error>(vec![b' '; 100_000])));

    let answer =
        server.post_text("/api/v1/designs", "application/json", reqwest::Body::wrap_stream(chunks)).await;

    assert_eq!(answer.problem().code, ProblemCode::TooLarge);
}

#[actix_web::test]
async fn a_server_that_is_stopped_ends_cleanly() {
    let server = TestServer::start();
    assert_eq!(server.get("/api/v1/health").await.status, StatusCode::OK);

    server.stop().await;
}
