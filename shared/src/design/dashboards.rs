//! Dashboards: the numbers people asked for, over the fields that are there.

use super::cause::*;
use super::form::Form;
use super::reasons;
use super::views::all;
use crate::blueprint::{
    Bucket, CellValue, Chart, ChartId, ChartKind, Condition, Conjunction, Dashboard, FieldId, Filter,
    Grouping, Measure, MeasureFunction, Operator, Table,
};

const CAUSES: &[crate::blueprint::Cause] = &[DASHBOARD, ANALYTICS];

/// The dashboards, none where nobody asked for numbers.
pub(super) fn of(form: &Form<'_>, tables: &[Table]) -> Vec<Dashboard> {
    let Some(reason) = reasons::of(form, CAUSES) else { return Vec::new() };
    vec![Dashboard {
        id: "dsh_overview".into(),
        name: form.word("dsh_overview.name"),
        description: form.word("dsh_overview.description"),
        charts: charts(form, tables),
        reason: Some(reason),
    }]
}

fn charts(form: &Form<'_>, tables: &[Table]) -> Vec<Chart> {
    let has = |id: &str| tables.iter().any(|table| table.field(&id.into()).is_some());
    let chart = |name: &str, kind, x| chart(form, name, kind, x);
    let mut charts = vec![
        chart("sessions_per_week", ChartKind::Column, by("created", Some(Bucket::Week))),
        chart("by_platform", ChartKind::Pie, by("platform", None)),
        chart("by_topic", ChartKind::Bar, by("primary_topic", None)),
    ];
    if has("fld_sessions_project") {
        charts.push(chart("by_project", ChartKind::Bar, by("project", None)));
    }
    let duration = Measure { function: MeasureFunction::Average, field: id("duration"), of: None };
    charts.push(Chart { measure: duration, ..chart("duration", ChartKind::Bar, by("platform", None)) });
    charts.push(Chart { measure: resolved(), ..chart("resolution_rate", ChartKind::Number, None) });
    charts.push(Chart {
        measure: resolved(),
        filter: all(vec![Condition {
            field: FieldId::from("fld_sessions_follow_up_date"),
            operator: Operator::Within,
            value: Some("until_today".into()),
        }]),
        ..chart("follow_up_compliance", ChartKind::Number, None)
    });
    charts.push(Chart {
        y: by("created", Some(Bucket::PartOfDay)),
        ..chart("activity", ChartKind::Heatmap, by("created", Some(Bucket::Weekday)))
    });
    charts
}

/// A chart that counts sessions.
fn chart(form: &Form<'_>, name: &str, kind: ChartKind, x: Option<Grouping>) -> Chart {
    let id = format!("cht_{name}");
    Chart {
        name: form.word(&format!("{id}.name")),
        id: ChartId::new(id),
        kind,
        table: "tbl_sessions".into(),
        filter: None,
        x,
        y: None,
        measure: Measure { function: MeasureFunction::Count, field: None, of: None },
        reason: reasons::of(form, CAUSES),
    }
}

/// The share of sessions that are completed or archived.
fn resolved() -> Measure {
    let condition = |option: &str| Condition {
        field: FieldId::from("fld_sessions_status"),
        operator: Operator::Is,
        value: Some(CellValue::Text(format!("opt_sessions_status_{option}"))),
    };
    let conditions = vec![condition("completed"), condition("archived")];
    let of = Some(Filter { conjunction: Conjunction::Any, conditions });
    Measure { function: MeasureFunction::Share, field: None, of }
}

fn by(name: &str, bucket: Option<Bucket>) -> Option<Grouping> {
    id(name).map(|field| Grouping { field, bucket })
}

fn id(name: &str) -> Option<FieldId> {
    Some(FieldId::new(format!("fld_sessions_{name}")))
}
