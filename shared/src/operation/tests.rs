//! What the tests of operations share.

use super::{
    AutomationProperty, BlueprintProperty, ChartProperty, DashboardProperty, FieldProperty, Operation,
    OptionProperty, TableProperty, ViewProperty,
};
use crate::blueprint::Blueprint;
use crate::blueprint::fixture::small;

/// A blueprint with every kind of element in it.
pub(super) fn everything() -> Blueprint {
    small()
}

/// An edit of every property of every element.
pub(super) fn every_edit(blueprint: &Blueprint) -> Vec<Operation> {
    let mut edits: Vec<Operation> =
        BlueprintProperty::all(blueprint).into_iter().map(|set| Operation::EditBlueprint { set }).collect();
    for table in &blueprint.tables {
        let id = || table.id.clone();
        edits.extend(
            TableProperty::all(table).into_iter().map(|set| Operation::EditTable { table: id(), set }),
        );
        for it in &table.fields {
            let id = || it.id.clone();
            edits.extend(
                FieldProperty::all(it).into_iter().map(|set| Operation::EditField { field: id(), set }),
            );
            for it in it.kind.options() {
                let id = || it.id.clone();
                let all = OptionProperty::all(it).into_iter();
                edits.extend(all.map(|set| Operation::EditOption { option: id(), set }));
            }
        }
        for it in &table.views {
            let id = || it.id.clone();
            edits
                .extend(ViewProperty::all(it).into_iter().map(|set| Operation::EditView { view: id(), set }));
        }
    }
    for it in &blueprint.automations {
        let id = || it.id.clone();
        let all = AutomationProperty::all(it).into_iter();
        edits.extend(all.map(|set| Operation::EditAutomation { automation: id(), set }));
    }
    for it in &blueprint.dashboards {
        let id = || it.id.clone();
        let all = DashboardProperty::all(it).into_iter();
        edits.extend(all.map(|set| Operation::EditDashboard { dashboard: id(), set }));
        for it in &it.charts {
            let id = || it.id.clone();
            edits.extend(
                ChartProperty::all(it).into_iter().map(|set| Operation::EditChart { chart: id(), set }),
            );
        }
    }
    edits
}
