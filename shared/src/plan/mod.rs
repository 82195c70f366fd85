//! The ordered steps that make a platform match a blueprint, and what becomes of every element there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::blueprint::Blueprint;
use crate::platform::{Platform, SupportLevel};
use crate::words::{Topic, topic};

/// The words of plans and of what platforms do instead.
pub(crate) static WORDS: Topic = topic!("plan");

/// Where a blueprint is to live.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The platform.
    pub platform: Platform,
}

/// What is there already; empty for a first set-up.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// Remote ids by the ids of our elements.
    pub mapping: BTreeMap<String, String>,
    /// The blueprint last applied.
    pub applied: Option<Blueprint>,
    /// What a connector saw there, as a blueprint under our ids where the mapping knows them.
    pub observed: Option<Blueprint>,
}

/// The ordered steps that make a platform match a blueprint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Plan {
    /// For which platform.
    pub platform: Platform,
    /// What to do, in order. Every element that is not impossible is in exactly one step.
    pub steps: Vec<Step>,
    /// Elements the platform takes as they are.
    pub exact: Vec<Element>,
    /// Every other element: what it cannot do and what happens instead.
    pub adaptations: Vec<Adaptation>,
    /// SHA-256 over all of the above, in hex: a set-up names the plan it was shown.
    pub digest: String,
}

/// One step of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Step {
    /// Stable id, from the element it makes.
    pub id: String,
    /// What is made.
    pub action: StepAction,
    /// Whether the app does it, or a person.
    pub by: Actor,
    /// The step in words, in the blueprint's language.
    pub title: String,
    /// How to do it by hand on this platform, click by click, in the blueprint's language.
    pub instructions: Vec<String>,
    /// The elements that exist after it.
    pub elements: Vec<Element>,
}

/// What a step makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum StepAction {
    /// The place that holds everything: a page, a base, a workbook, a folder.
    CreateSystem,
    /// A table with its plain fields.
    CreateTable,
    /// A relation; both tables exist by then.
    CreateRelation,
    /// A rollup or formula; what it reads exists by then.
    CreateComputedField,
    /// Sample rows of a table, without their relations.
    InsertRows,
    /// Relations of sample rows.
    LinkRows,
    /// A view.
    CreateView,
    /// An automation.
    CreateAutomation,
    /// A dashboard with its charts.
    CreateDashboard,
}

/// Who does a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The app.
    App,
    /// A person, with the step's instructions.
    Person,
}

/// An element of the blueprint.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Element {
    /// What it is.
    pub kind: ElementKind,
    /// Its id in the blueprint.
    pub id: String,
    /// Where it stands: JSON pointer in fragment form.
    pub pointer: String,
    /// Its name.
    pub name: String,
}

/// What an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "documented at the blueprint's types")]
pub enum ElementKind {
    Table,
    Field,
    View,
    SampleRow,
    Automation,
    Dashboard,
    Chart,
}

/// What a platform cannot do, and what the plan does instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Adaptation {
    /// Of which element.
    pub element: Element,
    /// Adapted, manual or impossible; never exact.
    pub outcome: SupportLevel,
    /// What it becomes there, in the platform's words; empty for impossible.
    pub native: String,
    /// What happens instead or why it cannot be, in the blueprint's language.
    pub sentence: String,
}

/// The plan that makes `target` match `desired`, given what is there already.
pub fn plan(_desired: &Blueprint, _target: &Target, _state: &State) -> Plan {
    unimplemented!()
}
