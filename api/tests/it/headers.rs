//! Headers of every answer.

use reqwest::{Method, StatusCode};

use crate::harness::{TestServer, send};

const ORIGIN: &str = "https://friend.example";

#[actix_web::test]
async fn every_answer_is_hardened() {
    let server = TestServer::start();

    for path in ["/api/v1/health", "/api/v1/nothing", "/api/docs", "/"] {
        let answer = server.get(path).await;
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("x-frame-options", "DENY"),
        ] {
            assert_eq!(answer.header(name), value, "{path}");
        }
        assert!(answer.header("content-security-policy").contains("default-src 'none'"), "{path}");
        assert!(!answer.header("content-security-policy").contains("unsafe-inline"), "{path}");
        assert!(answer.header("permissions-policy").contains("camera=()"), "{path}");
        assert_eq!(answer.header("strict-transport-security"), "", "{path} came over http");
        assert_eq!(answer.header("server"), "");
    }
}

#[actix_web::test]
async fn browsers_are_told_to_stay_with_https_where_there_is_https() {
    let server = TestServer::with(&[("PUBLIC_URL", "https://chats.example.com")]);

    let answer = server.get("/api/v1/health").await;

    assert_eq!(answer.header("strict-transport-security"), "max-age=31536000");
}

#[actix_web::test]
async fn a_request_has_one_id_throughout() {
    let server = TestServer::start();

    let given = server.get_with("/api/v1/nothing", &[("X-Request-Id", "trace-1")]).await;
    let forged = server.get_with("/api/v1/nothing", &[("X-Request-Id", "a b\"}")]).await;

    assert_eq!(given.problem().request_id, "trace-1");
    assert_eq!(given.header("x-request-id"), "trace-1");
    assert_eq!(forged.problem().request_id.len(), 36, "a new UUID");
}

#[actix_web::test]
async fn other_sites_may_not_call_unless_they_are_listed() {
    let closed = TestServer::start();
    let answer = closed.get_with("/api/v1/health", &[("Origin", ORIGIN)]).await;
    assert_eq!(answer.header("access-control-allow-origin"), "");

    let open = TestServer::with(&[("CORS_ORIGINS", "https://friend.example, https://other.example/")]);
    let listed = open.get_with("/api/v1/health", &[("Origin", ORIGIN)]).await;
    let stranger = open.get_with("/api/v1/health", &[("Origin", "https://stranger.example")]).await;
    let preflight = open
        .request(Method::OPTIONS, "/api/v1/designs")
        .header("Origin", ORIGIN)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "content-type");
    let preflight = send(preflight).await;

    assert_eq!(listed.header("access-control-allow-origin"), ORIGIN);
    assert_eq!((stranger.status, stranger.header("access-control-allow-origin")), (StatusCode::OK, ""));
    assert_eq!((preflight.status, preflight.header("access-control-allow-origin")), (StatusCode::OK, ORIGIN));
}
