//! What is wrong with a blueprint, and how to mend it.
//!
//! Two heights: [`structure()`] says whether the document holds together at all (ids, references, positions); what
//! breaks it is refused everywhere. [`validate`] says everything else that a person should know.

mod automations;
mod cells;
mod dashboards;
mod fields;
mod filters;
mod fitting;
mod index;
mod kind;
mod limits;
mod names;
mod positions;
mod report;
pub(crate) mod sizes;
mod structure;
#[cfg(test)]
mod tests;
mod views;

use serde::{Deserialize, Serialize};

pub use cells::can_be_set;
pub use dashboards::bucket_fits;
pub use filters::{needs_value, operand_fits, operator_fits};
pub use fitting::Fitting;
pub use index::{Class, can_group};
pub use kind::ProblemKind;
pub use report::PROBLEMS_MAX;
pub(crate) use report::WORDS;
pub use sizes::{
    AUTOMATIONS_MAX, CONDITIONS_MAX, DASHBOARDS_MAX, DESCRIPTION_MAX, FIELDS_MAX, ITEMS_MAX, NAME_MAX,
    OPTIONS_MAX, ROWS_MAX, TABLES_MAX, TEXT_MAX, VIEWS_MAX,
};

use index::Index;
use report::Report;

use crate::blueprint::Blueprint;
use crate::platform::{Limits, Platform, capabilities};

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

/// What keeps the document from holding together; empty for a blueprint that may be stored and planned.
///
/// At most [`PROBLEMS_MAX`] problems.
pub fn structure(blueprint: &Blueprint) -> Vec<Problem> {
    let mut report = Report::new(blueprint.settings.language);
    structure::check(&Index::new(blueprint), &mut report);
    report.finish()
}

/// Everything a person should know, [`structure()`] included; with a platform, its limits too.
///
/// At most [`PROBLEMS_MAX`] problems.
pub fn validate(blueprint: &Blueprint, platform: Option<Platform>) -> Vec<Problem> {
    let limits = platform.map(capabilities).map(|capabilities| (capabilities.name, &capabilities.limits));
    validate_within(blueprint, limits)
}

/// With the name and the limits of a platform.
fn validate_within(blueprint: &Blueprint, platform: Option<(&str, &Limits)>) -> Vec<Problem> {
    let index = Index::new(blueprint);
    let mut report = Report::new(blueprint.settings.language);
    structure::check(&index, &mut report);
    names::check(&index, &mut report);
    fields::check(&index, &mut report);
    views::check(&index, &mut report);
    cells::check(&index, &mut report);
    automations::check(&index, &mut report);
    dashboards::check(&index, &mut report);
    if let Some((platform, limits)) = platform {
        limits::check(&index, platform, limits, &mut report);
    }
    report.finish()
}
