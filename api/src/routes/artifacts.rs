//! Files rendered from a blueprint.

use actix_web::http::header::{CACHE_CONTROL, ContentDisposition};
use actix_web::{HttpResponse, post};
use shared::api::artifacts::CreateArtifact;
use shared::blueprint::Blueprint;
use utoipa::openapi::schema::{AnyOfBuilder, ObjectBuilder};
use utoipa::openapi::{Ref, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::compute;
use crate::error::ApiResult;
use crate::extract::Valid;

/// What a file in JSON holds: the blueprint itself, or the document of a service over its rows.
struct JsonFile;

impl PartialSchema for JsonFile {
    fn schema() -> RefOr<Schema> {
        // Any and not one of them: a blueprint is an object, too.
        let document = ObjectBuilder::new().description(Some("An OpenAPI document."));
        AnyOfBuilder::new().item(Ref::from_schema_name(Blueprint::name())).item(document).into()
    }
}

impl ToSchema for JsonFile {}

/// Make a file of a blueprint.
///
/// The same blueprint, platform and format always give the same bytes; the browser makes the same ones offline.
#[utoipa::path(
    tag = "blueprints",
    request_body = CreateArtifact,
    responses((
        status = OK,
        description = "The file, to be saved under the name in `Content-Disposition`.",
        content(
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            (Vec<u8> = "application/zip"),
            (JsonFile = "application/json"),
            (Object = "application/schema+json"),
            (String = "application/sql"),
            (Blueprint = "application/yaml"),
            (String = "image/svg+xml"),
            (String = "text/html"),
            (String = "text/javascript"),
            (String = "text/markdown"),
            (String = "text/plain")
        ),
        headers(("Content-Disposition" = String, description = "`attachment`, with a safe file name"))
    ))
)]
#[post("/artifacts")]
pub(crate) async fn create_artifact(Valid(body): Valid<CreateArtifact>) -> ApiResult<HttpResponse> {
    let artifact =
        compute::run(move || render::render(&body.blueprint, body.platform, body.format)).await??;
    Ok(HttpResponse::Ok()
        .content_type(artifact.media_type)
        .insert_header(ContentDisposition::attachment(artifact.file_name))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(artifact.bytes))
}
