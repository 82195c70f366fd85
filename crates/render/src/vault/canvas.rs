//! The diagram of tables and their relations, as JSON Canvas 1.0 (jsoncanvas.org).

use serde_json::{Value, json};
use shared::blueprint::{Cardinality, Field, FieldKind, Table};

use super::layout::{Folder, Vault};
use super::property::Slot;
use super::text::{inline, one_line};

/// A card's size and the space between cards, in pixels.
const WIDTH: usize = 320;
const LINE: usize = 30;
const HEAD: usize = 110;
const GAP: usize = 140;
/// Fields that a card names; the note about the table names all.
const FIELDS_MAX: usize = 14;

/// The canvas as JSON.
pub(super) fn canvas(vault: &Vault<'_>) -> Value {
    let columns = (1..).find(|side| side * side >= vault.folders.len()).unwrap_or(1);
    let height = vault.folders.iter().map(|folder| height(folder.table)).max().unwrap_or(HEAD);
    let rows = vault.folders.len().div_ceil(columns);
    let mut nodes = vec![json!({
        "id": "group",
        "type": "group",
        "x": -GAP_SIGNED,
        "y": -GAP_SIGNED,
        "width": columns * (WIDTH + GAP) + GAP,
        "height": rows * (height + GAP) + GAP,
        "label": one_line(&vault.blueprint.name),
    })];
    for (at, folder) in vault.folders.iter().enumerate() {
        nodes.push(json!({
            "id": folder.table.id,
            "type": "text",
            "x": (at % columns) * (WIDTH + GAP),
            "y": (at / columns) * (height + GAP),
            "width": WIDTH,
            "height": height,
            "color": (at % 6 + 1).to_string(),
            "text": card(vault, folder),
        }));
    }
    let fields =
        vault.blueprint.tables.iter().flat_map(|table| table.fields.iter().map(move |field| (table, field)));
    let edges: Vec<_> = fields.filter_map(|(table, field)| edge(vault, table, field)).collect();
    json!({ "nodes": nodes, "edges": edges })
}

/// [`GAP`] as a number that may be negative.
const GAP_SIGNED: i32 = 140;

fn height(table: &Table) -> usize {
    HEAD + LINE * table.fields.len().min(FIELDS_MAX + 1)
}

fn card(vault: &Vault<'_>, folder: &Folder<'_>) -> String {
    let mut lines = vec![format!("## [[{}|{}]]", vault.base_path(folder), folder.name), String::new()];
    for field in folder.table.fields.iter().take(FIELDS_MAX) {
        lines.push(format!("- {}", inline(&field.name)));
    }
    let rest = folder.table.fields.len().saturating_sub(FIELDS_MAX);
    if rest > 0 {
        lines.push(format!(
            "- [[{}|{}]]",
            folder.about,
            vault.say("more_fields", &[("count", &rest.to_string())])
        ));
    }
    lines.join("\n")
}

/// An arrow for a relation, from the side that holds its links; the other side is in its label.
fn edge(vault: &Vault<'_>, table: &Table, field: &Field) -> Option<Value> {
    let FieldKind::Relation { table: target, cardinality, inverse } = &field.kind else { return None };
    let Some(Slot::Property(..)) = vault.slot(&field.id) else { return None };
    vault.folder(target)?;
    let back =
        inverse.as_ref().filter(|inverse| **inverse != field.id).and_then(|inverse| vault.field(inverse));
    let label = match back {
        Some((_, back)) => format!("{} ↔ {}", field.name, back.name),
        None => field.name.clone(),
    };
    let many = if *cardinality == Cardinality::Many { " (n)" } else { " (1)" };
    Some(json!({
        "id": field.id,
        "fromNode": table.id,
        "fromSide": "right",
        "toNode": target,
        "toSide": "left",
        "toEnd": "arrow",
        "label": one_line(&label) + many,
    }))
}
