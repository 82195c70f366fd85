//! The order of computed fields: what a field reads is made before it.

use std::collections::{BTreeMap, BTreeSet};

use crate::blueprint::{Field, FieldKind};

/// Rollups and formulas, each after those it reads. Where they read each other in a ring, the document's order holds.
pub(super) fn computed<'a>(fields: impl Iterator<Item = &'a Field>) -> Vec<&'a Field> {
    let fields: Vec<_> = fields.filter(|field| field.kind.is_computed()).collect();
    let by_id: BTreeMap<_, _> = fields.iter().map(|field| (field.id.as_str(), *field)).collect();
    let mut order = Order { by_id, seen: BTreeSet::new(), sorted: Vec::new() };
    for field in fields {
        order.visit(field);
    }
    order.sorted
}

struct Order<'a> {
    by_id: BTreeMap<&'a str, &'a Field>,
    seen: BTreeSet<&'a str>,
    sorted: Vec<&'a Field>,
}

impl<'a> Order<'a> {
    /// Depth first; a field that is seen already is placed, or being placed further up the stack.
    fn visit(&mut self, field: &'a Field) {
        if !self.seen.insert(field.id.as_str()) {
            return;
        }
        for read in reads(field) {
            if let Some(field) = self.by_id.get(read).copied() {
                self.visit(field);
            }
        }
        self.sorted.push(field);
    }
}

/// Ids of the fields that a computed field reads.
fn reads(field: &Field) -> Vec<&str> {
    match &field.kind {
        FieldKind::Rollup { field: Some(field), .. } => vec![field.as_str()],
        FieldKind::Formula { expression } => expression
            .split('{')
            .skip(1)
            .filter_map(|part| part.split_once('}'))
            .map(|(id, _)| id.trim())
            .collect(),
        _ => Vec::new(),
    }
}
