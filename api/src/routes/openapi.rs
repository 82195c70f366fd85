//! The OpenAPI document, served by what it describes.

use actix_web::get;
use actix_web::web::Data;
use serde_json::Value;

use super::cached::Cached;
use crate::app::App;

/// Show this document.
///
/// The same one that is checked in as `openapi/openapi.json`.
#[utoipa::path(
    tag = "server",
    responses((status = OK, description = "The OpenAPI 3.1 document of this API.", body = Object))
)]
#[get("/openapi.json")]
pub(crate) async fn show_openapi(app: Data<App>) -> Cached<Value> {
    Cached::new(app.openapi.clone())
}
