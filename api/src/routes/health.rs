//! Whether the server is well.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::Json;
use actix_web::{Responder, get};
use shared::api::health::Health;

/// Say that the server takes requests.
///
/// Costs nothing and is never refused: for load balancers and probes.
#[utoipa::path(tag = "server", responses((status = OK, description = "The server takes requests.", body = Health)))]
#[get("/health")]
pub(crate) async fn check_health() -> impl Responder {
    let health = Health { status: "ok".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() };
    Json(health).customize().insert_header((CACHE_CONTROL, "no-store"))
}
