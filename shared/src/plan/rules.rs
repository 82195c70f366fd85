//! Automations and charts in words.

use super::conditions::{filter, value};
use super::context::Context;
use crate::blueprint::{
    Action, Automation, Bucket, Cells, Chart, ExportFormat, Grouping, Measure, MeasureFunction, Period,
    Trigger,
};
use crate::platform::Support;

/// A rule: when, only if, then; a line each.
pub(super) fn automation(context: &Context<'_>, automation: &Automation) -> Vec<String> {
    let table = context.table_name(&automation.table);
    let mut lines = vec![trigger(context, table, &automation.trigger)];
    if let Some(conditions) = &automation.filter {
        lines.push(context.line("only_if", &[("conditions", &filter(context, conditions))]));
    }
    lines.extend(automation.actions.iter().map(|one| action(context, table, one)));
    lines
}

fn trigger(context: &Context<'_>, table: &str, trigger: &Trigger) -> String {
    let say = |key: &str, values: &[(&str, &str)]| context.line(&format!("trigger.{key}"), values);
    match trigger {
        Trigger::RowCreated => say("row_created", &[("table", table)]),
        Trigger::FieldChanged { field } => say("field_changed", &[("field", context.name_of(field))]),
        Trigger::DateReached { field, days_after } => {
            let key = moment(*days_after);
            say(key, &[("field", context.name_of(field)), ("days", &days_after.unsigned_abs().to_string())])
        }
        Trigger::Schedule { every: Period::Day } => say("day", &[]),
        Trigger::Schedule { every: Period::Week } => say("week", &[]),
        Trigger::Schedule { every: Period::Month } => say("month", &[]),
    }
}

/// When a date is reached, `days_after` days from it, as the words' keys have it.
pub(super) fn moment(days_after: i32) -> &'static str {
    match days_after {
        0 => "date_reached",
        1 => "day_after",
        -1 => "day_before",
        2.. => "days_after",
        _ => "days_before",
    }
}

fn action(context: &Context<'_>, table: &str, action: &Action) -> String {
    let say = |key: &str, values: &[(&str, &str)]| context.line(&format!("action.{key}"), values);
    match action {
        Action::SetField { field, value: new } => {
            let new = value(context, context.field(field), new);
            let quoted = context.line("quoted", &[("value", &new)]);
            say("set_field", &[("field", context.name_of(field)), ("value", &quoted)])
        }
        Action::SetToday { field } => say("set_today", &[("field", context.name_of(field))]),
        Action::Notify { person: Some(person), message } => {
            say("notify_person", &[("field", context.name_of(person)), ("message", message)])
        }
        Action::Notify { person: None, message } => say("notify", &[("table", table), ("message", message)]),
        Action::CreateRow { table, cells: values } => {
            say("create_row", &[("table", context.table_name(table)), ("cells", &cells(context, values))])
        }
        Action::Export { format, by: Some(by) } => {
            say("export_by", &[("table", table), ("format", name(*format)), ("field", context.name_of(by))])
        }
        Action::Export { format, by: None } => say("export", &[("table", table), ("format", name(*format))]),
    }
}

fn cells(context: &Context<'_>, cells: &Cells) -> String {
    let cell = |(field, content): (_, _)| {
        let content = value(context, context.field(field), content);
        context.line("cell", &[("field", context.name_of(field)), ("value", &content)])
    };
    cells.iter().map(cell).collect::<Vec<_>>().join("; ")
}

/// What a format of files is called.
pub(super) fn name(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Csv => "CSV",
        ExportFormat::Json => "JSON",
    }
}

/// A chart on one line: what it is drawn as, over what, along what, showing what.
pub(super) fn chart(context: &Context<'_>, chart: &Chart, support: Support) -> String {
    let mut details = Vec::new();
    details.extend(chart.x.as_ref().map(|axis| grouping(context, "chart_x", axis)));
    details.extend(chart.y.as_ref().map(|axis| grouping(context, "chart_y", axis)));
    details.push(measure(context, &chart.measure));
    if let Some(conditions) = &chart.filter {
        details.push(context.line("chart_only", &[("conditions", &filter(context, conditions))]));
    }
    let details: String = details.iter().map(|detail| format!("; {detail}")).collect();
    let values = [
        ("name", chart.name.as_str()),
        ("native", context.native(support)),
        ("table", context.table_name(&chart.table)),
        ("details", &details),
    ];
    context.line("chart", &values)
}

fn grouping(context: &Context<'_>, key: &str, grouping: &Grouping) -> String {
    let field = context.name_of(&grouping.field);
    let Some(bucket) = grouping.bucket else { return context.line(key, &[("field", field)]) };
    let bucket = match bucket {
        Bucket::Week => "week",
        Bucket::Month => "month",
        Bucket::Weekday => "weekday",
        Bucket::PartOfDay => "part_of_day",
    };
    let bucket = context.line(&format!("bucket.{bucket}"), &[]);
    context.line(&format!("{key}_by"), &[("field", field), ("bucket", &bucket)])
}

fn measure(context: &Context<'_>, measure: &Measure) -> String {
    let key = match measure.function {
        MeasureFunction::Count => "count",
        MeasureFunction::Sum => "sum",
        MeasureFunction::Average => "average",
        MeasureFunction::Share => "share",
    };
    let conditions = measure.of.as_ref().map(|of| filter(context, of)).unwrap_or_default();
    let function = context.line(&format!("function.{key}"), &[("conditions", &conditions)]);
    match &measure.field {
        Some(field) => {
            context.line("chart_shows_of", &[("field", context.name_of(field)), ("function", &function)])
        }
        None => context.line("chart_shows", &[("function", &function)]),
    }
}
