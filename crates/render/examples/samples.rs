//! Writes every file of sampled designs with what programs that are not ours must find in them, for
//! `e2e/files/check.py`.
//!
//! `cargo run --package render --example samples -- FOLDER [COUNT [BLUEPRINT…]]`: COUNT designs, the first of
//! which is the largest there is, the second the same with hostile names, the third one with names that run from
//! right to left; then BLUEPRINTs from JSON files, such as `crates/render/tests/it/fixtures/constructs.json` with
//! everything that formulas and filters can say. Each has a folder `N` with a file `<format>.<ending>`
//! for each format and `expected.json`. Beside them, `constructs` has databases of every construct there is.
#![expect(clippy::print_stdout, reason = "a command says what it measured")]

#[path = "../tests/it/harness/constructs.rs"]
mod constructs;
#[path = "../tests/it/harness/hostile.rs"]
mod hostile;
#[path = "../tests/it/harness/sampled.rs"]
mod sampled;

use std::error::Error;
use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use render::{expected_cells, render};
use serde_json::{Value, json};
use shared::artifact::ArtifactFormat;
use shared::blueprint::{Blueprint, ChartKind, Field, FieldKind, SampleRow, Table, View, read};
use shared::compute::{self, Evaluator, sections};
use shared::design::{SAMPLE_TODAY, design};
use shared::platform::Platform;

/// How many designs are enough for every day.
const COUNT: u64 = 8;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let folder = arguments.next().ok_or("name the folder to write to")?;
    let count = arguments.next().map_or(Ok(COUNT), |count| count.parse())?;
    for number in 0..count {
        let answers = sampled::answers(if number == 1 { 0 } else { number });
        let blueprint = match number {
            1 => hostile::hostile(design(&answers)),
            2 => hostile::right_to_left(design(&answers)),
            _ => design(&answers),
        };
        write(
            &Path::new(&folder).join(number.to_string()),
            &blueprint,
            answers.platform,
            &ArtifactFormat::ALL,
        )?;
    }
    for (number, path) in (count..).zip(arguments) {
        let blueprint = read(&fs::read_to_string(path)?)?;
        write(
            &Path::new(&folder).join(number.to_string()),
            &blueprint,
            Platform::Custom,
            &ArtifactFormat::ALL,
        )?;
    }
    let databases = [ArtifactFormat::SqlPostgres, ArtifactFormat::SqlSqlite, ArtifactFormat::BlueprintJson];
    write(&Path::new(&folder).join("constructs"), &constructs::constructs()?, Platform::Custom, &databases)?;
    Ok(())
}

fn write(
    folder: &Path,
    blueprint: &Blueprint,
    platform: Platform,
    formats: &[ArtifactFormat],
) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    for format in formats.iter().copied() {
        let start = Instant::now();
        let artifact = render(blueprint, platform, format)?;
        if folder.ends_with("0") {
            let (elapsed, size) = (start.elapsed().as_millis(), artifact.bytes.len() / 1024);
            println!("{} of everything: {size} KiB in {elapsed} ms", format.as_str());
        }
        let name = format!("{}.{}", format.as_str(), format.extension());
        fs::write(folder.join(name), artifact.bytes)?;
    }
    fs::write(folder.join("expected.json"), expected(blueprint, platform).to_string())?;
    Ok(())
}

/// What must be found: every table with the values of its rows and the rows of its views, and every computed cell
/// of the workbook.
fn expected(blueprint: &Blueprint, platform: Platform) -> Value {
    let evaluator = Evaluator::new(blueprint);
    let cells: Vec<_> = expected_cells(blueprint)
        .into_iter()
        .map(|cell| json!({ "sheet": cell.sheet, "cell": cell.cell, "value": cell.value, "is_number": cell.is_number }))
        .collect();
    let is_native_chart = |kind: ChartKind| !matches!(kind, ChartKind::Number | ChartKind::Heatmap);
    let charts = blueprint.dashboards.iter().flat_map(|dashboard| &dashboard.charts);
    json!({
        "platform": platform,
        "language": blueprint.settings.language.tag(),
        "today": today(blueprint),
        "tables": blueprint.tables.iter().map(|table| table_of(&evaluator, table)).collect::<Vec<_>>(),
        "charts": charts.filter(|chart| is_native_chart(chart.kind)).count(),
        "cells": cells,
    })
}

fn today(blueprint: &Blueprint) -> chrono::NaiveDate {
    blueprint.settings.sample_today.unwrap_or(SAMPLE_TODAY)
}

fn table_of<'a>(evaluator: &Evaluator<'a>, table: &'a Table) -> Value {
    let row = |row: &SampleRow| {
        let values = table.fields.iter().map(|field| (field.id.to_string(), value(evaluator, row, field)));
        json!({ "id": row.id, "values": values.collect::<serde_json::Map<_, _>>() })
    };
    let view = |view: &View| {
        let sections = sections(evaluator, table, view, today(evaluator.blueprint()));
        let section = |section: &compute::Section<'_>| {
            let rows: Vec<_> = section.rows.iter().map(|row| &row.id).collect();
            json!({ "label": section.label, "rows": rows })
        };
        json!({
            "id": view.id,
            "name": view.name,
            "kind": view.kind,
            "is_sorted": !view.sorts.is_empty(),
            "sections": sections.iter().map(section).collect::<Vec<_>>(),
        })
    };
    let field = |field: &Field| json!({ "id": field.id, "name": field.name, "description": field.description, "kind": field.kind });
    json!({
        "id": table.id,
        "name": table.name,
        "fields": table.fields.iter().map(field).collect::<Vec<_>>(),
        "rows": table.sample_rows.iter().map(row).collect::<Vec<_>>(),
        "views": table.views.iter().map(view).collect::<Vec<_>>(),
    })
}

/// `{"label": …, "value": …}`: what people read, and the bare value: options by name, related rows by id, dates as
/// ISO 8601.
fn value(evaluator: &Evaluator<'_>, row: &SampleRow, field: &Field) -> Value {
    let value = evaluator.value(&row.id, &field.id);
    let bare = match &value {
        compute::Value::Empty => Value::Null,
        compute::Value::Bool(checked) => (*checked).into(),
        compute::Value::Number(number) => (*number).into(),
        compute::Value::Text(_) if matches!(field.kind, FieldKind::Select { .. }) => {
            evaluator.label(field, &value).into()
        }
        compute::Value::Text(text) => text.clone().into(),
        compute::Value::Date(date) => date.to_string().into(),
        compute::Value::Datetime(datetime) => datetime.format("%Y-%m-%dT%H:%M:%S").to_string().into(),
        compute::Value::List(items) if matches!(field.kind, FieldKind::MultiSelect { .. }) => {
            let label = |item: &String| evaluator.label(field, &compute::Value::Text(item.clone()));
            items.iter().map(label).collect::<Vec<_>>().into()
        }
        compute::Value::List(items) => items.clone().into(),
    };
    json!({ "label": evaluator.label(field, &value), "value": bare })
}
