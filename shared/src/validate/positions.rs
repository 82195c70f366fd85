//! Positions: written of what is there, within bounds, and in order.

use std::collections::HashSet;

use super::ProblemKind;
use super::report::{At, Report};
use crate::blueprint::Blueprint;
use crate::operation::list::{Listed, is_ordered};

/// Reports positions that no list bears out; `ids` are those of all elements.
pub(super) fn check(blueprint: &Blueprint, ids: &HashSet<&str>, report: &mut Report) {
    if blueprint.positions.is_empty() {
        return;
    }
    let at = At::ROOT;
    let written = at.key("positions");
    for (id, position) in &blueprint.positions {
        if !ids.contains(id.as_str()) || !position.is_within_bounds() {
            report.add(written.key(id), ProblemKind::PositionOrder, id);
        }
    }
    let mut order = Order { blueprint, report };
    let (tables, dashboards) = (at.key("tables"), at.key("dashboards"));
    order.check(tables, &blueprint.tables);
    order.check(at.key("automations"), &blueprint.automations);
    order.check(dashboards, &blueprint.dashboards);
    for (index, table) in blueprint.tables.iter().enumerate() {
        let table_at = tables.index(index);
        let fields = table_at.key("fields");
        order.check(fields, &table.fields);
        order.check(table_at.key("views"), &table.views);
        order.check(table_at.key("sample_rows"), &table.sample_rows);
        for (index, field) in table.fields.iter().enumerate() {
            order.check(fields.index(index).key("kind").key("options"), field.kind.options());
        }
    }
    for (index, dashboard) in blueprint.dashboards.iter().enumerate() {
        order.check(dashboards.index(index).key("charts"), &dashboard.charts);
    }
}

struct Order<'a> {
    blueprint: &'a Blueprint,
    report: &'a mut Report,
}

impl Order<'_> {
    fn check<T: Listed>(&mut self, at: At<'_>, items: &[T]) {
        let positions = &self.blueprint.positions;
        if is_ordered(items, positions) {
            return;
        }
        let first = items.iter().map(Listed::id).find(|id| positions.contains_key(*id));
        self.report.add(at, ProblemKind::PositionOrder, first.unwrap_or_default());
    }
}
