//! Which table to import first.

use shared::blueprint::{Blueprint, Cardinality, Field, FieldId, FieldKind, Table};

/// The positions of the tables in the order in which to import them: each after those that its own columns name, where
/// they do not name each other in a ring; else in the blueprint's order.
pub(crate) fn import_order(blueprint: &Blueprint) -> Vec<usize> {
    let mut waiting: Vec<_> = blueprint.tables.iter().enumerate().collect();
    let mut order = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let needs_waiting = |table: &Table| {
            let mut needed = table.fields.iter().filter(|field| !is_mirror(blueprint, field));
            needed.any(|field| match &field.kind {
                FieldKind::Relation { table: other, .. } => {
                    *other != table.id && waiting.iter().any(|(_, table)| table.id == *other)
                }
                _ => false,
            })
        };
        let next = waiting.iter().position(|(_, table)| !needs_waiting(table)).unwrap_or_default();
        order.push(waiting.remove(next).0);
    }
    order
}

/// Whether `field` only shows a relation from its other side: where an importer makes one side, the other comes by
/// itself. Of two sides, the one that names at most one row is kept, else the one that comes first.
pub(crate) fn is_mirror(blueprint: &Blueprint, field: &Field) -> bool {
    let FieldKind::Relation { cardinality, inverse: Some(inverse), .. } = &field.kind else { return false };
    if *inverse == field.id {
        return false;
    }
    let Some((_, other)) = blueprint.field(inverse) else { return false };
    let FieldKind::Relation { cardinality: other_cardinality, .. } = &other.kind else { return false };
    match (cardinality, other_cardinality) {
        (Cardinality::Many, Cardinality::One) => true,
        (Cardinality::One, Cardinality::Many) => false,
        _ => position(blueprint, &other.id) < position(blueprint, &field.id),
    }
}

fn position(blueprint: &Blueprint, id: &FieldId) -> Option<usize> {
    blueprint.tables.iter().flat_map(|table| &table.fields).position(|field| field.id == *id)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn tables_come_after_those_they_name() {
        let relation = |id: &str, table: &str, cardinality: &str, inverse: Option<&str>| {
            json!({"id": id, "name": id, "kind": {
                "type": "relation", "table": table, "cardinality": cardinality, "inverse": inverse,
            }})
        };
        let table = |id: &str, fields: serde_json::Value| json!({"id": id, "name": id, "fields": fields});
        let blueprint: Blueprint = serde_json::from_value(json!({
            "schema_version": 1, "id": "bp", "name": "A", "tables": [
                table("tbl_a", json!([relation("fld_ab", "tbl_b", "one", Some("fld_ba"))])),
                table("tbl_b", json!([
                    relation("fld_ba", "tbl_a", "many", Some("fld_ab")),
                    relation("fld_bb", "tbl_b", "one", None),
                ])),
                table("tbl_c", json!([])),
            ],
        }))
        .unwrap();

        assert_eq!(import_order(&blueprint), [1, 0, 2]);
        let mirrors = blueprint.tables.iter().flat_map(|table| &table.fields);
        let mirrors: Vec<_> = mirrors.filter(|field| is_mirror(&blueprint, field)).collect();
        assert_eq!(mirrors.len(), 1);
        assert_eq!(mirrors[0].id.as_str(), "fld_ba");
    }
}
