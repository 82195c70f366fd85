//! The documentation for people.

use shared::api::problem::ProblemCode;

use crate::harness::{TestServer, operations};

#[actix_web::test]
async fn the_page_lists_every_operation_and_needs_no_script_nor_outside() {
    let server = TestServer::start();

    let page = server.get("/api/docs").await;

    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    assert!(page.header("content-security-policy").starts_with("default-src 'none'; style-src 'self';"));
    for operation in operations(&api::openapi::document()) {
        assert!(page.text().contains(&format!("<section id=\"{}\">", operation.id)), "{}", operation.id);
    }
    for forbidden in ["<script", " style=", "src=\"http", "href=\"http", "<style"] {
        assert!(!page.text().contains(forbidden), "{forbidden}");
    }
    let style = server.get("/api/docs/style.css").await;
    assert_eq!(style.header("content-type"), "text/css; charset=utf-8");
}

#[actix_web::test]
async fn every_problem_is_explained_where_its_type_points() {
    let server = TestServer::start();

    let page = server.get("/api/docs/problems").await;

    for code in ProblemCode::ALL {
        assert!(page.text().contains(&format!("<section id=\"{}\">", code.as_str())));
    }
}
