//! What a platform would get.

use actix_web::post;
use actix_web::web::Json;
use shared::api::plans::{CreatePlan, PlanAnswer};
use shared::plan::{State, Target, plan};
use shared::validate::validate;

use crate::compute;
use crate::error::ApiResult;
use crate::extract::Valid;

/// Plan what a platform would get, before anything is touched.
///
/// Every element of the blueprint ends as exactly one of: exact, adapted, manual, impossible. The digest names the
/// plan: the same blueprint and platform always give the same one.
#[utoipa::path(
    tag = "blueprints",
    request_body = CreatePlan,
    responses((status = OK, description = "The plan, and what to know about the blueprint.", body = PlanAnswer))
)]
#[post("/plans")]
pub(crate) async fn create_plan(Valid(body): Valid<CreatePlan>) -> ApiResult<Json<PlanAnswer>> {
    Ok(Json(compute::run(move || answer(&body)).await?))
}

fn answer(body: &CreatePlan) -> PlanAnswer {
    let target = Target { platform: body.platform };
    PlanAnswer {
        plan: plan(&body.blueprint, &target, &State::default()),
        problems: validate(&body.blueprint, Some(body.platform)),
    }
}
