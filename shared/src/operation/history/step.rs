//! Steps: one intention each.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::blueprint::Blueprint;
use crate::operation::{CellChanges, Operation, WORDS, describe, kinds};
use crate::text_id::text_ids;
use crate::words::Language;

text_ids! {
    " Any text, unique in its history.";
    /// Id of a step; whoever makes it gives it.
    StepId,
}

/// Who a step comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The person whose history this is.
    Me,
    /// Somebody else, by name.
    Other(String),
    /// The assistant, at that person's request.
    Assistant,
    /// An import or an update of a template.
    Import,
}

/// One operation and what undoes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// What was done; no group.
    pub operation: Operation,
    /// What undoes it.
    pub inverse: Operation,
    /// What a change of kinds made of values where that depended on the labels that rows had at that moment.
    #[serde(default, skip_serializing_if = "CellChanges::is_empty")]
    pub made: CellChanges,
}

impl Change {
    /// What was just done to `blueprint`.
    pub(super) fn new(blueprint: &Blueprint, operation: Operation, inverse: Operation) -> Self {
        let made = kinds::made(blueprint, &inverse);
        Self { operation, inverse, made }
    }
}

/// What a step does to other steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// Nothing: it is a change of its own.
    Did,
    /// It undoes a step.
    Undid(StepId),
    /// It redoes what a step undid; the id is that of the step that undid.
    Redid(StepId),
    /// It brings the blueprint back to how it was after a step.
    Restored(StepId),
}

/// One intention: what the history panel shows as an entry, and what is undone whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its id.
    pub id: StepId,
    /// What was done, in words, in the language of the moment.
    pub label: String,
    /// Who did it.
    pub origin: Origin,
    /// When.
    pub at: DateTime<Utc>,
    /// What it does to other steps.
    pub deed: Deed,
    /// What it changed, in order.
    pub changes: Vec<Change>,
}

impl Step {
    /// What it did, in order: what is sent.
    pub fn operations(&self) -> Vec<Operation> {
        self.changes.iter().map(|change| change.operation.clone()).collect()
    }
}

/// What the caller knows of a step and this crate cannot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// A new id.
    pub id: StepId,
    /// Now.
    pub at: DateTime<Utc>,
    /// Who does it.
    pub origin: Origin,
    /// The language to say it in.
    pub language: Language,
    /// What it is called; what it does, in words, without one.
    pub label: Option<String>,
}

impl Stamp {
    /// The step with `changes`; without a label it is told by what it does to `before`.
    pub(super) fn step(self, deed: Deed, changes: Vec<Change>, before: Option<&Blueprint>) -> Step {
        let told = |before: &Blueprint| {
            let operations: Vec<_> = changes.iter().map(|change| &change.operation).collect();
            describe::steps(&operations, before, self.language)
        };
        let label = self.label.or_else(|| before.map(told)).unwrap_or_default();
        Step { id: self.id, label, origin: self.origin, at: self.at, deed, changes }
    }

    /// The text of `key` with a step's label in it.
    pub(super) fn tell(&self, key: &str, label: &str) -> String {
        WORDS.fill(self.language, key, &[("label", label)])
    }
}
