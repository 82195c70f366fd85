//! Dashboards: charts have the axes they need, over fields that can be grouped and measured.

use super::index::{Class, Index, can_group};
use super::report::{At, Report};
use super::{ProblemKind, filters};
use crate::blueprint::{Bucket, Chart, ChartKind, Field, Grouping, MeasureFunction, Table};

pub(super) fn check(index: &Index<'_>, report: &mut Report) {
    let dashboards = At::ROOT.key("dashboards");
    for (position, dashboard) in index.blueprint.dashboards.iter().enumerate() {
        let at = dashboards.index(position);
        let charts = at.key("charts");
        if dashboard.charts.is_empty() {
            report.add(charts, ProblemKind::EmptyDashboard, &dashboard.name);
        }
        for (position, chart) in dashboard.charts.iter().enumerate() {
            check_chart(charts.index(position), index, chart, report);
        }
    }
}

fn check_chart(at: At<'_>, index: &Index<'_>, chart: &Chart, report: &mut Report) {
    filters::check(at.key("filter"), index, &chart.table, chart.filter.as_ref(), report);
    let (needs_x, needs_y) = (chart.kind != ChartKind::Number, chart.kind == ChartKind::Heatmap);
    for (axis, grouping, needed) in [("x", &chart.x, needs_x), ("y", &chart.y, needs_y)] {
        let more = [("axis", axis)];
        match (grouping, needed) {
            (None, true) => report.add_with(at, ProblemKind::ChartAxisMissing, &chart.name, &more),
            (Some(_), false) => {
                report.add_with(at.key(axis), ProblemKind::ChartAxisUnneeded, &chart.name, &more);
            }
            (Some(grouping), true) => check_axis(at.key(axis), index, chart, grouping, report),
            (None, false) => {}
        }
    }
    check_measure(at.key("measure"), index, chart, report);
}

fn check_axis(at: At<'_>, index: &Index<'_>, chart: &Chart, grouping: &Grouping, report: &mut Report) {
    let field = index.table(&chart.table).and_then(|table| index.schema.field_of(table, &grouping.field));
    let Some(field) = field else { return };
    if !can_group(&field.kind) {
        return report.add(at.key("field"), ProblemKind::ChartGroupField, &field.name);
    }
    let Some(class) = index.class(field) else { return };
    match grouping.bucket {
        None if class.is_day() => report.add(at, ProblemKind::ChartBucketMissing, &field.name),
        Some(bucket) if !bucket_fits(bucket, class) => {
            report.add(at.key("bucket"), ProblemKind::ChartBucket, &field.name);
        }
        _ => {}
    }
}

/// Whether a part of values of a class can be taken: days have no parts of the day, only times do.
pub fn bucket_fits(bucket: Bucket, class: Class) -> bool {
    match bucket {
        Bucket::Week | Bucket::Month | Bucket::Weekday => class.is_day(),
        Bucket::PartOfDay => class == Class::Datetime,
    }
}

fn check_measure(at: At<'_>, index: &Index<'_>, chart: &Chart, report: &mut Report) {
    let measure = &chart.measure;
    match measure.function {
        MeasureFunction::Count => {}
        MeasureFunction::Share => {
            if measure.of.is_none() {
                report.add(at, ProblemKind::ChartShareFilter, &chart.name);
            }
        }
        MeasureFunction::Sum | MeasureFunction::Average => {
            if let Some(table) = index.table(&chart.table)
                && !measures(index, table, chart)
            {
                report.add(at, ProblemKind::ChartMeasureField, &chart.name);
            }
        }
    }
    filters::check(at.key("of"), index, &chart.table, measure.of.as_ref(), report);
}

/// Whether the measure has a field of numbers. Fields that are missing elsewhere or cannot be computed are
/// reported where they stand.
fn measures(index: &Index<'_>, table: &Table, chart: &Chart) -> bool {
    let Some(id) = &chart.measure.field else { return false };
    let is_number = |field: &Field| index.class(field).is_none_or(|class| class == Class::Number);
    index.schema.field_of(table, id).is_none_or(is_number)
}
