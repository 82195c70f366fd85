//! Sample rows: a small, believable system that refers to itself across tables.
//!
//! What no language changes stands in `sample_rows/<table>.txt`, a column a field: keys of options and rows, days
//! from today, numbers. Texts are the words `row_<table>_<key>.<field>`. Columns of fields that a system lacks are
//! passed over. Only one side of a relation is written down; the other is filled from it.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::form::Form;
use super::options::{PLATFORM, PRIMARY_TOPIC};
use super::views::key_of;
use crate::blueprint::{CellValue, Cells, Field, FieldId, FieldKind, RowId, SampleRow, Table};

/// Fills every table.
pub(super) fn add(form: &Form<'_>, tables: &mut [Table]) {
    for table in tables.iter_mut() {
        let key = key_of(table).to_owned();
        table.sample_rows =
            records(source(&key)).iter().map(|record| row(form, &key, &table.fields, record)).collect();
    }
    for (field, rows) in other_sides(tables) {
        let table = tables.iter_mut().find(|table| table.field(&field).is_some());
        for row in table.into_iter().flat_map(|table| &mut table.sample_rows) {
            if let Some(links) = rows.get(&row.id) {
                row.cells.insert(field.clone(), CellValue::List(links.clone()));
            }
        }
    }
}

/// The value that chooses `key` in the field `fld_<path>`: an option of a select, a row of the related table.
pub(super) fn choice(path: &str, kind: &FieldKind, key: &str) -> CellValue {
    match kind {
        FieldKind::Relation { table, .. } => {
            CellValue::List(vec![format!("row_{}_{key}", table.as_str().trim_start_matches("tbl_"))])
        }
        FieldKind::MultiSelect { .. } => CellValue::List(vec![format!("opt_{path}_{key}")]),
        _ => CellValue::Text(format!("opt_{path}_{key}")),
    }
}

fn source(table: &str) -> &'static str {
    match table {
        "sessions" => include_str!("sample_rows/sessions.txt"),
        "projects" => include_str!("sample_rows/projects.txt"),
        "topics" => include_str!("sample_rows/topics.txt"),
        "action_items" => include_str!("sample_rows/action_items.txt"),
        "people" => include_str!("sample_rows/people.txt"),
        "templates" => include_str!("sample_rows/templates.txt"),
        _ => include_str!("sample_rows/tags.txt"),
    }
}

type Record = BTreeMap<&'static str, &'static str>;

/// The lines of a table of samples, empty cells left out.
fn records(source: &'static str) -> Vec<Record> {
    let mut lines = source.lines().map(|line| line.split('|').map(str::trim));
    let head: Vec<_> = lines.next().into_iter().flatten().collect();
    lines.map(|line| head.iter().copied().zip(line).filter(|(_, cell)| !cell.is_empty()).collect()).collect()
}

fn row(form: &Form<'_>, table: &str, fields: &[Field], record: &Record) -> SampleRow {
    let id = format!("row_{table}_{}", record.get("key").copied().unwrap_or_default());
    let mut cells = Cells::new();
    for field in fields {
        let path = field.id.as_str().trim_start_matches("fld_");
        let name = path.strip_prefix(table).unwrap_or(path).trim_start_matches('_');
        let words = form.find_word(&format!("{id}.{name}"));
        if let Some(value) = cell(form, path, &field.kind, record.get(name).copied(), words) {
            cells.insert(field.id.clone(), value);
        }
    }
    if table == "sessions" && !form.naming_convention().is_empty() {
        name_by_convention(form, record, &mut cells);
    }
    SampleRow { id: RowId::new(id), cells }
}

fn cell(
    form: &Form<'_>,
    path: &str,
    kind: &FieldKind,
    token: Option<&str>,
    words: Option<&str>,
) -> Option<CellValue> {
    match kind {
        FieldKind::Title | FieldKind::Text | FieldKind::LongText => words.or(token).map(CellValue::from),
        FieldKind::Url | FieldKind::Email | FieldKind::Attachment => token.map(CellValue::from),
        FieldKind::Select { .. } => Some(choice(path, kind, token?)),
        FieldKind::MultiSelect { .. } | FieldKind::Relation { .. } => Some(choices(path, kind, token?)),
        FieldKind::Person { .. } => Some(CellValue::List(names(form, token?))),
        FieldKind::Number { .. } | FieldKind::Rating { .. } | FieldKind::AutoId { .. } => {
            token?.parse().ok().map(CellValue::Number)
        }
        FieldKind::Date => Some(CellValue::Text(day(form, token?.parse().ok()?).to_string())),
        FieldKind::Datetime | FieldKind::CreatedAt | FieldKind::UpdatedAt => {
            let (days_ago, time) = token?.split_once(' ')?;
            let day = day(form, -days_ago.parse::<i64>().ok()?);
            Some(CellValue::Text(format!("{day}T{time}:00Z")))
        }
        FieldKind::Checkbox => Some(CellValue::Bool(token? == "yes")),
        FieldKind::Rollup { .. } | FieldKind::Formula { .. } => None,
    }
}

fn choices(path: &str, kind: &FieldKind, keys: &str) -> CellValue {
    CellValue::List(keys.split(',').flat_map(|key| choice(path, kind, key).list().to_vec()).collect())
}

fn names(form: &Form<'_>, keys: &str) -> Vec<String> {
    keys.split(',').map(|key| form.word(&format!("row_people_{key}.name"))).collect()
}

/// The day `days` after today, before it where negative.
fn day(form: &Form<'_>, days: i64) -> NaiveDate {
    let today = form.today();
    let distance = Days::new(days.unsigned_abs());
    let day = if days < 0 { today.checked_sub_days(distance) } else { today.checked_add_days(distance) };
    day.unwrap_or(today)
}

/// Writes the title as the naming convention has it: its words `Platform`, `Topic`, `Focus` and `YYYY-MM-DD` give
/// way to what they name.
fn name_by_convention(form: &Form<'_>, record: &Record, cells: &mut Cells) {
    let title = FieldId::from("fld_sessions_title");
    let get = |column| record.get(column).copied().unwrap_or_default();
    let platform = PLATFORM.name(form, get("platform"));
    let topic = match get("primary_topic") {
        "" => form.word("title.no_topic"),
        topic => PRIMARY_TOPIC.name(form, topic),
    };
    let focus = cells.get(&title).and_then(CellValue::text).unwrap_or_default().to_owned();
    let date =
        day(form, -get("created").split(' ').next().and_then(|days| days.parse().ok()).unwrap_or(0i64));
    let date = date.to_string();
    let values = [("Platform", &*platform), ("Topic", &*topic), ("Focus", &*focus), ("YYYY-MM-DD", &*date)];
    cells.insert(title, CellValue::Text(replace_words(form.naming_convention(), &values)));
}

/// Replaces the words in one pass: what was put in is never searched again.
fn replace_words(mut rest: &str, values: &[(&str, &str)]) -> String {
    let mut written = String::new();
    while let Some(first) = rest.chars().next() {
        let word = values.iter().find(|(word, _)| rest.starts_with(word));
        let taken = match word {
            Some((word, value)) => {
                written.push_str(value);
                word.len()
            }
            None => {
                written.push(first);
                first.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    written
}

/// For every inverse field, the rows that name each row over there.
fn other_sides(tables: &[Table]) -> BTreeMap<FieldId, BTreeMap<RowId, Vec<String>>> {
    let mut sides: BTreeMap<FieldId, BTreeMap<RowId, Vec<String>>> = BTreeMap::new();
    for (field, inverse) in tables.iter().flat_map(|table| &table.fields).filter_map(written_side) {
        let table = tables.iter().find(|table| table.field(&field.id).is_some());
        for row in table.into_iter().flat_map(|table| &table.sample_rows) {
            for target in row.cells.get(&field.id).map(CellValue::list).unwrap_or_default() {
                let rows = sides.entry(inverse.clone()).or_default();
                rows.entry(RowId::new(target)).or_default().push(row.id.to_string());
            }
        }
    }
    sides
}

/// A relation with its inverse; the unwritten side has no cells, so it adds nothing.
fn written_side(field: &Field) -> Option<(&Field, &FieldId)> {
    match &field.kind {
        FieldKind::Relation { inverse: Some(inverse), .. } => Some((field, inverse)),
        _ => None,
    }
}
