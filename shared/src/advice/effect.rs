//! What a change of answers does to the design.

use crate::answers::Answers;
use crate::blueprint::{Blueprint, TableId};
use crate::design::design;

use super::{Change, apply};

/// What a change brings and what it takes away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// What is there afterwards and was not before, in the order of the design.
    pub added: Vec<Element>,
    /// What was there before and is not afterwards.
    pub removed: Vec<Element>,
}

/// An element of a blueprint, by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub kind: ElementKind,
    /// Its id.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The table that holds it; nothing for what belongs to the whole system.
    pub table: Option<TableId>,
}

/// What an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ElementKind {
    /// A table.
    Table,
    /// A field.
    Field,
    /// A view.
    View,
    /// An automation.
    Automation,
    /// A dashboard.
    Dashboard,
}

impl ElementKind {
    /// Every kind, in the order in which people hear of them.
    pub const ALL: [Self; 5] = [Self::Table, Self::Field, Self::View, Self::Automation, Self::Dashboard];
}

impl Effect {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty()
    }

    /// Whether the element with this id comes in.
    pub fn adds(&self, id: &str) -> bool {
        self.added.iter().any(|element| element.id == id)
    }

    /// Whether the element with this id goes.
    pub fn removes(&self, id: &str) -> bool {
        self.removed.iter().any(|element| element.id == id)
    }
}

/// What `changes` do to the system that `answers` ask for.
pub fn effect(answers: &Answers, changes: &[Change]) -> Effect {
    between(&design(answers), &design(&apply(answers, changes)))
}

/// What has to come and to go to make `before` into `after`. Ids decide: a new name or kind is no change here.
pub fn between(before: &Blueprint, after: &Blueprint) -> Effect {
    let (before, after) = (elements(before), elements(after));
    let missing_in = |others: &[Element], elements: &[Element]| {
        let is_missing = |element: &&Element| !others.iter().any(|other| other.id == element.id);
        elements.iter().filter(is_missing).cloned().collect()
    };
    Effect { added: missing_in(&before, &after), removed: missing_in(&after, &before) }
}

fn elements(blueprint: &Blueprint) -> Vec<Element> {
    let mut elements = Vec::new();
    let mut push = |kind, id: &str, name: &str, table: Option<&TableId>| {
        elements.push(Element { kind, id: id.to_owned(), name: name.to_owned(), table: table.cloned() });
    };
    for table in &blueprint.tables {
        push(ElementKind::Table, table.id.as_str(), &table.name, None);
        for field in &table.fields {
            push(ElementKind::Field, field.id.as_str(), &field.name, Some(&table.id));
        }
        for view in &table.views {
            push(ElementKind::View, view.id.as_str(), &view.name, Some(&table.id));
        }
    }
    for automation in &blueprint.automations {
        push(ElementKind::Automation, automation.id.as_str(), &automation.name, None);
    }
    for dashboard in &blueprint.dashboards {
        push(ElementKind::Dashboard, dashboard.id.as_str(), &dashboard.name, None);
    }
    elements
}
