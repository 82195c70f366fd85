//! What can be chosen, and the server's health.

use reqwest::{Method, StatusCode};
use shared::api::health::Health;
use shared::api::options::Options;
use shared::api::platforms::{PlatformDetails, Platforms};
use shared::platform::Platform;

use crate::harness::{TestServer, send};

#[actix_web::test]
async fn health_says_ok_and_is_never_cached() {
    let server = TestServer::start();

    let answer = server.get("/api/v1/health").await;

    assert_eq!(answer.good::<Health>().status, "ok");
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[actix_web::test]
async fn options_come_in_the_language_asked_for() {
    let server = TestServer::start();

    let english = server.get("/api/v1/options").await;
    let german = server.get_with("/api/v1/options", &[("Accept-Language", "de-CH, en;q=0.7")]).await;

    assert_eq!(english.good::<Options>().priorities[1].label, "Search");
    assert_eq!(german.good::<Options>().priorities[1].label, "Suche");
    assert_eq!(english.header("content-language"), "en");
    assert_eq!(german.header("content-language"), "de");
    assert!(german.header("vary").contains("accept-language"));
}

#[actix_web::test]
async fn every_platform_of_the_list_can_be_found() {
    let server = TestServer::start();
    let platforms: Platforms = server.get("/api/v1/platforms").await.good();
    assert_eq!(platforms.data.iter().map(|platform| platform.id).collect::<Vec<_>>(), Platform::ALL);

    for platform in platforms.data {
        for language in ["en", "de"] {
            let path = format!("/api/v1/platforms/{}", platform.id);
            let answer = server.get_with(&path, &[("Accept-Language", language)]).await;
            let details: PlatformDetails = answer.good();

            assert_eq!((details.id, details.name.as_str()), (platform.id, platform.name.as_str()));
            assert!(
                !answer.text().contains('{') || !answer.text().contains("{name}"),
                "an unfilled sentence"
            );
        }
    }
}

#[actix_web::test]
async fn what_stays_the_same_is_not_sent_twice() {
    let server = TestServer::start();
    for path in ["/api/v1/options", "/api/v1/platforms", "/api/v1/platforms/notion", "/api/v1/openapi.json"] {
        let first = server.get(path).await;
        let tag = first.header("etag").to_owned();
        assert!(tag.starts_with("W/\""), "{tag}");
        assert_eq!(first.header("cache-control"), "public, max-age=300");

        let second = server.get_with(path, &[("If-None-Match", &tag)]).await;
        assert_eq!((second.status, second.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
        assert_eq!(second.header("etag"), tag);

        let any = server.get_with(path, &[("If-None-Match", "*")]).await;
        assert_eq!(any.status, StatusCode::NOT_MODIFIED);
        let other = server.get_with(path, &[("If-None-Match", "\"else\"")]).await;
        assert_eq!(other.status, StatusCode::OK);
    }
}

#[actix_web::test]
async fn answers_are_compressed_for_whom_likes_it_and_plain_for_whom_refuses_everything() {
    let server = TestServer::start();

    let brotli = server.get_with("/api/v1/options", &[("Accept-Encoding", "br")]).await;
    let picky = server.get_with("/api/v1/options", &[("Accept-Encoding", "identity;q=0, lzma")]).await;
    let head = send(server.request(Method::HEAD, "/api/v1/options")).await;

    assert_eq!(brotli.header("content-encoding"), "br");
    assert_eq!((picky.status, picky.header("content-encoding")), (StatusCode::OK, ""));
    assert_eq!(head.header("content-type"), "application/json");
}
