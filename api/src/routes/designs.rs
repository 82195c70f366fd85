//! Answers → blueprint.

use actix_web::post;
use actix_web::web::Json;
use shared::api::designs::{CreateDesign, Design};
use shared::design::design;
use shared::validate::validate;

use crate::extract::Valid;

/// Design a complete system from answers.
///
/// The same answers always give the same blueprint. Every element of it says which answer asked for it.
#[utoipa::path(
    tag = "designs",
    request_body = CreateDesign,
    responses((status = OK, description = "The complete system, and what to know about it.", body = Design))
)]
#[post("/designs")]
pub(crate) async fn create_design(Valid(CreateDesign { answers }): Valid<CreateDesign>) -> Json<Design> {
    // Answers are small, so this is quick enough to be done right here.
    let blueprint = design(&answers);
    let problems = validate(&blueprint, Some(answers.platform));
    Json(Design { blueprint, problems })
}
