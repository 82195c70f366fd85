//! The largest system that files are measured with: 50 tables, 10,000 rows, always the same.

use std::collections::BTreeSet;

use serde_json::Value;
use shared::blueprint::{Blueprint, CellValue, FieldId, FieldKind, RowId, SampleRow, Table};

/// Tables it has.
pub(crate) const TABLES: usize = 50;
/// Rows each of its tables has.
pub(crate) const ROWS: usize = 200;
/// How ids start that copies have of their own.
const IDS: [&str; 5] = ["tbl_", "fld_", "viw_", "row_", "opt_"];

/// `design` grown: its tables over and over, each round linked within itself, with [`ROWS`] rows a table.
pub(crate) fn giant(design: &Blueprint) -> Blueprint {
    let mut giant = design.clone();
    for round in 1..=(TABLES / design.tables.len()).saturating_sub(1) {
        giant.tables.extend(design.tables.iter().map(|table| copy(table, round)));
    }
    // What is missing would lead to tables that are not there.
    for round in giant.tables.len()..TABLES {
        giant.tables.extend(design.tables.last().map(|table| plain(copy(table, round))));
    }
    giant.tables.iter_mut().for_each(fill);
    drop_lost_links(&mut giant);
    giant
}

/// The same table under other ids and another name.
fn copy(table: &Table, round: usize) -> Table {
    let value = serde_json::to_value(table).map(|value| renamed(value, round));
    let mut copy = value.and_then(serde_json::from_value).unwrap_or_else(|_| table.clone());
    copy.name = format!("{} {}", table.name, round + 1);
    copy
}

fn renamed(value: Value, round: usize) -> Value {
    match value {
        Value::String(text) => Value::String(rename(&text, round)),
        Value::Array(items) => items.into_iter().map(|item| renamed(item, round)).collect(),
        Value::Object(members) => {
            members.into_iter().map(|(key, value)| (rename(&key, round), renamed(value, round))).collect()
        }
        other => other,
    }
}

/// An id as the copy has it; formulas name fields in braces.
fn rename(text: &str, round: usize) -> String {
    if IDS.iter().any(|start| text.starts_with(start)) && !text.contains(' ') {
        return format!("{text}_{round}");
    }
    let mut pieces = text.split("{fld_");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |before, piece| {
        format!("{before}{{fld_{}", piece.replacen('}', &format!("_{round}}}"), 1))
    })
}

/// A table without what leads to others, and without views.
fn plain(mut table: Table) -> Table {
    table.fields.retain(|field| !field.kind.is_computed() && !is_relation(&field.kind));
    table.views.clear();
    let fields: BTreeSet<FieldId> = table.fields.iter().map(|field| field.id.clone()).collect();
    table.sample_rows.iter_mut().for_each(|row| row.cells.retain(|field, _| fields.contains(field)));
    table
}

fn is_relation(kind: &FieldKind) -> bool {
    matches!(kind, FieldKind::Relation { .. })
}

fn relations(table: &Table) -> BTreeSet<FieldId> {
    table.fields.iter().filter(|field| is_relation(&field.kind)).map(|field| field.id.clone()).collect()
}

/// Its rows over and over, each under an id and a title of its own.
fn fill(table: &mut Table) {
    let (title, relations) = (table.title().map(|title| title.id.clone()), relations(table));
    let samples = std::mem::take(&mut table.sample_rows);
    let again = |(number, sample): (usize, &SampleRow)| {
        let (mut row, round) = (sample.clone(), number / samples.len());
        if round == 0 {
            return row;
        }
        row.id = RowId::new(format!("{}_r{round}", row.id));
        for (field, cell) in &mut row.cells {
            match cell {
                CellValue::Text(text) if Some(field) == title.as_ref() => {
                    *text = format!("{text} {}", round + 1)
                }
                CellValue::List(items) if relations.contains(field) => {
                    items.iter_mut().for_each(|item| *item = format!("{item}_r{round}"));
                }
                _ => {}
            }
        }
        row
    };
    table.sample_rows = (0..ROWS).zip(samples.iter().cycle()).map(again).collect();
}

fn drop_lost_links(blueprint: &mut Blueprint) {
    let rows = blueprint.tables.iter().flat_map(|table| &table.sample_rows);
    let rows: BTreeSet<String> = rows.map(|row| row.id.to_string()).collect();
    for table in &mut blueprint.tables {
        let relations = relations(table);
        for (field, cell) in table.sample_rows.iter_mut().flat_map(|row| &mut row.cells) {
            if let CellValue::List(items) = cell
                && relations.contains(field)
            {
                items.retain(|item| rows.contains(item));
            }
        }
    }
}
