//! Answers → blueprint.

use serde_json::json;
use shared::api::designs::Design;
use shared::design::design;
use shared::validate::validate;

use crate::harness::{TestServer, example};

#[actix_web::test]
async fn a_design_is_what_the_shared_code_makes_of_the_answers() {
    let server = TestServer::start();
    let body = json!({ "answers": {
        "platform": "airtable", "team_size": "6_20", "complexity": "advanced",
        "priorities": ["organization", "analytics"], "features": ["projects", "dashboard"],
        "customization": { "language": "de" },
    }});

    let answer: Design = server.post("/api/v1/designs", &body).await.good();

    let answers = serde_json::from_value(body["answers"].clone()).expect("answers");
    let expected = design(&answers);
    assert_eq!(answer.problems, validate(&expected, Some(answers.platform)));
    assert_eq!(answer.blueprint, expected);
}

#[actix_web::test]
async fn the_example_of_the_document_gives_the_answer_of_the_document() {
    let server = TestServer::start();

    let answer: serde_json::Value = server.post("/api/v1/designs", &example("create_design")).await.good();

    let document = api::openapi::document();
    let expected =
        &document["paths"]["/api/v1/designs"]["post"]["responses"]["200"]["content"]["application/json"];
    assert_eq!(answer, expected["example"]);
}
