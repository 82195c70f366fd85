//! Putting an element at a place among its siblings.

use super::Draft;
use crate::blueprint::{Blueprint, Position};
use crate::operation::{ElementId, ListId, Operation, Rejection, position_at};

/// Puts `element` before the `index`-th of its siblings, not counting itself; at the end from their number on.
///
/// One move, unless its new neighbours stand at one position: then the later ones make room first.
///
/// # Errors
/// When the element is not there, or has no siblings by its nature.
pub fn place(blueprint: &Blueprint, element: &ElementId, index: usize) -> Result<Vec<Operation>, Rejection> {
    let missing = || Rejection::Missing { element: element.clone() };
    let list = ListId::of(blueprint, element).ok_or_else(missing)?;
    let places = list.places(blueprint);
    let now = places.iter().position(|(id, _)| id == element.as_str());
    if now == Some(index) || (index >= places.len() && now == Some(places.len().saturating_sub(1))) {
        return Ok(Vec::new());
    }
    let mut draft = Draft::new(blueprint);
    if position_at(blueprint, &list, Some(element), index).is_none() {
        make_room(&mut draft, &list, element, index)?;
    }
    let position = position_at(&draft.work, &list, Some(element), index).ok_or_else(missing)?;
    draft.does(Operation::Move { element: element.clone(), position })?;
    Ok(draft.operations)
}

/// Moves those that stand at the same position as the one before `index` on, up to the next that does not.
fn make_room(draft: &mut Draft, list: &ListId, element: &ElementId, index: usize) -> Result<(), Rejection> {
    let mut places = list.places(&draft.work);
    places.retain(|(id, _)| id != element.as_str());
    let Some((_, tied)) = index.checked_sub(1).and_then(|before| places.get(before)).cloned() else {
        return Ok(());
    };
    let next = places.iter().map(|(_, position)| position).find(|position| **position > tied).cloned();
    let mut low = tied.clone();
    for (id, _) in places.iter().skip(index).take_while(|(_, position)| *position == tied) {
        let Some(position) = Position::between(Some(&low), next.as_ref()) else { break };
        draft.does(Operation::Move { element: list.element(id), position: position.clone() })?;
        low = position;
    }
    Ok(())
}
