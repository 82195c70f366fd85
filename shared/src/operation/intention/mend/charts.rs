//! Charts that say more or less than their kind shows.

use super::Case;
use crate::blueprint::{Bucket, Chart, Grouping, Measure, MeasureFunction};
use crate::operation::{ChartProperty, ElementId, Operation};
use crate::validate::ProblemKind;

impl Case<'_> {
    /// The chart without what it does not show, by weeks where it must be told, counting where it cannot compute.
    pub(super) fn chart(&self) -> Option<Vec<Operation>> {
        let chart = self.chart_at()?;
        let is_second = self.steps().contains(&"y");
        let axis = if is_second { &chart.y } else { &chart.x };
        let grouped = |bucket| axis.clone().map(|axis| Grouping { bucket, ..axis });
        let set = |axis| if is_second { ChartProperty::Y(axis) } else { ChartProperty::X(axis) };
        let set = match self.problem.code {
            ProblemKind::ChartAxisUnneeded => set(None),
            ProblemKind::ChartBucket => set(grouped(None)),
            ProblemKind::ChartBucketMissing => set(grouped(Some(Bucket::Week))),
            _ => ChartProperty::Measure(Measure { function: MeasureFunction::Count, field: None, of: None }),
        };
        Some(vec![Operation::EditChart { chart: chart.id.clone(), set }])
    }

    /// The chart that the problem is about.
    pub(super) fn chart_at(&self) -> Option<&Chart> {
        let ElementId::Chart(id) = &self.element else { return None };
        self.blueprint.dashboards.iter().flat_map(|dashboard| &dashboard.charts).find(|chart| chart.id == *id)
    }
}
