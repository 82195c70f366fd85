//! Files rendered from a blueprint.

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
