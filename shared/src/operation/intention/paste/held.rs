//! Relations and rollups: they are pasted as text, and become what they were once all they lead to is there.

use std::collections::BTreeMap;
use std::mem;

use super::fit::Fit;
use crate::blueprint::{Blueprint, CellValue, Field, FieldId, FieldKind, Positions, RowId, TableId, View};
use crate::operation::intention::Draft;
use crate::operation::intention::remove::without_field;
use crate::operation::{CellChanges, Element, Operation, Rejection};

/// What waits until everything is there.
#[derive(Default)]
pub(super) struct Held {
    kinds: BTreeMap<FieldId, FieldKind>,
    cells: BTreeMap<FieldId, BTreeMap<RowId, CellValue>>,
}

impl Held {
    fn hold_cells(&mut self, field: &mut Field, cells: &mut BTreeMap<RowId, CellValue>) {
        if self.takes(field) {
            self.cells.insert(field.id.clone(), mem::take(cells));
        }
    }

    /// The element with texts in the place of relations and rollups.
    pub(super) fn hold(&mut self, mut element: Element) -> Element {
        match &mut element {
            Element::Field { field, cells, .. } => self.hold_cells(field, cells),
            Element::Table(table) => {
                let taken: Vec<FieldId> = table
                    .fields
                    .iter_mut()
                    .filter_map(|field| self.takes(field).then(|| field.id.clone()))
                    .collect();
                for row in &mut table.sample_rows {
                    for field in &taken {
                        let value = row.cells.remove(field).map(|value| (row.id.clone(), value));
                        self.cells.entry(field.clone()).or_default().extend(value);
                    }
                }
            }
            _ => {}
        }
        element
    }

    fn takes(&mut self, field: &mut Field) -> bool {
        let is_held = matches!(field.kind, FieldKind::Relation { .. } | FieldKind::Rollup { .. });
        if is_held {
            let kind = mem::replace(&mut field.kind, FieldKind::Text);
            self.kinds.insert(field.id.clone(), kind);
        }
        is_held
    }

    /// Makes of what was held what it was, where what it leads to is there; the rest stays text.
    ///
    /// # Errors
    /// When a kind does not apply.
    pub(super) fn release(self, draft: &mut Draft) -> Result<(), Rejection> {
        let relations: BTreeMap<_, _> =
            self.kinds.iter().filter_map(|it| self.relation(&draft.work, it)).collect();
        let rollups = self.kinds.iter().filter(|(id, kind)| is_rollup(&draft.work, &relations, id, kind));
        let rollups: Vec<_> = rollups.map(|(id, kind)| (id.clone(), kind.clone())).collect();
        let fields: BTreeMap<_, _> = relations.into_iter().chain(rollups).collect();
        let lost: Vec<FieldId> = self.kinds.keys().filter(|id| !fields.contains_key(*id)).cloned().collect();
        if !fields.is_empty() {
            let cells = self.links(&draft.work, &fields);
            draft.does(Operation::ChangeKinds { fields, cells, positions: Positions::new() })?;
        }
        lost.iter().try_for_each(|field| draft.edit_views(|view| with_text(view, field)))
    }

    /// A relation whose table is there; its other side must have been pasted with it, where it belongs.
    fn relation(&self, work: &Blueprint, (id, kind): (&FieldId, &FieldKind)) -> Option<(FieldId, FieldKind)> {
        let FieldKind::Relation { table, cardinality, inverse } = kind else { return None };
        work.table(table)?;
        let is_other_side = |other: &FieldId| {
            let leads_back = matches!(self.kinds.get(other), Some(FieldKind::Relation { table, inverse, .. })
                if inverse.as_ref() == Some(id) && holder(work, id) == Some(table));
            leads_back && holder(work, other) == Some(table)
        };
        let inverse = inverse.clone().filter(is_other_side);
        Some((id.clone(), FieldKind::Relation { table: table.clone(), cardinality: *cardinality, inverse }))
    }

    /// The links of relations to rows that are there.
    fn links(&self, work: &Blueprint, fields: &BTreeMap<FieldId, FieldKind>) -> CellChanges {
        let fit = Fit { work };
        let mut links = CellChanges::new();
        for (field, kind) in fields.iter().filter(|(_, kind)| matches!(kind, FieldKind::Relation { .. })) {
            for (row, value) in self.cells.get(field).into_iter().flatten() {
                if let Some(value @ CellValue::List(_)) = fit.ids(kind, value) {
                    links.entry(row.clone()).or_default().insert(field.clone(), Some(value));
                }
            }
        }
        links
    }
}

/// Whether a rollup has a relation to follow, and something to compute over.
fn is_rollup(
    work: &Blueprint,
    relations: &BTreeMap<FieldId, FieldKind>,
    id: &FieldId,
    kind: &FieldKind,
) -> bool {
    let FieldKind::Rollup { relation, field, .. } = kind else { return false };
    let own = || work.field(relation).map(|(_, relation)| &relation.kind);
    let Some(FieldKind::Relation { table, .. }) = relations.get(relation).or_else(own) else { return false };
    let is_there = |field: &FieldId| work.table(table).is_some_and(|table| table.field(field).is_some());
    holder(work, relation) == holder(work, id) && field.as_ref().is_none_or(is_there)
}

fn holder<'a>(work: &'a Blueprint, field: &FieldId) -> Option<&'a TableId> {
    work.field(field).map(|(table, _)| &table.id)
}

/// The view without what only a relation can do; the field still shows.
fn with_text(view: &View, field: &FieldId) -> View {
    let (sorts, visible_fields) = (view.sorts.clone(), view.visible_fields.clone());
    View { sorts, visible_fields, ..without_field(view, field) }
}
