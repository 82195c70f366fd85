//! Why an element is there.

use serde::{Deserialize, Serialize};

use crate::answers::{Complexity, Feature, Priority, TeamSize};

/// Why an element is there: for people in a sentence, for programs as the answers that asked for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// The answers that asked for it, strongest first.
    pub asked_by: Vec<Cause>,
    /// The same in a sentence, in the blueprint's language.
    pub sentence: String,
}

/// One answer that asks for elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Every system has it.
    Always,
    /// A chosen feature.
    Feature(Feature),
    /// A chosen priority.
    Priority(Priority),
    /// The team's size.
    TeamSize(TeamSize),
    /// The chosen complexity.
    Complexity(Complexity),
    /// A field of one's own, or another customization.
    Customization,
}
