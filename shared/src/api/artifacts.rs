//! Files rendered from a blueprint.

use serde::{Deserialize, Serialize};
use validator::Validate;

use super::body::RequestBody;
use crate::artifact::ArtifactFormat;
use crate::blueprint::Blueprint;
use crate::platform::Platform;

/// Body of `create_artifact`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CreateArtifact {
    /// What to write.
    pub blueprint: Blueprint,
    /// Where the file will be used.
    pub platform: Platform,
    /// Which file.
    pub format: ArtifactFormat,
}

impl RequestBody for CreateArtifact {
    fn blueprint(&self) -> Option<&Blueprint> {
        Some(&self.blueprint)
    }
}
