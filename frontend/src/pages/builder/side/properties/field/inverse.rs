//! The other side of a relation.

use std::collections::{BTreeMap, BTreeSet};

use shared::blueprint::{Blueprint, Cardinality, CellValue, Field, FieldId, FieldKind, Positions, TableId};
use shared::operation::intention::{free_name, remove};
use shared::operation::{CellChanges, Element, ElementId, Operation, Rejection};
use shared::words::Language;

use super::super::cell::links::links;

/// Adds a field to the other table that shows the same links from there; nothing for what is no relation, or has one.
pub(super) fn add(
    blueprint: &Blueprint,
    relation: &FieldId,
    new: FieldId,
    language: Language,
) -> Option<Vec<Operation>> {
    let (table, field) = blueprint.field(relation)?;
    let FieldKind::Relation { table: related, cardinality, inverse: None } = &field.kind else { return None };
    let other = blueprint.table(related)?;
    let taken: Vec<_> = other.fields.iter().map(|field| field.name.as_str()).collect();
    let back = |inverse| kind(&table.id, Cardinality::Many, inverse);
    let added = Field {
        id: new.clone(),
        name: free_name(&table.name, &taken, language),
        description: String::new(),
        required: false,
        kind: back(None),
        reason: None,
    };
    let fields = BTreeMap::from([
        (new.clone(), back(Some(relation.clone()))),
        (relation.clone(), kind(related, *cardinality, Some(new))),
    ]);
    let (cells, positions) = (CellChanges::new(), Positions::new());
    Some(vec![
        Operation::add(Element::Field { table: related.clone(), field: added, cells: BTreeMap::new() }),
        Operation::ChangeKinds { fields, cells, positions },
    ])
}

fn kind(table: &TableId, cardinality: Cardinality, inverse: Option<FieldId>) -> FieldKind {
    FieldKind::Relation { table: table.clone(), cardinality, inverse }
}

/// Takes the other side of a relation away; links that it alone held come to this side.
///
/// # Errors
/// When the other side cannot go.
pub(super) fn take_away(blueprint: &Blueprint, relation: &FieldId) -> Result<Vec<Operation>, Rejection> {
    let missing = || Rejection::Missing { element: ElementId::Field(relation.clone()) };
    let (table, field) = blueprint.field(relation).ok_or_else(missing)?;
    let FieldKind::Relation { inverse: Some(inverse), cardinality, .. } = &field.kind else {
        return Ok(Vec::new());
    };
    let most = if *cardinality == Cardinality::One { 1 } else { usize::MAX };
    let mut operations = Vec::new();
    for row in &table.sample_rows {
        let mut all = links(blueprint, &row.id, relation);
        all.truncate(most);
        let own: BTreeSet<_> = row.cells.get(relation).map_or(&[][..], CellValue::list).iter().collect();
        if all.iter().any(|id| !own.contains(id)) {
            let (row, field) = (row.id.clone(), relation.clone());
            operations.push(Operation::SetCell { row, field, value: Some(CellValue::List(all)) });
        }
    }
    if inverse != relation {
        operations.extend(remove(blueprint, &ElementId::Field(inverse.clone()))?);
    }
    Ok(operations)
}

#[cfg(test)]
mod tests {
    use shared::design::design;
    use shared::operation::apply_all;
    use shared::validate::structure;

    use super::*;
    use crate::state::draft::suggested;

    #[test]
    fn another_side_comes_and_goes() {
        let mut blueprint = design(&suggested());
        let (one, other) = (blueprint.tables[0].id.clone(), blueprint.tables[1].id.clone());
        let relation = FieldId::new("fld_new_relation");
        let field = Field {
            id: relation.clone(),
            name: "New".to_owned(),
            description: String::new(),
            required: false,
            kind: kind(&other, Cardinality::Many, None),
            reason: None,
        };
        let element = Element::Field { table: one, field, cells: BTreeMap::new() };
        apply_all(&mut blueprint, vec![Operation::add(element)]).unwrap();
        let before = blueprint.clone();

        let operations = add(&blueprint, &relation, FieldId::new("fld_back"), Language::En).unwrap();
        apply_all(&mut blueprint, operations).unwrap();
        assert!(structure(&blueprint).is_empty());
        assert!(blueprint.field(&FieldId::new("fld_back")).is_some());

        let operations = take_away(&blueprint, &relation).unwrap();
        apply_all(&mut blueprint, operations).unwrap();
        assert_eq!(blueprint, before);
    }
}
