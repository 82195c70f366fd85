//! What is wrong with a blueprint.

use actix_web::post;
use actix_web::web::Json;
use shared::api::validations::{CreateValidation, Validation};
use shared::validate::validate;

use crate::compute;
use crate::error::ApiResult;
use crate::extract::Valid;

/// Say what is wrong with a blueprint, and how to mend it.
///
/// With a platform, its limits count too. A blueprint with problems is answered with status 200; only one that does
/// not hold together is refused with 422.
#[utoipa::path(
    tag = "blueprints",
    request_body = CreateValidation,
    responses((status = OK, description = "Everything a person should know, most important first.", body = Validation))
)]
#[post("/validations")]
pub(crate) async fn create_validation(Valid(body): Valid<CreateValidation>) -> ApiResult<Json<Validation>> {
    let problems = compute::run(move || validate(&body.blueprint, body.platform)).await?;
    Ok(Json(Validation { problems }))
}
