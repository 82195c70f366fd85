//! Relations between records, each once.

use std::collections::HashSet;

use shared::blueprint::{Cardinality, Field, FieldId, FieldKind};

use super::model::{Item, Model, Property};

/// A relation: the field that names rows of another record, and the field over there that shows the same links.
pub(super) struct Edge {
    /// The end whose field it is.
    pub(super) from: End,
    /// The end whose rows the field names.
    pub(super) to: End,
}

/// An end of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct End {
    /// The record, by its place.
    pub(super) record: usize,
    /// The property that shows the links, by its place; nothing where no field does.
    pub(super) property: Option<usize>,
    /// Whether any number of this end's rows may belong to one row of the other end.
    pub(super) is_many: bool,
    /// Whether a row of the other end must have one.
    pub(super) is_required: bool,
}

/// Every relation, in the order of the fields.
pub(super) fn edges(model: &Model<'_>) -> Vec<Edge> {
    let mut seen: HashSet<(&FieldId, &FieldId)> = HashSet::new();
    let mut edges = Vec::new();
    for (place, record) in model.records.iter().enumerate() {
        for (position, property) in record.properties.iter().enumerate() {
            let (Item::Link(target), FieldKind::Relation { cardinality, inverse, .. }) =
                (&property.item, &property.field.kind)
            else {
                continue;
            };
            let id = &property.field.id;
            let other = inverse.as_ref().and_then(|inverse| relation(model, *target, inverse));
            let other = other.filter(|(_, other)| other.field.id != *id);
            let other_id = other.map_or(id, |(_, other)| &other.field.id);
            let pair = if id < other_id { (id, other_id) } else { (other_id, id) };
            if !seen.insert(pair) {
                continue;
            }
            let from = End {
                record: place,
                property: Some(position),
                is_many: other.is_none_or(|(_, other)| is_many(other.field)),
                is_required: other.is_some_and(|(_, other)| other.is_required),
            };
            let to = End {
                record: *target,
                property: other.map(|(position, _)| position),
                is_many: *cardinality == Cardinality::Many,
                is_required: property.is_required,
            };
            edges.push(Edge { from, to });
        }
    }
    edges
}

fn relation<'a, 'b>(model: &'b Model<'a>, record: usize, id: &FieldId) -> Option<(usize, &'b Property<'a>)> {
    let mut properties = model.record(record)?.properties.iter().enumerate();
    properties.find(|(_, property)| property.field.id == *id && matches!(property.item, Item::Link(_)))
}

fn is_many(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Relation { cardinality: Cardinality::Many, .. })
}
