//! Lists whose order is written as positions: an element stands by its position, then by its id.

use crate::blueprint::{
    Automation, Chart, Dashboard, Field, Position, Positions, SampleRow, SelectOption, Table, View,
};

/// Something with an id that stands in a list.
pub(crate) trait Listed {
    /// Its id.
    fn id(&self) -> &str;
}

macro_rules! listed {
    ($($type:ty)+) => {$(
        impl Listed for $type {
            fn id(&self) -> &str {
                self.id.as_str()
            }
        }
    )+};
}

listed!(Table Field SelectOption View SampleRow Automation Dashboard Chart);

/// The positions of all `items`, the written ones and those that follow from the one before.
pub(super) fn positions<T: Listed>(items: &[T], written: &Positions) -> Vec<Position> {
    let mut positions: Vec<Position> = Vec::with_capacity(items.len());
    for item in items {
        let position = written.get(item.id()).cloned();
        positions.push(position.unwrap_or_else(|| Position::after(positions.last())));
    }
    positions
}

/// Whether the items are in order, no position is written that would follow without being written, and those that
/// follow are within bounds.
pub(crate) fn is_ordered<T: Listed>(items: &[T], written: &Positions) -> bool {
    if written.is_empty() {
        return true;
    }
    let positions = positions(items, written);
    let is_needed = |at: usize| {
        let previous = at.checked_sub(1).and_then(|before| positions.get(before));
        positions.get(at) != Some(&Position::after(previous))
    };
    let is_written = |item: &T| written.contains_key(item.id());
    let keys: Vec<_> = positions.iter().zip(items).map(|(position, item)| (position, item.id())).collect();
    let is_fit = |at: usize, item: &T| match is_written(item) {
        true => is_needed(at),
        false => positions.get(at).is_some_and(Position::is_within_bounds),
    };
    keys.is_sorted() && items.iter().enumerate().all(|(at, item)| is_fit(at, item))
}

/// Writes the positions of `items` that do not follow by themselves, and no others.
pub(super) fn write<T: Listed>(items: &[T], positions: Vec<Position>, written: &mut Positions) {
    let mut previous: Option<Position> = None;
    for (item, position) in items.iter().zip(positions) {
        if position == Position::after(previous.as_ref()) {
            written.remove(item.id());
        } else {
            written.insert(item.id().to_owned(), position.clone());
        }
        previous = Some(position);
    }
}

/// Takes over the positions that `given` states for `items`, which are new.
pub(super) fn adopt<T: Listed>(items: &[T], given: &Positions, written: &mut Positions) {
    if !given.is_empty() {
        write(items, positions(items, given), written);
    }
}

/// Puts `item` where `position` says, at the end without one.
pub(super) fn insert<T: Listed>(
    items: &mut Vec<T>,
    written: &mut Positions,
    item: T,
    position: Option<Position>,
) {
    let Some(position) = position else { return items.push(item) };
    let mut positions = positions(items, written);
    let at = place(items, &positions, &position, item.id());
    items.insert(at, item);
    positions.insert(at, position);
    write(items, positions, written);
}

/// Takes the item with this id out, with its position.
pub(super) fn take<T: Listed>(
    items: &mut Vec<T>,
    written: &mut Positions,
    id: &str,
) -> Option<(T, Position)> {
    let at = items.iter().position(|item| item.id() == id)?;
    let mut positions = positions(items, written);
    let (item, position) = (items.remove(at), positions.remove(at));
    written.remove(id);
    write(items, positions, written);
    Some((item, position))
}

/// Puts the item with this id where `position` says and gives back where it stood.
pub(super) fn shift<T: Listed>(
    items: &mut Vec<T>,
    written: &mut Positions,
    id: &str,
    position: Position,
) -> Option<Position> {
    let (item, before) = take(items, written, id)?;
    insert(items, written, item, Some(position));
    Some(before)
}

fn place<T: Listed>(items: &[T], positions: &[Position], position: &Position, id: &str) -> usize {
    let before = |(other, item): (&Position, &T)| (other, item.id()) < (position, id);
    positions.iter().zip(items).take_while(|pair| before(*pair)).count()
}
