//! An entity diagram as Mermaid text.
//!
//! Source: mermaid.js.org, "Entity Relationship Diagrams" and "Theme configuration" (`#…;` codes for letters).

use serde_json::Value;
use shared::diagram::{Edge, edges};

use super::code::line;
use super::model::{Item, Model, Property, Record};

/// The text.
pub(super) fn write(model: &Model<'_>) -> String {
    let mut text = format!("---\ntitle: {}\n---\nerDiagram\n", title(&model.blueprint.name));
    for record in &model.records {
        push_entity(&mut text, record);
    }
    for edge in edges(model.blueprint) {
        push_edge(&mut text, model, &edge);
    }
    text
}

fn push_entity(text: &mut String, record: &Record<'_>) {
    text.push_str(&format!("    {}[{}] {{\n", entity(record), quoted(&record.table.name)));
    text.push_str("        string id PK\n");
    for property in &record.properties {
        let key = if matches!(property.item, Item::Link(_)) { " FK" } else { "" };
        let (kind, name) = (kind(property), attribute(&property.key));
        text.push_str(&format!("        {kind} {name}{key} {}\n", quoted(&property.field.name)));
    }
    text.push_str("    }\n");
}

fn push_edge(text: &mut String, model: &Model<'_>, edge: &Edge) {
    let (Some(from), Some(to)) = (model.record(edge.from.table), model.record(edge.to.table)) else {
        return;
    };
    let left = match (edge.from.is_many, edge.from.is_required) {
        (true, true) => "}|",
        (true, false) => "}o",
        (false, true) => "||",
        (false, false) => "|o",
    };
    let right = match (edge.to.is_many, edge.to.is_required) {
        (true, true) => "|{",
        (true, false) => "o{",
        (false, true) => "||",
        (false, false) => "o|",
    };
    let property = edge.from.field.and_then(|place| from.properties.get(place));
    let name = quoted(property.map_or("", |property| &property.field.name));
    text.push_str(&format!("    {} {left}--{right} {} : {name}\n", entity(from), entity(to)));
}

/// Prefixed, so that no table is called like a word of the language.
fn entity(record: &Record<'_>) -> String {
    format!("t_{}", record.key)
}

/// In any case, `pk`, `fk` and `uk` mark keys.
fn attribute(key: &str) -> String {
    if matches!(key, "pk" | "fk" | "uk") { format!("{key}_") } else { key.to_owned() }
}

fn kind(property: &Property<'_>) -> String {
    let kind = match property.item {
        Item::Text | Item::Link(_) => "string",
        Item::Number | Item::Rating(_) => "number",
        Item::Bool => "boolean",
        Item::Date => "date",
        Item::Datetime => "datetime",
        Item::Url => "url",
        Item::Email => "email",
        Item::Choice(..) => "choice",
    };
    if property.is_list { format!("{kind}[]") } else { kind.to_owned() }
}

/// `text` as YAML, in which codes of letters mean nothing.
fn title(text: &str) -> String {
    Value::String(line(text)).to_string()
}

/// `text` in quotes; what would end them, or be a comment, a directive, a code or markup, is written as its number.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in line(text).chars() {
        match c {
            '"' | '\\' | '#' | ';' | '%' | '<' | '>' | '&' | '`' | '{' | '}' => {
                quoted.push_str(&format!("#{};", u32::from(c)));
            }
            c => quoted.push(c),
        }
    }
    // Nothing at all would be no name.
    if quoted.len() == 1 {
        quoted.push('-');
    }
    quoted.push('"');
    quoted
}
