//! Whether what a step did still stands, so that undoing it undoes nobody else's work.

use std::collections::BTreeMap;

use super::Change;
use crate::blueprint::{Blueprint, CellValue, FieldId, FieldKind, RowId};
use crate::operation::convert::Converter;
use crate::operation::{CellChanges, Element, Operation, position};

/// What undoes `change` in `blueprint` as it now is; nothing where its effect no longer stands.
///
/// A property stands as long as nobody set it to something else; an added element as long as it is as it was added;
/// a removed one as long as it is gone.
pub(super) fn standing(blueprint: &Blueprint, change: &Change) -> Option<Operation> {
    let Change { operation, inverse, .. } = change;
    let stands = match operation {
        Operation::Add { element, .. } => {
            Element::find(blueprint, &element.id()).is_some_and(|now| now == held(blueprint, element))
        }
        Operation::Remove { element } => Element::find(blueprint, element).is_none(),
        Operation::Move { element, position: at } => position(blueprint, element).as_ref() == Some(at),
        Operation::SetCell { row, field, value } => {
            blueprint.row(row).is_some_and(|(_, row)| row.cells.get(field) == value.as_ref())
        }
        Operation::ChangeKinds { .. } => return kinds(blueprint, change),
        edit => edit.holds(blueprint),
    };
    stands.then(|| inverse.clone())
}

/// An added element without values of rows that are not there.
fn held(blueprint: &Blueprint, element: &Element) -> Element {
    let mut held = element.clone();
    if let Element::Field { cells, .. } = &mut held {
        cells.retain(|row, _| blueprint.row(row).is_some());
    }
    held
}

/// Of a change of kinds, those that still stand go back, with the values that nobody has changed since.
///
/// A kind does not stand if converting back would lose or alter a value that somebody wrote since.
fn kinds(blueprint: &Blueprint, change: &Change) -> Option<Operation> {
    let Operation::ChangeKinds { fields: before, cells, positions } = &change.inverse else { return None };
    let (mut fields, mut kept) = (BTreeMap::new(), CellChanges::new());
    for (id, was) in before {
        let Some(values) = untouched(blueprint, change, id, was) else { continue };
        fields.insert(id.clone(), was.clone());
        for row in values {
            let value = of(cells, row, id).cloned().flatten();
            kept.entry(row.clone()).or_default().insert(id.clone(), value);
        }
    }
    let mut positions = positions.clone();
    positions
        .retain(|id, _| fields.values().flat_map(FieldKind::options).any(|option| option.id.as_str() == id));
    (!fields.is_empty()).then_some(Operation::ChangeKinds { fields, cells: kept, positions })
}

/// Rows whose replaced value of a field, which was of kind `was`, may come back; nothing if the kind does not stand.
fn untouched<'a>(
    blueprint: &'a Blueprint,
    change: &Change,
    id: &FieldId,
    was: &FieldKind,
) -> Option<Vec<&'a RowId>> {
    let (Operation::ChangeKinds { fields: set, cells: stated, .. }, Operation::ChangeKinds { cells, .. }) =
        (&change.operation, &change.inverse)
    else {
        return None;
    };
    let (table, field) = blueprint.field(id)?;
    if set.get(id) != Some(&field.kind) {
        return None;
    }
    let there = Converter::new(blueprint, was, &field.kind);
    let back = Converter::new(blueprint, &field.kind, was);
    let survives =
        |now: &CellValue| back.convert(now).and_then(|old| there.convert(&old)).as_ref() == Some(now);
    let mut untouched = Vec::new();
    for row in &table.sample_rows {
        let now = row.cells.get(id);
        let replaced = of(cells, &row.id, id);
        let is_as_made = match (of(&change.made, &row.id, id).or(of(stated, &row.id, id)), replaced) {
            (Some(made), _) => made.as_ref() == now,
            (None, Some(was)) => was.as_ref().and_then(|was| there.convert(was)).as_ref() == now,
            (None, None) => false,
        };
        if is_as_made {
            untouched.extend(replaced.map(|_| &row.id));
        } else if now.is_some_and(|now| !survives(now)) {
            return None;
        }
    }
    Some(untouched)
}

fn of<'a>(cells: &'a CellChanges, row: &RowId, field: &FieldId) -> Option<&'a Option<CellValue>> {
    cells.get(row).and_then(|values| values.get(field))
}
