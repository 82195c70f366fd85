//! Copying, moving, taking apart and taking away what is selected.

use leptos::prelude::*;
use shared::blueprint::Blueprint;
use shared::operation::intention::{self, Intention};
use shared::operation::{ElementId, ListId, Operation, apply_all};

use super::place;
use crate::i18n::I18n;
use crate::pages::builder::store::Workbench;

/// Copies what is selected, as one step, and selects the copies.
pub(super) fn duplicate(bench: Workbench) {
    let selected = bench.selection_now();
    let Some(first) = selected.first().cloned() else { return };
    let mut work = (*bench.blueprint.get_untracked()).clone();
    let (mut operations, mut copies) = (Vec::new(), Vec::new());
    for element in &selected {
        let made = intention::duplicate(&work, element, &mut Workbench::new_id, bench.language());
        match made.and_then(|made| apply_all(&mut work, made.clone()).map(|_| made)) {
            Ok(made) => {
                copies.extend(made.iter().find_map(added));
                operations.extend(made);
            }
            Err(rejection) => return bench.refuse(&rejection),
        }
    }
    if bench.intend(&Intention::Duplicate(first), Ok(operations)) {
        bench.select_all(copies);
    }
}

/// What an operation adds.
fn added(operation: &Operation) -> Option<ElementId> {
    match operation {
        Operation::Add { element, .. } => Some(element.id()),
        _ => None,
    }
}

/// Puts what is selected one place up or down, and says where it now is.
pub(super) fn shift(bench: Workbench, i18n: I18n, by: isize) {
    let (element, blueprint) = (bench.selected_now(), bench.blueprint.get_untracked());
    let Some((at, count)) = place(&blueprint, &element) else { return };
    let Some(to) = at.checked_add_signed(by).filter(|to| *to < count) else { return };
    move_to(bench, i18n, &element, to);
}

/// Puts `element` before the `to`-th of its siblings, and says where it now is.
pub(crate) fn move_to(bench: Workbench, i18n: I18n, element: &ElementId, to: usize) {
    let blueprint = bench.blueprint.get_untracked();
    match intention::place(&blueprint, element, to) {
        Ok(operations) => {
            bench.perform(operations);
            let blueprint = bench.blueprint.get_untracked();
            if let Some((at, count)) = place(&blueprint, element) {
                let values = [("place", (at + 1).to_string()), ("count", count.to_string())];
                let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
                bench.said.set(i18n.fill("builder.moved", &values));
            }
        }
        Err(rejection) => bench.refuse(&rejection),
    }
}

pub(super) fn extract(bench: Workbench) {
    let ElementId::Field(field) = bench.selected_now() else { return };
    let blueprint = bench.blueprint.get_untracked();
    let made = intention::extract_select(&blueprint, &field, &mut Workbench::new_id, bench.language());
    match made {
        Ok(made) => {
            let intended = Intention::Extract(ElementId::Field(field));
            if bench.intend(&intended, Ok(made.operations)) {
                bench.select(ElementId::Table(made.table));
            }
        }
        Err(rejection) => bench.refuse(&rejection),
    }
}

/// Takes away what is selected, with what refers to it, as one step; what comes next to it is selected.
pub(super) fn remove(bench: Workbench, i18n: I18n) {
    let elements: Vec<_> =
        bench.selection_now().into_iter().filter(|it| *it != ElementId::Blueprint).collect();
    let Some(first) = elements.first().cloned() else { return };
    let mut work = (*bench.blueprint.get_untracked()).clone();
    let mut operations = Vec::new();
    for element in &elements {
        // One may have gone with another.
        if !element.is_in(&work) {
            continue;
        }
        let removed = intention::remove(&work, element).and_then(|removed| {
            apply_all(&mut work, removed.clone())?;
            Ok(removed)
        });
        match removed {
            Ok(removed) => operations.extend(removed),
            Err(rejection) => return bench.refuse(&rejection),
        }
    }
    let next = neighbour(&bench.blueprint.get_untracked(), &first, &work);
    let is_done = match operations.len() {
        1 => bench.perform(operations),
        _ => bench.intend(&Intention::Remove(first), Ok(operations)),
    };
    if is_done {
        bench.select(next);
        bench.offer_undo(i18n.count("builder.removed", elements.len()));
        bench.focus_selected_soon();
    }
}

/// What is selected once these are gone: the one after the first, the one before it, or what holds it.
fn neighbour(blueprint: &Blueprint, element: &ElementId, after: &Blueprint) -> ElementId {
    let is_there = |id: &ElementId| id.is_in(after);
    let siblings = || {
        let list = ListId::of(blueprint, element)?;
        let places = list.places(blueprint);
        let at = places.iter().position(|(id, _)| id == element.as_str())?;
        let (before, after) = places.split_at_checked(at)?;
        let nearest = after.iter().skip(1).chain(before.iter().rev());
        nearest.map(|(id, _)| list.element(id)).find(is_there)
    };
    let holder = || element.holder(blueprint).filter(is_there);
    siblings().or_else(holder).unwrap_or(ElementId::Blueprint)
}
