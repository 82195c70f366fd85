//! Whether the server is well.

use serde::{Deserialize, Serialize};

/// Answer of `check_health`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Health {
    /// `ok`: the server takes requests.
    pub status: String,
    /// Version of the software.
    pub version: String,
}
