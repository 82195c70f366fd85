//! Pasting what was copied, be it out of another system.

mod clip;
mod fit;
mod held;
mod home;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use clip::{CLIP_VERSION, Clip, ClipError};

use self::fit::Fit;
use self::held::Held;
use super::duplicate::{copy, inside};
use super::rename_ids::Renamed;
use super::{Draft, NewId};
use crate::blueprint::{Blueprint, Positions};
use crate::operation::{Element, ElementId, ElementKind, Operation, Rejection, describe};
use crate::words::Language;

/// What is pasted.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// What to do.
    pub operations: Vec<Operation>,
    /// The new elements, in order: what to select.
    pub elements: Vec<ElementId>,
    /// What they are called, for [`super::Intention::Paste`].
    pub names: Vec<String>,
}

/// Copies of what is in `clip`, with everything in it, under new ids and free names: into the element `selected` or
/// what holds it, right after it where it is of their kind.
///
/// What refers to something in the clip refers to its copy; what refers to something else stays where that is here, be
/// it by the same id in another system. Where it is not, relations and rollups become text, views lose conditions,
/// orders, groups and columns, automations actions, dashboards charts; formulas stay, and [`crate::validate`] tells.
/// A pasted title is text in its new table.
///
/// # Errors
/// [`Rejection::Senseless`] where nothing selected can hold it, [`Rejection::Missing`] with what it cannot do without,
/// or when there would be too many.
pub fn paste(
    blueprint: &Blueprint,
    clip: &Clip,
    selected: &ElementId,
    new_id: &mut NewId<'_>,
    language: Language,
) -> Result<Pasted, Rejection> {
    let mut renamed = Renamed::default();
    for (id, kind) in clip.elements().iter().flat_map(inside) {
        renamed.insert(id, &new_id(kind));
    }
    // Tables first: what else there is may be in them, or about them.
    let mut elements: Vec<&Element> = clip.elements().iter().collect();
    elements.sort_by_key(|element| element.id().kind());
    let (mut draft, mut held) = (Draft::new(blueprint), Held::default());
    let mut last: BTreeMap<ElementKind, ElementId> = BTreeMap::new();
    for element in elements {
        let kind = element.id().kind();
        let before = last.get(&kind).unwrap_or(selected);
        let placed = home::at_home(&draft.work, element, before)?;
        let copy = held.hold(copy(&draft.work, &placed, &renamed, language));
        let copy = Fit { work: &draft.work }.element(copy)?;
        let position = home::position(&draft.work, &copy, before);
        last.insert(kind, copy.id());
        draft.does(Operation::Add { element: Box::new(copy), position, positions: Positions::new() })?;
    }
    held.release(&mut draft)?;
    let elements: Vec<ElementId> = draft.operations.iter().filter_map(added).collect();
    let names = elements.iter().map(|element| describe::name(&draft.work, element)).collect();
    Ok(Pasted { operations: draft.operations, elements, names })
}

fn added(operation: &Operation) -> Option<ElementId> {
    match operation {
        Operation::Add { element, .. } => Some(element.id()),
        _ => None,
    }
}
