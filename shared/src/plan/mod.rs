//! The ordered steps that make a platform match a blueprint, and what becomes of every element there.

mod compare;
mod conditions;
mod context;
mod decision;
mod digest;
mod fields;
mod limits;
mod needs;
mod order;
mod rules;
mod sentence;
mod steps;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::blueprint::{Blueprint, FieldId, Table};
use crate::platform::{Platform, Support, SupportLevel, capabilities};
use crate::words::{Language, Topic, topic};
pub use compare::{Comparison, Difference, Fit, Outcome, compare};
use context::Context;
use decision::{Decision, decide};
pub use sentence::{Piece, measures, sentences};

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

impl Step {
    /// The table of `blueprint` that it is about: the one it makes, or the one whose parts it makes or fills; nothing
    /// where it is about none.
    pub fn table<'a>(&self, blueprint: &'a Blueprint) -> Option<&'a Table> {
        match self.elements.first() {
            Some(Element { kind: ElementKind::Table, id, .. }) => blueprint.table(&id.as_str().into()),
            Some(element) => element.table(blueprint),
            // Links of rows make no element; their step is named after their table.
            None => {
                let table = self.id.strip_prefix(self.action.as_str())?.strip_prefix('_')?;
                blueprint.table(&table.into())
            }
        }
    }
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

impl StepAction {
    /// Its name in documents, such as `create_table`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CreateSystem => "create_system",
            Self::CreateTable => "create_table",
            Self::CreateRelation => "create_relation",
            Self::CreateComputedField => "create_computed_field",
            Self::InsertRows => "insert_rows",
            Self::LinkRows => "link_rows",
            Self::CreateView => "create_view",
            Self::CreateAutomation => "create_automation",
            Self::CreateDashboard => "create_dashboard",
        }
    }
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

impl Element {
    /// The table of `blueprint` that it is a part of; nothing for a table itself and for what stands beside tables.
    pub fn table<'a>(&self, blueprint: &'a Blueprint) -> Option<&'a Table> {
        let (index, _) = self.pointer.strip_prefix("#/tables/")?.split_once('/')?;
        blueprint.tables.get(index.parse::<usize>().ok()?)
    }
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
///
/// Every element of `desired` ends in exactly one of [`Plan::exact`] and [`Plan::adaptations`]; every one that is not
/// impossible and not in `state.mapping` is in exactly one step. What `state.mapping` already holds needs no step, so
/// a plan without steps means that there is nothing to do. Changes of what is there (`state.applied` against
/// `desired`, `state.observed` against `applied`) are not planned yet: they come with set-ups.
pub fn plan(desired: &Blueprint, target: &Target, state: &State) -> Plan {
    let platform = target.platform;
    let context = Context::new(desired, capabilities(platform));
    let decisions = decide(&context);
    let steps = steps::steps(&context, &decisions, state);
    let (exact, others): (Vec<_>, Vec<_>) =
        decisions.into_iter().partition(|decision| decision.support.level == SupportLevel::Exact);
    let exact: Vec<_> = exact.into_iter().map(|decision| decision.element).collect();
    let adaptations: Vec<_> = others.into_iter().map(|decision| adaptation(&context, decision)).collect();
    let digest = digest::digest(platform, &steps, &exact, &adaptations);
    Plan { platform, steps, exact, adaptations, digest }
}

fn adaptation(context: &Context<'_>, decision: Decision) -> Adaptation {
    Adaptation {
        outcome: decision.support.level,
        native: context.native(decision.support).to_owned(),
        sentence: decision.sentence,
        element: decision.element,
    }
}

/// What becomes of each field of `blueprint` on `platform`, as its plan says it: files made for the platform follow it.
pub fn field_supports(blueprint: &Blueprint, platform: Platform) -> BTreeMap<&FieldId, Support> {
    let context = Context::new(blueprint, capabilities(platform));
    decision::field_supports(&context)
}

impl Plan {
    /// Whether everything is there already.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The plan in a sentence: how many steps, and how many elements end how; or that there is nothing to do.
    pub fn summary(&self, language: Language) -> String {
        if self.is_empty() {
            return WORDS.get(language, "title.nothing_to_do").to_owned();
        }
        let by_hand = self.steps.iter().filter(|step| step.by == Actor::Person).count();
        let ended = |level| self.adaptations.iter().filter(|adaptation| adaptation.outcome == level).count();
        let counts = [
            ("steps", self.steps.len()),
            ("by_hand", by_hand),
            ("exact", self.exact.len()),
            ("adapted", ended(SupportLevel::Adapted)),
            ("manual", ended(SupportLevel::Manual)),
            ("impossible", ended(SupportLevel::Impossible)),
        ]
        .map(|(name, count)| (name, count.to_string()));
        let values: Vec<_> = counts.iter().map(|(name, count)| (*name, count.as_str())).collect();
        WORDS.fill(language, "title.summary", &values)
    }
}
