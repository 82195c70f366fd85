//! What is wrong with a blueprint.

use serde_json::json;
use shared::api::validations::Validation;

use crate::harness::{TestServer, example};

#[actix_web::test]
async fn a_sound_blueprint_has_no_problems() {
    let server = TestServer::start();

    let answer: Validation = server.post("/api/v1/validations", &example("create_validation")).await.good();

    assert_eq!(answer.problems, []);
}

#[actix_web::test]
async fn problems_that_leave_the_structure_whole_are_an_answer_and_no_error() {
    let server = TestServer::start();
    let mut body = example("create_validation");
    body["blueprint"]["tables"][0]["fields"][1]["name"] = json!("Title");
    body.as_object_mut().expect("an object").remove("platform");

    let answer: Validation = server.post("/api/v1/validations", &body).await.good();

    let found: Vec<_> = answer.problems.iter().map(|problem| problem.pointer.as_str()).collect();
    assert_eq!(found, ["#/tables/0/fields/1/name"]);
}
