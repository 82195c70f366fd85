//! Which table to import first.

use std::collections::{BTreeMap, HashSet};

use shared::blueprint::{Blueprint, Cardinality, Field, FieldId, FieldKind, TableId};

/// The positions of the tables in the order in which to import them: each after those that its own columns name, where
/// they do not name each other in a ring; else in the blueprint's order.
pub(crate) fn import_order(blueprint: &Blueprint) -> Vec<usize> {
    let sides = Sides::new(blueprint);
    let mut waiting: Vec<_> = blueprint.tables.iter().enumerate().collect();
    let mut needed: Vec<HashSet<&TableId>> = Vec::with_capacity(waiting.len());
    for table in &blueprint.tables {
        let kept = table.fields.iter().filter(|field| !sides.is_mirror(field));
        let named = kept.filter_map(|field| match &field.kind {
            FieldKind::Relation { table: other, .. } if *other != table.id => Some(other),
            _ => None,
        });
        needed.push(named.collect());
    }
    let mut order = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let is_ready = |at: usize| match needed.get(at) {
            Some(needed) => !waiting.iter().any(|(_, table)| needed.contains(&table.id)),
            None => true,
        };
        let next = waiting.iter().position(|(at, _)| is_ready(*at)).unwrap_or_default();
        order.push(waiting.remove(next).0);
    }
    order
}

/// The two sides of relations.
pub(crate) struct Sides<'a> {
    fields: BTreeMap<&'a FieldId, (usize, &'a Field)>,
}

impl<'a> Sides<'a> {
    /// Of `blueprint`.
    pub(crate) fn new(blueprint: &'a Blueprint) -> Self {
        let fields = blueprint.tables.iter().flat_map(|table| &table.fields).enumerate();
        Self { fields: fields.map(|(at, field)| (&field.id, (at, field))).collect() }
    }

    /// Whether `field` only shows a relation from its other side: where an importer makes one side, the other comes by
    /// itself. Of two sides, the one that names at most one row is kept, else the one that comes first.
    pub(crate) fn is_mirror(&self, field: &Field) -> bool {
        let FieldKind::Relation { cardinality, inverse: Some(inverse), .. } = &field.kind else {
            return false;
        };
        let (Some((at, _)), Some((other_at, other))) = (self.fields.get(&field.id), self.fields.get(inverse))
        else {
            return false;
        };
        let FieldKind::Relation { cardinality: other_cardinality, .. } = &other.kind else { return false };
        match (cardinality, other_cardinality) {
            (Cardinality::Many, Cardinality::One) => true,
            (Cardinality::One, Cardinality::Many) => false,
            _ => other_at < at,
        }
    }
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
        let sides = Sides::new(&blueprint);
        let mirrors: Vec<_> = mirrors.filter(|field| sides.is_mirror(field)).collect();
        assert_eq!(mirrors.len(), 1);
        assert_eq!(mirrors[0].id.as_str(), "fld_ba");
    }
}
