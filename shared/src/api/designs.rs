//! Answers → blueprint.

use serde::{Deserialize, Serialize};
use validator::Validate;

use super::body::RequestBody;
use crate::answers::Answers;
use crate::blueprint::Blueprint;
use crate::validate::Problem;

/// Body of `create_design`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CreateDesign {
    /// What the person told the wizard.
    #[validate(nested)]
    pub answers: Answers,
}

impl RequestBody for CreateDesign {}

/// Answer of `create_design`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Design {
    /// The complete system the answers ask for.
    pub blueprint: Blueprint,
    /// What a person should know about it on the platform of the answers.
    pub problems: Vec<Problem>,
}
