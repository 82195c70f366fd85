//! A relation with its other side.

use std::collections::BTreeMap;

use super::{Draft, NewId};
use crate::blueprint::{Blueprint, Cardinality, Field, FieldId, FieldKind, Positions, TableId};
use crate::operation::{CellChanges, Element, ElementKind, Operation, Rejection};

/// One side of a relation that is to be: the field on `table` that names rows of the other one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The table that gets the field; both sides may be the same one.
    pub table: TableId,
    /// The name of the field.
    pub name: String,
    /// How many rows of the other table it may name.
    pub cardinality: Cardinality,
}

/// Two fields at the ends of their tables that show the same links from either side.
///
/// # Errors
/// When a table is not there or full.
pub fn relate(
    blueprint: &Blueprint,
    first: &Related,
    second: &Related,
    new_id: &mut NewId<'_>,
) -> Result<Vec<Operation>, Rejection> {
    let ids = [FieldId::new(new_id(ElementKind::Field)), FieldId::new(new_id(ElementKind::Field))];
    let [first_id, second_id] = &ids;
    let mut draft = Draft::new(blueprint);
    let mut kinds = BTreeMap::new();
    for (id, side, other, other_id) in
        [(first_id, first, second, second_id), (second_id, second, first, first_id)]
    {
        let kind = |inverse| FieldKind::Relation {
            table: other.table.clone(),
            cardinality: side.cardinality,
            inverse,
        };
        let field = Field {
            id: id.clone(),
            name: side.name.clone(),
            description: String::new(),
            required: false,
            kind: kind(None),
            reason: None,
        };
        let cells = BTreeMap::new();
        draft.does(Operation::add(Element::Field { table: side.table.clone(), field, cells }))?;
        kinds.insert(id.clone(), kind(Some(other_id.clone())));
    }
    let (cells, positions) = (CellChanges::new(), Positions::new());
    draft.does(Operation::ChangeKinds { fields: kinds, cells, positions })?;
    Ok(draft.operations)
}
