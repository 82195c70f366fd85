//! Changing the kinds of fields, and with them the values of sample rows.

use std::collections::{BTreeMap, HashSet};
use std::mem;

use super::apply::in_bounds;
use super::convert::Converter;
use super::list::adopt;
use super::scope::field_mut;
use super::{CellChanges, ElementId, Operation, Rejection, ids};
use crate::blueprint::{Blueprint, CellValue, FieldId, FieldKind, Positions, RowId, is_id};

type Kinds = BTreeMap<FieldId, FieldKind>;

/// Gives `fields` their new kinds, and their values what `stated` says or conversion makes of them.
pub(super) fn change(
    blueprint: &mut Blueprint,
    fields: Kinds,
    stated: CellChanges,
    given: Positions,
) -> Result<Operation, Rejection> {
    check_options(blueprint, &fields, &given)?;
    let values = converted(blueprint, &fields, &stated);
    let mut before = Kinds::new();
    let mut positions = Positions::new();
    for (id, kind) in fields {
        let field = field_mut(&mut blueprint.tables, &id)?;
        let was = mem::replace(&mut field.kind, kind);
        let old = was.options().iter();
        positions.extend(old.filter_map(|option| blueprint.positions.remove_entry(option.id.as_str())));
        before.insert(id, was);
    }
    for id in before.keys() {
        let field = field_mut(&mut blueprint.tables, id)?;
        adopt(field.kind.options(), &given, &mut blueprint.positions);
    }
    let replaced = replace(blueprint, values);
    let cells = unconvertible(blueprint, &before, replaced);
    Ok(Operation::ChangeKinds { fields: before, cells, positions })
}

/// Every field is there; new options have ids of their own, or ones that the field's old options leave behind.
fn check_options(blueprint: &Blueprint, fields: &Kinds, given: &Positions) -> Result<(), Rejection> {
    let mut old = HashSet::new();
    for id in fields.keys() {
        let missing = || Rejection::missing(ElementId::Field(id.clone()));
        let (_, field) = blueprint.field(id).ok_or_else(missing)?;
        old.extend(field.kind.options().iter().map(|option| option.id.as_str()));
        in_bounds(&ElementId::Field(id.clone()), given.values())?;
    }
    let mut new = HashSet::new();
    for option in fields.values().flat_map(FieldKind::options) {
        let id = option.id.as_str();
        if !is_id(id) {
            return Err(Rejection::IdForm { id: id.to_owned() });
        }
        if !new.insert(id) {
            return Err(Rejection::IdTaken { id: id.to_owned() });
        }
    }
    if let Some(id) = ids(blueprint).find(|id| new.contains(id) && !old.contains(id)) {
        return Err(Rejection::IdTaken { id: id.to_owned() });
    }
    match given.keys().find(|id| !new.contains(id.as_str())) {
        Some(id) => Err(Rejection::Position { element: ElementId::Option(id.as_str().into()) }),
        None => Ok(()),
    }
}

type Values = Vec<(RowId, FieldId, Option<CellValue>)>;

/// The values that differ once `fields` have their new kinds.
fn converted(blueprint: &Blueprint, fields: &Kinds, stated: &CellChanges) -> Values {
    let mut values = Values::new();
    for (id, kind) in fields {
        let Some((table, field)) = blueprint.field(id) else { continue };
        let converter = Converter::new(blueprint, &field.kind, kind);
        for row in &table.sample_rows {
            let now = row.cells.get(id);
            let value = match stated.get(&row.id).and_then(|cells| cells.get(id)) {
                Some(stated) => stated.clone(),
                None => now.and_then(|now| converter.convert(now)),
            };
            if value.as_ref() != now {
                values.push((row.id.clone(), id.clone(), value));
            }
        }
    }
    values
}

/// Sets the values and gives back what they replaced.
fn replace(blueprint: &mut Blueprint, values: Values) -> Values {
    let mut rows: BTreeMap<RowId, Values> = BTreeMap::new();
    for value in values {
        rows.entry(value.0.clone()).or_default().push(value);
    }
    let mut replaced = Values::new();
    for row in blueprint.tables.iter_mut().flat_map(|table| &mut table.sample_rows) {
        for (id, field, value) in rows.remove(&row.id).into_iter().flatten() {
            let before = match value {
                Some(value) => row.cells.insert(field.clone(), value),
                None => row.cells.remove(&field),
            };
            replaced.push((id, field, before));
        }
    }
    replaced
}

/// Values that converting back does not give again: those, and those alone, the inverse must hold. It holds all that
/// were replaced where a relation is converted, for what converting back gives depends on the labels that rows then
/// have, and where the kind stays, so that an inverse without values and with the same kinds undoes nothing.
///
/// `blueprint` has its new kinds already: it is what the inverse will be applied to.
fn unconvertible(blueprint: &Blueprint, before: &Kinds, replaced: Values) -> CellChanges {
    let was: BTreeMap<(&RowId, &FieldId), &Option<CellValue>> =
        replaced.iter().map(|(row, field, value)| ((row, field), value)).collect();
    let mut kept = CellChanges::new();
    for (id, kind) in before {
        let Some((table, field)) = blueprint.field(id) else { continue };
        let converter = Converter::new(blueprint, &field.kind, kind);
        let is_whole = *kind == field.kind || depends_on_labels(kind, &field.kind);
        for row in &table.sample_rows {
            let now = row.cells.get(id);
            let back = now.and_then(|now| converter.convert(now));
            let replaced = was.get(&(&row.id, id));
            let value = replaced.map_or_else(|| now.cloned(), |value| (*value).clone());
            if back != value || (is_whole && replaced.is_some()) {
                kept.entry(row.id.clone()).or_default().insert(id.clone(), value);
            }
        }
    }
    kept
}

/// The values that a change of kinds, which `inverse` undoes, has just made where that depended on labels.
pub(super) fn made(blueprint: &Blueprint, inverse: &Operation) -> CellChanges {
    let mut made = CellChanges::new();
    let Operation::ChangeKinds { fields, cells, .. } = inverse else { return made };
    let by_label = |(id, was): &(&FieldId, &FieldKind)| {
        blueprint.field(id).is_some_and(|(_, field)| depends_on_labels(was, &field.kind))
    };
    let due: HashSet<&FieldId> = fields.iter().filter(by_label).map(|(id, _)| id).collect();
    for row in blueprint.tables.iter().flat_map(|table| &table.sample_rows) {
        let replaced = cells.get(&row.id).into_iter().flat_map(|values| values.keys());
        for field in replaced.filter(|field| due.contains(field)) {
            let value = row.cells.get(field).cloned();
            made.entry(row.id.clone()).or_default().insert(field.clone(), value);
        }
    }
    made
}

/// Whether converting between two kinds depends on the labels of rows, which others may change.
pub(super) fn depends_on_labels(one: &FieldKind, other: &FieldKind) -> bool {
    [one, other].into_iter().any(|kind| matches!(kind, FieldKind::Relation { .. }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::fixture::small;
    use crate::operation::apply;

    #[test]
    fn a_value_that_is_stated_with_a_kind_that_stays_is_a_change() {
        let (row, field) = (RowId::new("row_c"), FieldId::new("fld_tags"));
        let mut blueprint = small();
        let (row_id, field_id) = (row.clone(), field.clone());
        apply(&mut blueprint, Operation::SetCell { row: row_id, field: field_id, value: None }).unwrap();
        let before = blueprint.clone();
        let fields = Kinds::from([(field.clone(), before.field(&field).unwrap().1.kind.clone())]);
        let cells = CellChanges::from([(row, BTreeMap::from([(field, Some("stated".into()))]))]);
        let operation = Operation::ChangeKinds { fields, cells, positions: Positions::new() };

        let inverse = apply(&mut blueprint, operation.clone()).unwrap();

        assert!(!inverse.undoes_nothing_of(&operation));
        apply(&mut blueprint, inverse).unwrap();
        assert_eq!(blueprint, before);
    }
}
