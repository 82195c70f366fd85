//! Files rendered from a blueprint.

use std::collections::BTreeSet;

use reqwest::StatusCode;
use serde_json::json;
use shared::api::artifacts::CreateArtifact;
use shared::artifact::ArtifactFormat;

use crate::harness::{TestServer, example};

#[actix_web::test]
async fn every_format_is_the_file_that_the_renderer_makes() {
    let server = TestServer::start();
    let mut body = example("create_artifact");

    for format in ArtifactFormat::ALL {
        body["format"] = json!(format);
        let answer = server.post("/api/v1/artifacts", &body).await;

        let request: CreateArtifact = serde_json::from_value(body.clone()).expect("a request");
        let expected = render::render(&request.blueprint, request.platform, format).expect("a file");
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header("content-type"), format.media_type());
        assert!(answer.header("content-disposition").contains(&expected.file_name));
        assert_eq!(answer.bytes, expected.bytes);
    }
}

/// Also without the letters' encoding, as a document names a media type.
#[test]
fn the_document_names_the_media_type_of_every_format_and_no_other() {
    let document = api::openapi::document();
    let content = &document["paths"]["/api/v1/artifacts"]["post"]["responses"]["200"]["content"];

    let documented: BTreeSet<_> = content.as_object().expect("content").keys().map(String::as_str).collect();

    let bare = |format: ArtifactFormat| format.media_type().split(';').next().unwrap_or_default();
    assert_eq!(documented, ArtifactFormat::ALL.map(bare).into());
}

#[actix_web::test]
async fn a_name_cannot_break_out_of_its_header() {
    let server = TestServer::start();
    let mut body = example("create_artifact");
    body["blueprint"]["name"] = json!("x\"; filename=\"/etc/passwd\r\nSet-Cookie: a=b");

    let answer = server.post("/api/v1/artifacts", &body).await;

    assert!(
        answer
            .header("content-disposition")
            .starts_with("attachment; filename=\"x-filename-etc-passwd-set-cookie-a-b")
    );
    assert_eq!(answer.header("set-cookie"), "");
}
