//! What a platform would get.

use serde::{Deserialize, Serialize};
use validator::Validate;

use super::body::RequestBody;
use crate::blueprint::Blueprint;
use crate::plan::Plan;
use crate::platform::Platform;
use crate::validate::Problem;

/// Body of `create_plan`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CreatePlan {
    /// What is wanted.
    pub blueprint: Blueprint,
    /// Where it is to live.
    pub platform: Platform,
}

impl RequestBody for CreatePlan {
    fn blueprint(&self) -> Option<&Blueprint> {
        Some(&self.blueprint)
    }
}

/// Answer of `create_plan`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanAnswer {
    /// What to do there, in order, and what becomes of every element.
    pub plan: Plan,
    /// What a person should know about the blueprint on that platform.
    pub problems: Vec<Problem>,
}
