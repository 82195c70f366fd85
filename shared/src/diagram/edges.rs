//! Relations between tables, each once.

use std::collections::{HashMap, HashSet};

use crate::blueprint::{Blueprint, Cardinality, Field, FieldId, FieldKind, TableId};

/// A relation: the field that names rows of another table, and the field over there that shows the same links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The end whose field it is.
    pub from: End,
    /// The end whose rows the field names.
    pub to: End,
}

/// An end of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// The table, by its place in the blueprint.
    pub table: usize,
    /// The field that shows the links, by its place in the table; nothing where no field does.
    pub field: Option<usize>,
    /// Whether any number of this end's rows may belong to one row of the other end.
    pub is_many: bool,
    /// Whether a row of the other end must have one.
    pub is_required: bool,
}

impl Edge {
    /// Whether `table` is at one of its ends.
    pub fn touches(&self, table: usize) -> bool {
        self.from.table == table || self.to.table == table
    }
}

/// Every relation, in the order of the fields. A relation to a table that is not there is none.
pub fn edges(blueprint: &Blueprint) -> Vec<Edge> {
    let tables: HashMap<&TableId, usize> =
        blueprint.tables.iter().enumerate().map(|(place, table)| (&table.id, place)).collect();
    let mut seen: HashSet<(&FieldId, &FieldId)> = HashSet::new();
    let mut edges = Vec::new();
    for (place, table) in blueprint.tables.iter().enumerate() {
        for (position, field) in table.fields.iter().enumerate() {
            let FieldKind::Relation { table: target, cardinality, inverse } = &field.kind else { continue };
            let Some(target) = tables.get(target).copied() else { continue };
            let other = inverse.as_ref().and_then(|inverse| relation(blueprint, &tables, target, inverse));
            let other = other.filter(|(_, other)| other.id != field.id);
            let other_id = other.map_or(&field.id, |(_, other)| &other.id);
            let pair = if field.id < *other_id { (&field.id, other_id) } else { (other_id, &field.id) };
            if !seen.insert(pair) {
                continue;
            }
            let from = End {
                table: place,
                field: Some(position),
                is_many: other.is_none_or(|(_, other)| is_many(other)),
                is_required: other.is_some_and(|(_, other)| other.required),
            };
            let to = End {
                table: target,
                field: other.map(|(position, _)| position),
                is_many: *cardinality == Cardinality::Many,
                is_required: field.required,
            };
            edges.push(Edge { from, to });
        }
    }
    edges
}

/// The field `id` of the table at `place`, if it is a relation to a table that is there.
fn relation<'a>(
    blueprint: &'a Blueprint,
    tables: &HashMap<&TableId, usize>,
    place: usize,
    id: &FieldId,
) -> Option<(usize, &'a Field)> {
    let mut fields = blueprint.tables.get(place)?.fields.iter().enumerate();
    let is_relation = |field: &Field| matches!(&field.kind, FieldKind::Relation { table, .. } if tables.contains_key(table));
    fields.find(|(_, field)| field.id == *id && is_relation(field))
}

fn is_many(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Relation { cardinality: Cardinality::Many, .. })
}
