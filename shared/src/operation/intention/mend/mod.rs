//! What mends a problem at a press.

mod cells;
mod charts;
mod fields;
mod filters;
mod names;
#[cfg(test)]
mod tests;
mod views;

pub(crate) use names::beside;

use super::NewId;
use crate::blueprint::Blueprint;
use crate::operation::{ElementId, Operation, apply_all};
use crate::platform::Platform;
use crate::validate::{Problem, ProblemKind};
use crate::words::Language;

/// A problem with where it stands.
struct Case<'a> {
    blueprint: &'a Blueprint,
    problem: &'a Problem,
    /// The innermost element that the problem is about.
    element: ElementId,
    platform: Platform,
    language: Language,
}

/// The operations that mend `problem`, which [`crate::validate::validate`] found in `blueprint` for `platform`, as its
/// fix says: one way that costs nothing that could be kept. Nothing where a person has to choose.
pub fn mend(
    blueprint: &Blueprint,
    problem: &Problem,
    platform: Platform,
    new_id: &mut NewId<'_>,
    language: Language,
) -> Option<Vec<Operation>> {
    let element = ElementId::at(blueprint, &problem.pointer);
    let case = Case { blueprint, problem, element, platform, language };
    let operations = case.operations(new_id)?;
    apply_all(&mut blueprint.clone(), operations.clone()).ok()?;
    Some(operations)
}

impl Case<'_> {
    fn operations(&self, new_id: &mut NewId<'_>) -> Option<Vec<Operation>> {
        use ProblemKind as Kind;
        match self.problem.code {
            Kind::EmptyName | Kind::DuplicateName | Kind::DuplicateOption => self.free_name(),
            Kind::PlatformTableName
            | Kind::PlatformFieldName
            | Kind::PlatformOptionName
            | Kind::PlatformTableCharacters
            | Kind::PlatformOptionCharacters => self.fitting_name(),
            Kind::EmptySelect | Kind::RatingMax | Kind::RollupWithoutField | Kind::RollupFunction => {
                self.kind()
            }
            Kind::TableWithoutViews => self.grid(new_id),
            Kind::RepeatedField => self.once(),
            Kind::GroupField => self.ungrouped(),
            Kind::EmptyFilter => self.unfiltered(),
            Kind::FilterOperator
            | Kind::FilterValueMissing
            | Kind::FilterValueForm
            | Kind::FilterRange
            | Kind::FilterOption
            | Kind::FilterRow
            | Kind::FilterValueUnneeded => self.without_condition(),
            Kind::CellForm
            | Kind::CellOption
            | Kind::CellRow
            | Kind::CellRange
            | Kind::CellComputed
            | Kind::CellTooMany
            | Kind::CellRepeats => self.cell(),
            Kind::EmptyDashboard | Kind::AutomationWithoutActions => {
                Some(vec![Operation::remove(self.element.clone())])
            }
            Kind::ChartAxisUnneeded
            | Kind::ChartBucket
            | Kind::ChartBucketMissing
            | Kind::ChartMeasureField => self.chart(),
            _ => None,
        }
    }

    /// The steps of the problem's pointer.
    fn steps(&self) -> Vec<&str> {
        self.problem.pointer.trim_start_matches("#/").split('/').collect()
    }

    /// The number that follows `key` in the pointer, for the last time.
    fn index_after(&self, key: &str) -> Option<usize> {
        let steps = self.steps();
        let at = steps.iter().rposition(|step| *step == key)?;
        steps.get(at + 1)?.parse().ok()
    }
}
