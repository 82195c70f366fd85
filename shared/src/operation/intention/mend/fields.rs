//! Fields that cannot be as they are.

use super::Case;
use crate::blueprint::{FieldKind, RollupFunction};
use crate::operation::{ElementId, Operation};
use crate::validate::ProblemKind;

/// Fewest and most stars.
const STARS: (u8, u8) = (1, 10);

impl Case<'_> {
    /// The nearest kind that holds: text for a select without options, as many stars as there may be, a count.
    pub(super) fn kind(&self) -> Option<Vec<Operation>> {
        let ElementId::Field(id) = &self.element else { return None };
        let (_, field) = self.blueprint.field(id)?;
        let kind = match (&field.kind, self.problem.code) {
            (FieldKind::Select { .. } | FieldKind::MultiSelect { .. }, ProblemKind::EmptySelect) => {
                FieldKind::Text
            }
            (FieldKind::Rating { max }, _) => FieldKind::Rating { max: (*max).clamp(STARS.0, STARS.1) },
            (FieldKind::Rollup { relation, .. }, _) => {
                let (relation, function) = (relation.clone(), RollupFunction::Count);
                FieldKind::Rollup { relation, field: None, function }
            }
            _ => return None,
        };
        Some(vec![Operation::change_kind(id.clone(), kind)])
    }
}
