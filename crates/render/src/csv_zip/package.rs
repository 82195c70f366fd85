//! `datapackage.json`: what the columns hold, for programs.
//!
//! Source: Frictionless Data, Data Package and Table Schema 1.0 (specs.frictionlessdata.io), read November 2026;
//! readers of version 2 take it, too.

use serde_json::{Map, Value, json};
use shared::blueprint::{Blueprint, Cardinality, Field, FieldKind};
use shared::compute::Evaluator;
use shared::compute::formula::Type;

use super::Sheet;
use crate::csv::{Cell, has_unique_titles};
use crate::names::identifier;

/// The whole description, indented.
pub(super) fn write(blueprint: &Blueprint, resources: Vec<Value>) -> Result<String, serde_json::Error> {
    let package = json!({
        "profile": "tabular-data-package",
        "name": identifier(&blueprint.name, blueprint.id.as_str()),
        "title": blueprint.name,
        "description": blueprint.description,
        "resources": resources,
    });
    let mut text = serde_json::to_string_pretty(&package)?;
    text.push('\n');
    Ok(text)
}

/// One table: where its file is, how it is parted, what its columns hold and which other tables they name.
pub(super) fn resource(
    evaluator: &Evaluator<'_>,
    sheets: &[Sheet<'_>],
    sheet: &Sheet<'_>,
    rows: &[Vec<Cell>],
) -> Value {
    let fields = sheet.table.fields.iter().map(Some).chain([None]).zip(&sheet.headers).enumerate();
    let columns = fields.map(|(at, (field, header))| {
        let cells: Vec<_> = rows.iter().filter_map(|row| row.get(at)).collect();
        let kind = field.map_or_else(id_column, |field| column(evaluator, sheet, field, &cells));
        named(kind, header, field)
    });
    json!({
        "profile": "tabular-data-resource",
        "name": sheet.name,
        "title": sheet.table.name,
        "description": sheet.table.description,
        "path": sheet.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true },
        "schema": {
            "fields": columns.collect::<Vec<_>>(),
            "missingValues": [""],
            "primaryKey": sheet.headers.last(),
            "foreignKeys": foreign_keys(sheets, sheet),
        },
    })
}

/// The column's name is what stands in the header, guarded as it is there; its title is the name as people gave it.
fn named(mut column: Map<String, Value>, header: &str, field: Option<&Field>) -> Value {
    column.insert("name".into(), Cell::text(header).as_str().into());
    if let Some(field) = field {
        column.insert("title".into(), field.name.clone().into());
        column.insert("description".into(), field.description.clone().into());
        column.insert("kind".into(), field.kind.name().as_str().into());
    }
    column.into()
}

fn id_column() -> Map<String, Value> {
    with(json!({ "type": "string", "constraints": { "required": true, "unique": true } }))
}

fn column(
    evaluator: &Evaluator<'_>,
    sheet: &Sheet<'_>,
    field: &Field,
    cells: &[&Cell],
) -> Map<String, Value> {
    let mut constraints = Map::new();
    if field.required && cells.iter().all(|cell| **cell != Cell::Empty) {
        constraints.insert("required".into(), true.into());
    }
    match &field.kind {
        FieldKind::Title if has_unique_titles(sheet.table) => {
            constraints.insert("unique".into(), true.into());
        }
        FieldKind::Select { options } => {
            let names: Vec<_> = options.iter().map(|option| Cell::text(&*option.name)).collect();
            constraints.insert("enum".into(), names.iter().map(Cell::as_str).collect());
        }
        FieldKind::Rating { max } => {
            constraints.insert("minimum".into(), 1.into());
            constraints.insert("maximum".into(), (*max).into());
        }
        _ => {}
    }
    let mut column = with(json!({ "type": type_name(evaluator, field, cells) }));
    if let Some(format) = format(field, cells) {
        column.insert("format".into(), format.into());
    }
    if is_list(field) {
        // Not of the standard: how the items of such a cell are parted.
        column.insert("separator".into(), "; ".into());
    }
    if !constraints.is_empty() {
        column.insert("constraints".into(), constraints.into());
    }
    column
}

fn is_list(field: &Field) -> bool {
    matches!(
        field.kind,
        FieldKind::MultiSelect { .. }
            | FieldKind::Person { many: true }
            | FieldKind::Relation { cardinality: Cardinality::Many, .. }
    )
}

fn type_name(evaluator: &Evaluator<'_>, field: &Field, cells: &[&Cell]) -> &'static str {
    let is_whole = || cells.iter().all(|cell| !cell.as_str().contains('.'));
    match evaluator.schema().type_of(&field.id) {
        Some(Type::Number) if matches!(field.kind, FieldKind::Rating { .. }) && is_whole() => "integer",
        Some(Type::Number) => "number",
        Some(Type::Bool) => "boolean",
        Some(Type::Date) => "date",
        Some(Type::Datetime) => "datetime",
        Some(Type::Text) | None => "string",
    }
}

/// What the texts of a column all are, where that is certain.
fn format(field: &Field, cells: &[&Cell]) -> Option<&'static str> {
    let all =
        |is: fn(&str) -> bool| cells.iter().map(|cell| cell.as_str()).all(|text| text.is_empty() || is(text));
    match field.kind {
        FieldKind::Url | FieldKind::Attachment if all(is_plain_url) => Some("uri"),
        FieldKind::Email if all(is_plain_email) => Some("email"),
        _ => None,
    }
}

fn is_plain_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_alphanumeric())
            && rest.chars().all(|c| c.is_ascii_alphanumeric() || "-._~/?#=&+,".contains(c))
            && rest.matches('#').count() <= 1
    })
}

fn is_plain_email(text: &str) -> bool {
    let is_plain = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphanumeric())
            && part.ends_with(|c: char| c.is_ascii_alphanumeric())
            && part.chars().all(|c| c.is_ascii_alphanumeric() || "-._".contains(c))
    };
    text.split_once('@').is_some_and(|(user, host)| is_plain(user) && is_plain(host) && host.contains('.'))
}

/// Only relations to one row: a cell with several names is no key.
fn foreign_keys(sheets: &[Sheet<'_>], sheet: &Sheet<'_>) -> Vec<Value> {
    let columns = sheet.table.fields.iter().zip(&sheet.headers);
    let keys = columns.filter_map(|(field, header)| {
        let FieldKind::Relation { table, cardinality: Cardinality::One, .. } = &field.kind else {
            return None;
        };
        let target = sheets.iter().find(|sheet| sheet.table.id == *table)?;
        // The standard's word for the table itself.
        let resource = if *table == sheet.table.id { "" } else { target.name.as_str() };
        Some(json!({
            "fields": [Cell::text(header.as_str()).as_str()],
            "reference": { "resource": resource, "fields": [Cell::text(target.key()).as_str()] },
        }))
    });
    keys.collect()
}

fn with(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
