//! The documentation for people: pages without scripts, made from the OpenAPI document.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use actix_web::web::Data;
use actix_web::{HttpResponse, get};

use crate::app::App;
use crate::docs::{POLICY, STYLE};

#[get("/api/docs")]
pub(crate) async fn show_operations(app: Data<App>) -> HttpResponse {
    page(&app.docs.operations)
}

#[get("/api/docs/problems")]
pub(crate) async fn show_problems(app: Data<App>) -> HttpResponse {
    page(&app.docs.problems)
}

#[get("/api/docs/style.css")]
pub(crate) async fn show_style() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-cache"))
        .body(STYLE)
}

fn page(html: &str) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((CONTENT_SECURITY_POLICY, POLICY))
        .insert_header((CACHE_CONTROL, "no-cache"))
        .body(html.to_owned())
}
