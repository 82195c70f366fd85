//! Sample rows.

use super::cells::{cells, chosen, linked, people};
use super::dialect::Dialect;
use super::model::{Entity, Model, Place};
use super::script::Script;
use super::text::{literal, quoted};

/// Rows of one command: enough to be quick, few enough for every client.
const BATCH: usize = 100;

/// Puts `rows`, each with its parentheses, into `table`.
pub(super) fn insert(script: &mut Script, table: &str, columns: &[&str], rows: &[String]) {
    let columns: Vec<_> = columns.iter().map(|column| quoted(column)).collect();
    for batch in rows.chunks(BATCH) {
        let start = format!("INSERT INTO {} ({}) VALUES", quoted(table), columns.join(", "));
        script.run(&format!("{start}\n  {}", batch.join(",\n  ")));
    }
}

/// The sample rows of a table. Links come later: they need both ends.
pub(super) fn samples(script: &mut Script, model: &Model<'_>, entity: &Entity<'_>) {
    let mut names: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    for (position, row) in entity.table.sample_rows.iter().enumerate() {
        names = vec!["id".to_owned(), "row_position".to_owned()];
        let mut values = vec![literal(row.id.as_str()), (position + 1).to_string()];
        for column in &entity.columns {
            for (name, value) in cells(model, script.dialect, column, entity, row) {
                names.push(name);
                values.push(value.unwrap_or_else(|| "NULL".to_owned()));
            }
        }
        rows.push(format!("({})", values.join(", ")));
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    insert(script, &entity.name, &names, &rows);
    if script.dialect == Dialect::Postgres {
        let (table, next) = (quoted(&entity.name), entity.table.sample_rows.len() + 1);
        script.run(&format!("ALTER TABLE {table} ALTER COLUMN \"row_position\" RESTART WITH {next}"));
    }
}

/// The links of the sample rows of a table.
pub(super) fn links(script: &mut Script, model: &Model<'_>, entity: &Entity<'_>) {
    for column in &entity.columns {
        let (link, other, is_symmetric) = match &column.place {
            Place::Options { link, .. } => (link, "option", false),
            Place::People { link } => (link, "person", false),
            Place::Many { link, symmetric } => (link, "linked_id", *symmetric),
            _ => continue,
        };
        let mut pairs: Vec<(String, String, usize)> = Vec::new();
        let mut known = std::collections::HashSet::new();
        for row in &entity.table.sample_rows {
            let items = match &column.place {
                Place::Options { .. } => chosen(model, column, row),
                Place::People { .. } => people(model, column, row),
                _ => linked(model, column, row),
            };
            for (place, item) in items.into_iter().enumerate() {
                let pair = (row.id.to_string(), item);
                // A link that reads the same from both ends is kept once.
                if !(is_symmetric && known.contains(&(pair.1.clone(), pair.0.clone()))) {
                    known.insert(pair.clone());
                    pairs.push((pair.0, pair.1, place + 1));
                }
            }
        }
        let rows: Vec<_> = pairs
            .iter()
            .map(|(row, item, place)| format!("({}, {}, {place})", literal(row), literal(item)))
            .collect();
        insert(script, link, &["row_id", other, "place"], &rows);
    }
}
