//! Whole designs as compact outlines, kept as snapshots.

use std::fmt::Write as _;

use super::{answers, full};
use crate::answers::{Answers, Complexity, Feature, Priority, TeamSize};
use crate::blueprint::{Blueprint, Field, FieldKind, Table, ViewKind};
use crate::design::design;

fn outline(blueprint: &Blueprint) -> String {
    let mut text = format!("{} {}\n", blueprint.name, blueprint.id);
    for table in &blueprint.tables {
        outline_table(&mut text, table);
    }
    for automation in &blueprint.automations {
        let actions = automation.actions.len();
        writeln!(text, "automation {}: {} ({actions} actions)", automation.id, automation.name).unwrap();
    }
    for dashboard in &blueprint.dashboards {
        writeln!(text, "dashboard {}: {}", dashboard.id, dashboard.name).unwrap();
        for chart in &dashboard.charts {
            writeln!(text, "  chart {}: {}", chart.id, chart.name).unwrap();
        }
    }
    text
}

fn outline_table(text: &mut String, table: &Table) {
    writeln!(text, "{} ({}, {} rows)", table.name, table.id, table.sample_rows.len()).unwrap();
    for field in &table.fields {
        writeln!(text, "  {}: {}", field.name, kind(field)).unwrap();
    }
    for view in &table.views {
        let kind = match &view.kind {
            ViewKind::Grid => "grid".to_owned(),
            ViewKind::Board { by } => format!("board by {by}"),
            ViewKind::Calendar { date } => format!("calendar on {date}"),
            ViewKind::Timeline { start, .. } => format!("timeline from {start}"),
            ViewKind::Gallery => "gallery".to_owned(),
            ViewKind::List => "list".to_owned(),
        };
        let conditions = view.filter.as_ref().map_or(0, |filter| filter.conditions.len());
        let filter = if conditions > 0 { format!(", {conditions} conditions") } else { String::new() };
        let group = view.group.as_ref().map(|group| format!(", by {group}")).unwrap_or_default();
        writeln!(text, "  view {}: {kind}{filter}{group}", view.name).unwrap();
    }
}

fn kind(field: &Field) -> String {
    let name = field.kind.name().as_str();
    match &field.kind {
        FieldKind::Relation { table, cardinality, .. } => format!("{name} to {cardinality:?} of {table}"),
        FieldKind::Rollup { relation, function, .. } => format!("{name} {function:?} over {relation}"),
        FieldKind::Formula { expression } => format!("{name} {expression}"),
        kind if !kind.options().is_empty() => format!("{name} of {}", kind.options().len()),
        _ => name.to_owned(),
    }
}

#[test]
fn one_person_who_wants_it_simple() {
    let answers = Answers {
        complexity: Complexity::Simple,
        ..answers(&[Priority::Organization, Priority::Simplicity], &[Feature::Projects, Feature::Templates])
    };

    insta::assert_snapshot!(outline(&design(&answers)));
}

#[test]
fn a_small_team_in_moderate_form() {
    let answers = Answers {
        team_size: TeamSize::TwoToFive,
        ..answers(
            &[Priority::Search, Priority::Collaboration, Priority::Automation],
            &[Feature::Tags, Feature::Reminders, Feature::Timeline, Feature::Archive],
        )
    };

    insta::assert_snapshot!(outline(&design(&answers)));
}

#[test]
fn everything_in_advanced_form() {
    insta::assert_snapshot!(outline(&design(&full())));
}
