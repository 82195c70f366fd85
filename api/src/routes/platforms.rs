//! What each platform can do.

use actix_web::get;
use actix_web::web::Path;
use shared::api::platforms::{self, PlatformDetails, Platforms};
use shared::platform::Platform;

use super::cached::Cached;
use crate::error::{ApiError, ApiResult};
use crate::extract::Accepted;

/// List every platform.
///
/// With how a system gets there; `find_platform` tells the rest.
#[utoipa::path(
    tag = "reference",
    responses((status = OK, description = "Every platform, in the order in which people see them.", body = Platforms))
)]
#[get("/platforms")]
pub(crate) async fn list_platforms() -> Cached<Platforms> {
    Cached::new(platforms::list())
}

/// Find what a platform can do.
///
/// What becomes of each kind of field and view there, what it calls our words, and sizes it does not exceed.
/// Sentences come in the language of `Accept-Language`, English or German.
#[utoipa::path(
    tag = "reference",
    params(
        ("platform" = Platform, Path, description = "The platform's id", example = "notion"),
        ("Accept-Language" = Option<String>, Header, description = "Languages the client wants to read", example = "de")
    ),
    responses((status = OK, description = "What the platform can do.", body = PlatformDetails))
)]
#[get("/platforms/{platform}")]
pub(crate) async fn find_platform(
    platform: Path<String>,
    Accepted(language): Accepted,
) -> ApiResult<Cached<PlatformDetails>> {
    let platform = Platform::parse(&platform).ok_or(ApiError::NotFound)?;
    Ok(Cached::new(platforms::describe(platform, language)).in_language(language))
}
