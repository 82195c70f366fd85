//! What is wrong with a blueprint, and how to mend it.
//!
//! Two heights: [`structure`] says whether the document holds together at all (ids, references, positions); what
//! breaks it is refused everywhere. [`validate`] says everything else that a person should know.

use serde::{Deserialize, Serialize};

use crate::blueprint::Blueprint;
use crate::platform::Platform;

/// Something that is wrong with a blueprint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// Where: a JSON pointer into the blueprint, in fragment form, such as `#/tables/0/fields/2/name`.
    pub pointer: String,
    /// How bad it is.
    pub severity: Severity,
    /// Stable name of the rule that was broken.
    pub code: ProblemKind,
    /// What is wrong, in the blueprint's language.
    pub sentence: String,
    /// What to do about it, in the blueprint's language.
    pub fix: String,
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing.
    Notice,
    /// It will work, but not as one would expect.
    Warning,
    /// It cannot be set up like this.
    Error,
}

/// The rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// An id is used twice.
    DuplicateId,
}

/// What keeps the document from holding together; empty for a blueprint that may be stored and planned.
pub fn structure(_blueprint: &Blueprint) -> Vec<Problem> {
    Vec::new()
}

/// Everything a person should know, `structure` included; with a platform, its limits too.
pub fn validate(blueprint: &Blueprint, _platform: Option<Platform>) -> Vec<Problem> {
    structure(blueprint)
}
