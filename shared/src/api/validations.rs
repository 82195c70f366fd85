//! What is wrong with a blueprint.

use serde::{Deserialize, Serialize};
use validator::Validate;

use super::body::RequestBody;
use crate::blueprint::Blueprint;
use crate::platform::Platform;
use crate::validate::Problem;

/// Body of `create_validation`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CreateValidation {
    /// What to look at.
    pub blueprint: Blueprint,
    /// Look at the limits of this platform too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform: Option<Platform>,
}

impl RequestBody for CreateValidation {
    fn blueprint(&self) -> Option<&Blueprint> {
        Some(&self.blueprint)
    }
}

/// Answer of `create_validation`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Validation {
    /// Everything a person should know; empty for a blueprint without fault.
    pub problems: Vec<Problem>,
}
