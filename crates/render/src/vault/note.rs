//! Notes of sample rows.

use shared::blueprint::{Field, FieldKind, SampleRow, Table};
use shared::compute::Value;

use super::base::{Base, BaseView};
use super::layout::{Folder, Vault};
use super::operand::other_side;
use super::property::{PropertyType, Slot};
use super::table_base::{brief, empty};
use super::text::{link, one_line, section};
use super::yaml::quoted;

/// The note of a row: its properties, its long texts, what links to it.
pub(super) fn note(vault: &Vault<'_>, table: &Table, row: &SampleRow) -> String {
    let mut lines = vec!["---".to_owned()];
    aliases(vault, table, row, &mut lines);
    for field in &table.fields {
        if let Some((name, kind)) = stored(vault, field) {
            property(name, value(vault, row, field, kind), &mut lines);
        }
    }
    lines.push("---".to_owned());
    let mut blocks = vec![lines.join("\n")];
    for field in &table.fields {
        let text = match (vault.slot(&field.id), vault.evaluator.value(&row.id, &field.id)) {
            (Some(Slot::Section(_)), Value::Text(text)) => section(&text),
            _ => continue,
        };
        blocks.push(format!("## {}", super::text::inline(&field.name)));
        blocks.push(text);
    }
    blocks.extend(related(vault, table));
    blocks.join("\n\n") + "\n"
}

/// The property that a note holds of a field.
pub(super) fn stored<'v>(vault: &'v Vault<'_>, field: &Field) -> Option<(&'v str, PropertyType)> {
    match vault.slot(&field.id)? {
        Slot::Property(name, kind) => Some((name, *kind)),
        Slot::Section(name) => Some((name.as_ref()?, PropertyType::Text)),
        Slot::Computed(name, kind) if vault.formula(&field.id).is_none() => Some((name, *kind)),
        Slot::Computed(..) | Slot::Derived(..) | Slot::Name => None,
    }
}

/// A value of a note's property, as YAML.
pub(super) enum Yaml {
    /// A scalar; nothing where it is empty.
    One(Option<String>),
    Many(Vec<String>),
}

/// Writes a property.
pub(super) fn property(name: &str, value: Yaml, lines: &mut Vec<String>) {
    match value {
        Yaml::One(Some(value)) => lines.push(format!("{name}: {value}")),
        Yaml::One(None) => lines.push(format!("{name}:")),
        Yaml::Many(items) => {
            lines.push(format!("{name}:"));
            lines.extend(items.iter().map(|item| format!("  - {item}")));
        }
    }
}

/// The title as it is, where the file's name had to differ, and the running number.
fn aliases(vault: &Vault<'_>, table: &Table, row: &SampleRow, lines: &mut Vec<String>) {
    let title = table.label(row);
    let is_other = !title.is_empty() && vault.note(&row.id) != Some(title);
    let numbers = table.fields.iter().filter(|field| matches!(field.kind, FieldKind::AutoId { .. }));
    let numbers = numbers.filter_map(|field| match vault.evaluator.value(&row.id, &field.id) {
        Value::Text(number) => Some(number),
        _ => None,
    });
    let aliases: Vec<_> = is_other.then(|| title.to_owned()).into_iter().chain(numbers).collect();
    if !aliases.is_empty() {
        property("aliases", Yaml::Many(aliases.iter().map(|alias| quoted(alias)).collect()), lines);
    }
}

fn value(vault: &Vault<'_>, row: &SampleRow, field: &Field, kind: PropertyType) -> Yaml {
    let value = vault.evaluator.value(&row.id, &field.id);
    let item = |item: &String| match &field.kind {
        FieldKind::Relation { .. } => quoted(&link(vault.note(&item.as_str().into()).unwrap_or(item))),
        _ => quoted(&one_line(&vault.evaluator.label(field, &Value::Text(item.clone())))),
    };
    if kind == PropertyType::Multitext {
        return Yaml::Many(value.items().iter().map(item).collect());
    }
    Yaml::One(match &value {
        Value::Empty => None,
        Value::Bool(checked) => Some(checked.to_string()),
        Value::Number(number) => Some((number + 0.0).to_string()),
        Value::Date(date) => Some(date.to_string()),
        Value::Datetime(datetime) => Some(datetime.format("%Y-%m-%dT%H:%M:%S").to_string()),
        Value::Text(_) | Value::List(_) => match value.items() {
            [] => None,
            [one] => Some(item(one)),
            _ => Some(quoted(&one_line(&vault.evaluator.label(field, &value)))),
        },
    })
}

/// A block for each relation whose links stand in other notes: it shows those that link to the note it is in.
pub(super) fn related(vault: &Vault<'_>, table: &Table) -> Vec<String> {
    let block = |field: &Field| {
        let Some(Slot::Derived(_, through)) = vault.slot(&field.id) else { return None };
        let (folder, property) = other_side(vault, through)?;
        let name = super::text::inline(&field.name);
        Some([format!("## {name}"), linking(vault, folder, property, &field.name)])
    };
    table.fields.iter().filter_map(block).flatten().collect()
}

/// Notes of a folder whose property links to the note that the block is in.
fn linking(vault: &Vault<'_>, folder: &Folder<'_>, property: &str, name: &str) -> String {
    let mut base: Base = empty(vault, folder);
    base.filters.push(format!("list(note.{property}).contains(this)"));
    let order = brief(vault, folder.table, Some(property));
    base.views.push(BaseView::table(&one_line(name), order));
    base.block()
}
