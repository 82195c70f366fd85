//! Columns of tables: type, default, what they refuse.

use shared::blueprint::{FieldKind, Table};
use shared::compute::{Value, formula::Type};

use super::dialect::Dialect;
use super::model::{Column, Model, Place};
use super::script::{Line, described};
use super::text::quoted;

/// Most stars of a rating that are looked for: more than a small number holds.
const WHOLE_MAX: f64 = 32_000.0;

/// The columns of its table that hold a field; none where it is kept elsewhere.
pub(super) fn lines(model: &Model<'_>, dialect: Dialect, table: &Table, column: &Column<'_>) -> Vec<Line> {
    let name = quoted(&column.name);
    let words = described(&column.field.name, &column.field.description);
    let line = |sql: String| Line { sql, remark: words.clone() };
    let is_required = is_required(model, table, column);
    let not_null = if is_required { " NOT NULL" } else { "" };
    match &column.place {
        Place::Own => vec![line(own(model, dialect, table, column))],
        Place::Option { options } => {
            let deleted = if is_required { "RESTRICT" } else { "SET NULL" };
            let options = quoted(options);
            vec![line(format!(
                "{name} text{not_null} REFERENCES {options} (\"name\") ON UPDATE CASCADE ON DELETE {deleted}"
            ))]
        }
        Place::One { id } => {
            let reference = match dialect {
                // Tables that are not there yet may be named, and links are checked at the end.
                Dialect::Sqlite => reference(model, table, column).map(|text| format!(" {text}")),
                Dialect::Postgres => None,
            };
            vec![line(format!("{} text{not_null}{}", quoted(id), reference.unwrap_or_default()))]
        }
        Place::AutoId { number, year } => {
            let default = match dialect {
                Dialect::Postgres => {
                    format!(" DEFAULT nextval({})", super::text::literal(&quoted(&sequence(table, number))))
                }
                Dialect::Sqlite => String::new(),
            };
            let year = year
                .as_ref()
                .map(|year| Line::plain(format!("{} integer DEFAULT {}", quoted(year), dialect.this_year())));
            let number = line(format!("{} bigint{default}", quoted(number)));
            [Some(number), year].into_iter().flatten().collect()
        }
        _ => Vec::new(),
    }
}

/// The sequence that counts up an auto id. Tables and fields have different ids, so this is nobody else's name.
pub(super) fn sequence(table: &Table, number: &str) -> String {
    let end = table.id.as_str().len().min(24);
    format!("seq_{}_{}", table.id.as_str().get(..end).unwrap_or_default(), number.get(..30).unwrap_or(number))
}

/// What a to-one relation refers to.
pub(super) fn reference(model: &Model<'_>, table: &Table, column: &Column<'_>) -> Option<String> {
    let deleted = if is_required(model, table, column) { "RESTRICT" } else { "SET NULL" };
    let related = quoted(&model.related(column)?.name);
    Some(format!("REFERENCES {related} (\"id\") ON UPDATE CASCADE ON DELETE {deleted}"))
}

/// Whether a row must have a value. Titles must; sample rows that have none show that it is not meant so.
pub(super) fn is_required(model: &Model<'_>, table: &Table, column: &Column<'_>) -> bool {
    let is_asked = column.field.required || matches!(column.field.kind, FieldKind::Title);
    is_asked && samples(model, table, column).iter().all(|value| !is_blank(value))
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.replace('\0', "").trim_matches(' ').is_empty(),
        value => value.is_empty(),
    }
}

fn samples(model: &Model<'_>, table: &Table, column: &Column<'_>) -> Vec<Value> {
    table.sample_rows.iter().map(|row| model.evaluator.value(&row.id, &column.field.id)).collect()
}

/// A column that holds its field in one piece.
fn own(model: &Model<'_>, dialect: Dialect, table: &Table, column: &Column<'_>) -> String {
    let name = quoted(&column.name);
    let kind = column.kind.unwrap_or(Type::Text);
    let samples = samples(model, table, column);
    let is_required = is_required(model, table, column) && !is_computed_by_database(&column.field.kind);
    let mut parts = vec![name.clone(), dialect.column_type(kind).to_owned()];
    if is_whole(&column.field.kind, &samples) {
        "smallint".clone_into(&mut parts[1]);
    }
    match &column.field.kind {
        FieldKind::CreatedAt | FieldKind::UpdatedAt => parts.push(format!("DEFAULT {}", dialect.now())),
        FieldKind::Checkbox => parts.push("NOT NULL DEFAULT FALSE".to_owned()),
        _ if is_required => parts.push("NOT NULL".to_owned()),
        _ => {}
    }
    let mut checks: Vec<String> =
        dialect.form(kind).map(|form| form.replace("{}", &name)).into_iter().collect();
    if is_required && kind == Type::Text {
        checks.push(format!("trim({name}) <> ''"));
    }
    checks.extend(plausible(&column.field.kind, &name, &samples));
    parts.extend(checks.into_iter().map(|check| format!("CHECK ({check})")));
    parts.join(" ")
}

fn is_computed_by_database(kind: &FieldKind) -> bool {
    matches!(kind, FieldKind::CreatedAt | FieldKind::UpdatedAt | FieldKind::Checkbox)
}

fn is_whole(kind: &FieldKind, samples: &[Value]) -> bool {
    let whole =
        |value: &Value| value.number().is_none_or(|number| number.fract() == 0.0 && number.abs() < WHOLE_MAX);
    matches!(kind, FieldKind::Rating { .. }) && samples.iter().all(whole)
}

/// What every value of a kind looks like; nothing where a sample looks otherwise.
fn plausible(kind: &FieldKind, name: &str, samples: &[Value]) -> Option<String> {
    let texts = || samples.iter().flat_map(Value::items);
    match kind {
        FieldKind::Rating { max } => {
            let fits =
                |value: &Value| value.number().is_none_or(|number| (1.0..=f64::from(*max)).contains(&number));
            samples.iter().all(fits).then(|| format!("{name} BETWEEN 1 AND {max}"))
        }
        FieldKind::Email => {
            let fits = |text: &String| text.find('@').is_some_and(|at| at > 0 && at + 1 < text.len());
            texts().all(fits).then(|| format!("{name} = '' OR {name} LIKE '%_@_%'"))
        }
        FieldKind::Url => {
            let fits = |text: &String| text.find(':').is_some_and(|at| at > 0 && at + 1 < text.len());
            texts().all(fits).then(|| format!("{name} = '' OR {name} LIKE '%_:_%'"))
        }
        _ => None,
    }
}
