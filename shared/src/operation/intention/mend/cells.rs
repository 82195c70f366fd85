//! Values of sample rows that do not fit their fields.

use super::Case;
use crate::blueprint::{CellValue, FieldId};
use crate::operation::{ElementId, Operation};
use crate::validate::ProblemKind;

impl Case<'_> {
    /// What of the value can stay: each item once, or the first one, or those that are known; nothing of others.
    pub(super) fn cell(&self) -> Option<Vec<Operation>> {
        let ElementId::Row(row) = &self.element else { return None };
        let steps = self.steps();
        let at = steps.iter().position(|step| *step == "cells")?;
        let field = FieldId::new(*steps.get(at + 1)?);
        let (_, found) = self.blueprint.row(row)?;
        let item = steps.get(at + 2).and_then(|item| item.parse::<usize>().ok());
        let value = self.left(found.cells.get(&field)?, item);
        Some(vec![Operation::SetCell { row: row.clone(), field, value }])
    }

    fn left(&self, value: &CellValue, item: Option<usize>) -> Option<CellValue> {
        let CellValue::List(items) = value else { return None };
        let mut items = items.clone();
        match (self.problem.code, item) {
            (ProblemKind::CellTooMany, _) => items.truncate(1),
            (_, Some(item)) if item < items.len() => drop(items.remove(item)),
            _ => return None,
        }
        (!items.is_empty()).then_some(CellValue::List(items))
    }
}
