//! What a step changed that is there to be looked at.

use std::collections::BTreeSet;

use super::Step;
use crate::blueprint::{Blueprint, FieldId, RowId};
use crate::operation::{ElementId, ElementKind, Operation};

impl Step {
    /// What to look at after it in `blueprint`, all of one kind: what it brought, else what it changed. A value stands
    /// for its field. Nothing where all it did was to take away.
    pub fn shown(&self, blueprint: &Blueprint) -> Vec<ElementId> {
        let operations = || self.changes.iter().map(|change| &change.operation);
        let brought = operations().filter_map(brought).collect();
        let shown = outermost(brought, blueprint);
        if shown.is_empty() { outermost(operations().flat_map(changed).collect(), blueprint) } else { shown }
    }

    /// The first value that it set, by row and field.
    pub fn value(&self) -> Option<(&RowId, &FieldId)> {
        self.changes.iter().find_map(|change| match &change.operation {
            Operation::SetCell { row, field, .. } => Some((row, field)),
            _ => None,
        })
    }
}

fn brought(operation: &Operation) -> Option<ElementId> {
    match operation {
        Operation::Add { element, .. } => Some(element.id()),
        _ => None,
    }
}

fn changed(operation: &Operation) -> Vec<ElementId> {
    match operation {
        Operation::Add { .. } | Operation::Remove { .. } => Vec::new(),
        Operation::Move { element, .. } => vec![element.clone()],
        Operation::ChangeKinds { fields, .. } => fields.keys().cloned().map(ElementId::Field).collect(),
        Operation::SetCell { field, .. } | Operation::EditField { field, .. } => {
            vec![ElementId::Field(field.clone())]
        }
        Operation::EditBlueprint { .. } => vec![ElementId::Blueprint],
        Operation::EditTable { table, .. } => vec![ElementId::Table(table.clone())],
        Operation::EditOption { option, .. } => vec![ElementId::Option(option.clone())],
        Operation::EditView { view, .. } => vec![ElementId::View(view.clone())],
        Operation::EditAutomation { automation, .. } => vec![ElementId::Automation(automation.clone())],
        Operation::EditDashboard { dashboard, .. } => vec![ElementId::Dashboard(dashboard.clone())],
        Operation::EditChart { chart, .. } => vec![ElementId::Chart(chart.clone())],
        Operation::Group { operations } => operations.iter().flat_map(changed).collect(),
    }
}

/// Those of `elements` that are there and hold the others, each once; of several kinds the first one's.
fn outermost(elements: Vec<ElementId>, blueprint: &Blueprint) -> Vec<ElementId> {
    let mut elements: Vec<_> = elements.into_iter().filter(|element| element.is_in(blueprint)).collect();
    let Some(kind) = elements.iter().map(ElementId::kind).min_by_key(|kind| depth(*kind)) else {
        return elements;
    };
    elements.retain(|element| element.kind() == kind);
    let mut had = BTreeSet::new();
    elements.retain(|element| had.insert(element.clone()));
    elements
}

/// How far inside elements of a kind are. What is of the whole comes last: it is in sight wherever one is.
fn depth(kind: ElementKind) -> u8 {
    match kind {
        ElementKind::Table | ElementKind::Automation | ElementKind::Dashboard => 1,
        ElementKind::Field | ElementKind::View | ElementKind::Chart => 2,
        ElementKind::Option | ElementKind::Row => 3,
        ElementKind::Blueprint => 4,
    }
}
