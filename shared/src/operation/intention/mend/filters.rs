//! Filters with conditions that test nothing.

use super::Case;
use crate::blueprint::Filter;
use crate::operation::{AutomationProperty, ChartProperty, ElementId, Operation, ViewProperty};
use crate::validate::ProblemKind;

impl Case<'_> {
    /// The element without a filter.
    pub(super) fn unfiltered(&self) -> Option<Vec<Operation>> {
        self.filtered(None)
    }

    /// The filter without the condition, or without the value that the condition does not need; no filter is left where
    /// that was the only one.
    pub(super) fn without_condition(&self) -> Option<Vec<Operation>> {
        let mut filter = self.filter()?.clone();
        let at = self.index_after("conditions")?;
        let condition = filter.conditions.get_mut(at)?;
        if self.problem.code == ProblemKind::FilterValueUnneeded {
            condition.value = None;
        } else {
            filter.conditions.remove(at);
        }
        self.filtered((!filter.conditions.is_empty()).then_some(filter))
    }

    fn filter(&self) -> Option<&Filter> {
        // The share of a chart has a filter of its own, which it cannot do without.
        if self.steps().contains(&"of") {
            return None;
        }
        match &self.element {
            ElementId::View(_) => self.view()?.filter.as_ref(),
            ElementId::Automation(id) => {
                self.blueprint.automations.iter().find(|it| it.id == *id)?.filter.as_ref()
            }
            ElementId::Chart(_) => self.chart_at()?.filter.as_ref(),
            _ => None,
        }
    }

    fn filtered(&self, filter: Option<Filter>) -> Option<Vec<Operation>> {
        self.filter()?;
        Some(vec![match self.element.clone() {
            ElementId::View(view) => Operation::EditView { view, set: ViewProperty::Filter(filter) },
            ElementId::Automation(automation) => {
                Operation::EditAutomation { automation, set: AutomationProperty::Filter(filter) }
            }
            ElementId::Chart(chart) => Operation::EditChart { chart, set: ChartProperty::Filter(filter) },
            _ => return None,
        }])
    }
}
