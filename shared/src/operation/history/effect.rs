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
    let Change { operation, inverse, made } = change;
    let stands = match operation {
        Operation::Add { element, .. } => {
            Element::find(blueprint, &element.id()).is_some_and(|now| now == **element)
        }
        Operation::Remove { element } => Element::find(blueprint, element).is_none(),
        Operation::Move { element, position: at } => position(blueprint, element).as_ref() == Some(at),
        Operation::SetCell { row, field, value } => {
            blueprint.row(row).is_some_and(|(_, row)| row.cells.get(field) == value.as_ref())
        }
        Operation::ChangeKinds { fields, cells, .. } => {
            return kinds(blueprint, (fields, cells), (inverse, made));
        }
        edit => edit.holds(blueprint),
    };
    stands.then(|| inverse.clone())
}

type Kinds = BTreeMap<FieldId, FieldKind>;

/// Of a change of kinds, those that still stand go back, with the values that nobody has changed since.
fn kinds(
    blueprint: &Blueprint,
    (set, stated): (&Kinds, &CellChanges),
    (inverse, made): (&Operation, &CellChanges),
) -> Option<Operation> {
    let Operation::ChangeKinds { fields: before, cells, positions } = inverse else { return None };
    let stands = |id: &FieldId| blueprint.field(id).map(|(_, field)| &field.kind) == set.get(id);
    let fields: Kinds =
        before.iter().filter(|(id, _)| stands(id)).map(|(id, it)| (id.clone(), it.clone())).collect();
    if fields.is_empty() {
        return None;
    }
    let is_untouched = |row: &RowId, field: &FieldId, was: &Option<CellValue>| {
        let (Some(from), Some(to)) = (fields.get(field), set.get(field)) else { return false };
        let made = match [made, stated].into_iter().find_map(|cells| cells.get(row)?.get(field)) {
            Some(stated) => stated.clone(),
            None => was.as_ref().and_then(|was| Converter::new(blueprint, from, to).convert(was)),
        };
        blueprint.row(row).is_some_and(|(_, row)| row.cells.get(field) == made.as_ref())
    };
    let mut kept = CellChanges::new();
    for (row, values) in cells {
        for (field, was) in values.iter().filter(|(field, was)| is_untouched(row, field, was)) {
            kept.entry(row.clone()).or_default().insert(field.clone(), was.clone());
        }
    }
    let mut positions = positions.clone();
    positions
        .retain(|id, _| fields.values().flat_map(FieldKind::options).any(|option| option.id.as_str() == id));
    Some(Operation::ChangeKinds { fields, cells: kept, positions })
}
