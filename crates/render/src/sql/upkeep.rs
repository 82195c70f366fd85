//! What the database does by itself: numbers for new rows, times of changes, quick ways to rows.

use std::collections::BTreeSet;

use shared::blueprint::{FieldId, ViewKind};

use super::dialect::Dialect;
use super::model::{Entity, Names, Place};
use super::script::Script;
use super::tables::is_updated;
use super::text::quoted;

/// Indexes on links and on what views filter, sort and part by.
pub(super) fn indexes(script: &mut Script, names: &mut Names, entity: &Entity<'_>) {
    let looked_for = looked_for(entity);
    for column in &entity.columns {
        let (table, indexed) = match &column.place {
            Place::One { id } => (&entity.name, id.as_str()),
            Place::Own | Place::Option { .. } if looked_for.contains(&column.field.id) => {
                (&entity.name, column.name.as_str())
            }
            Place::Options { link, .. } => (link, "option"),
            Place::People { link } => (link, "person"),
            Place::Many { link, .. } => (link, "linked_id"),
            _ => continue,
        };
        let name = names.claim_ended(&format!("{table}_{indexed}"), "_index");
        script.run(&format!("CREATE INDEX {} ON {} ({})", quoted(&name), quoted(table), quoted(indexed)));
    }
}

/// The fields that views filter, sort or part by.
fn looked_for<'a>(entity: &Entity<'a>) -> BTreeSet<&'a FieldId> {
    let mut found = BTreeSet::new();
    for view in &entity.table.views {
        found.extend(view.filter.iter().flat_map(|filter| &filter.conditions).map(|one| &one.field));
        found.extend(view.sorts.iter().map(|sort| &sort.field));
        found.extend(&view.group);
        match &view.kind {
            ViewKind::Board { by: field } | ViewKind::Calendar { date: field } => {
                found.insert(field);
            }
            ViewKind::Timeline { start, end } => found.extend([start].into_iter().chain(end)),
            _ => {}
        }
    }
    found
}

/// Triggers of a table.
pub(super) fn triggers(script: &mut Script, entity: &Entity<'_>) {
    let updated = entity.columns.iter().filter(|column| is_updated(column));
    let updated: Vec<_> = updated.map(|column| column.name.as_str()).collect();
    match script.dialect {
        Dialect::Postgres if updated.is_empty() => {}
        Dialect::Postgres => postgres_updated(script, entity, &updated),
        Dialect::Sqlite => {
            sqlite_numbers(script, entity);
            for (number, name) in updated.iter().enumerate() {
                sqlite_updated(script, entity, name, number + 1);
            }
        }
    }
}

fn postgres_updated(script: &mut Script, entity: &Entity<'_>, names: &[&str]) {
    let (table, now) = (quoted(&entity.name), script.dialect.now());
    let trigger = quoted(&format!("{}_changed", entity.name));
    let given = |name: &&str| {
        let name = quoted(name);
        format!("  IF NEW.{name} IS NOT DISTINCT FROM OLD.{name} THEN\n    NEW.{name} := {now};\n  END IF;\n")
    };
    let given: String = names.iter().map(given).collect();
    script.gap();
    script.run(&format!(
        "CREATE FUNCTION {trigger}() RETURNS trigger LANGUAGE plpgsql AS $body$\nBEGIN\n{given}  RETURN NEW;\nEND\n$body$"
    ));
    script.run(&format!(
        "CREATE TRIGGER {trigger} BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {trigger}()"
    ));
}

/// SQLite counts nothing but its own row numbers, so a trigger does.
fn sqlite_numbers(script: &mut Script, entity: &Entity<'_>) {
    let table = quoted(&entity.name);
    let numbers = entity.columns.iter().filter_map(|column| match &column.place {
        Place::AutoId { number, .. } => Some(number.as_str()),
        _ => None,
    });
    let numbers: Vec<_> = std::iter::once("row_position").chain(numbers).map(quoted).collect();
    let missing: Vec<_> = numbers.iter().map(|name| format!("NEW.{name} IS NULL")).collect();
    let given: Vec<_> = numbers
        .iter()
        .map(|name| {
            format!("{name} = coalesce(NEW.{name}, (SELECT coalesce(max({name}), 0) + 1 FROM {table}))")
        })
        .collect();
    script.gap();
    script.run(&format!(
        "CREATE TRIGGER {} AFTER INSERT ON {table} WHEN {}\nBEGIN\n  UPDATE {table} SET {}\n  \
         WHERE \"id\" = NEW.\"id\";\nEND",
        quoted(&format!("{}_added", entity.name)),
        missing.join(" OR "),
        given.join(",\n    ")
    ));
}

fn sqlite_updated(script: &mut Script, entity: &Entity<'_>, name: &str, number: usize) {
    let (table, column) = (quoted(&entity.name), quoted(name));
    // Numbers that a trigger gives to a new row are no change of it.
    let watched: Vec<_> = std::iter::once("id")
        .chain(entity.columns.iter().filter_map(|column| match &column.place {
            Place::Own | Place::Option { .. } if column.name != name => Some(column.name.as_str()),
            Place::One { id } => Some(id.as_str()),
            _ => None,
        }))
        .map(quoted)
        .collect();
    script.gap();
    script.run(&format!(
        "CREATE TRIGGER {} AFTER UPDATE OF {} ON {table} WHEN NEW.{column} IS OLD.{column}\nBEGIN\n  \
         UPDATE {table} SET {column} = {} WHERE \"id\" = NEW.\"id\";\nEND",
        quoted(&format!("{}_changed_{number}", entity.name)),
        watched.join(", "),
        script.dialect.now()
    ));
}
