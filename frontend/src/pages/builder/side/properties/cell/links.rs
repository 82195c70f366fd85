//! The links of a relation: those of its own cell, and those that only the other side's cells hold.

use shared::blueprint::{Blueprint, CellValue, FieldId, FieldKind, RowId};
use shared::operation::Operation;

/// Every row that `row` is linked to through `field`, its own links first.
pub(in super::super) fn links(blueprint: &Blueprint, row: &RowId, field: &FieldId) -> Vec<String> {
    let own = blueprint.row(row).and_then(|(_, row)| row.cells.get(field));
    let mut links = own.map_or(&[][..], CellValue::list).to_vec();
    for (id, _) in claims(blueprint, row, field) {
        if !links.iter().any(|link| link == id.as_str()) {
            links.push(id.to_string());
        }
    }
    links
}

/// Links `row` through `field` to `wanted` and to no others, from either side.
pub(crate) fn link(
    blueprint: &Blueprint,
    row: &RowId,
    field: &FieldId,
    wanted: Vec<String>,
) -> Vec<Operation> {
    let mut operations = Vec::new();
    let given_up = claims(blueprint, row, field).into_iter().filter(|(id, _)| {
        let is_wanted = wanted.iter().any(|link| link == id.as_str());
        !is_wanted && id != row
    });
    if let Some(inverse) = inverse(blueprint, field) {
        for (other, claimed) in given_up {
            let left: Vec<String> = claimed.iter().filter(|id| *id != row.as_str()).cloned().collect();
            let value = (!left.is_empty()).then_some(CellValue::List(left));
            operations.push(Operation::SetCell { row: other, field: inverse.clone(), value });
        }
    }
    let value = (!wanted.is_empty()).then_some(CellValue::List(wanted));
    operations.push(Operation::SetCell { row: row.clone(), field: field.clone(), value });
    operations
}

fn inverse(blueprint: &Blueprint, field: &FieldId) -> Option<FieldId> {
    match &blueprint.field(field)?.1.kind {
        FieldKind::Relation { inverse, .. } => inverse.clone(),
        _ => None,
    }
}

/// The rows of the other side whose own cells name `row`, with those cells.
fn claims(blueprint: &Blueprint, row: &RowId, field: &FieldId) -> Vec<(RowId, Vec<String>)> {
    let Some(inverse) = inverse(blueprint, field) else { return Vec::new() };
    let Some((table, _)) = blueprint.field(&inverse) else { return Vec::new() };
    let claim = |other: &shared::blueprint::SampleRow| {
        let named = other.cells.get(&inverse)?.list();
        named.iter().any(|id| id == row.as_str()).then(|| (other.id.clone(), named.to_vec()))
    };
    table.sample_rows.iter().filter_map(claim).collect()
}

#[cfg(test)]
mod tests {
    use shared::design::design;
    use shared::operation::apply_all;

    use super::*;
    use crate::state::draft::suggested;

    #[test]
    fn what_is_linked_from_either_side_can_be_let_go() {
        let mut blueprint = design(&suggested());
        let tables = blueprint.tables.clone();
        let mut fields = tables.iter().flat_map(|table| table.fields.iter().map(move |field| (table, field)));
        let paired = fields.find(|(table, field)| {
            matches!(field.kind, FieldKind::Relation { inverse: Some(_), .. })
                && !table.sample_rows.is_empty()
        });
        let Some((table, field)) = paired else { return };
        for row in &table.sample_rows {
            let operations = link(&blueprint, &row.id, &field.id, Vec::new());
            apply_all(&mut blueprint, operations).unwrap();
            assert!(links(&blueprint, &row.id, &field.id).is_empty());
        }
    }
}
