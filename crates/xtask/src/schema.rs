//! The form of a blueprint as JSON Schema: what the text mode completes by, and what editors may check files against.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

/// Where it is checked in.
pub const SCHEMA: &str = "openapi/blueprint.schema.json";
/// Folder and name in a built client.
const IN_CLIENT: [&str; 2] = ["schemas", "blueprint.json"];

/// What it is the form of, as the document calls it.
const ROOT: &str = "Blueprint";
/// Where definitions stand in the document.
const COMPONENTS: &str = "#/components/schemas/";

/// The form of a blueprint, taken out of the OpenAPI `document`.
///
/// # Errors
/// When the document is none, or has no blueprint.
pub fn of(document: &str) -> Result<String> {
    let document: Value = serde_json::from_str(document).context("reading the OpenAPI document")?;
    let all = document.pointer("/components/schemas").and_then(Value::as_object).context("its schemas")?;
    let mut wanted = vec![ROOT.to_owned()];
    let mut defined = BTreeMap::new();
    while let Some(name) = wanted.pop() {
        if defined.contains_key(&name) {
            continue;
        }
        let mut schema = all.get(&name).with_context(|| format!("no schema `{name}`"))?.clone();
        inner(&mut schema, &mut |it| refer(it, all));
        wanted.extend(references(&schema));
        defined.insert(name, schema);
    }
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": ROOT,
        "$ref": format!("#/$defs/{ROOT}"),
        "$defs": defined,
    });
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}

/// Puts it into a client, without its blanks.
///
/// # Errors
/// When a file cannot be read or written.
pub fn bundle(folder: &Path) -> Result<()> {
    let text = fs::read_to_string(SCHEMA).with_context(|| format!("reading {SCHEMA}"))?;
    let schema: Value = serde_json::from_str(&text).with_context(|| format!("reading {SCHEMA}"))?;
    let [inside, name] = IN_CLIENT;
    fs::create_dir_all(folder.join(inside)).context("making the folder of the schema")?;
    fs::write(folder.join(inside).join(name), schema.to_string()).context("writing the schema")
}

/// Does `change` to every schema inside of `schema`.
fn inner(schema: &mut Value, change: &mut impl FnMut(&mut Map<String, Value>)) {
    let each = |value: &mut Value| {
        if let Value::Object(members) = value {
            change(members);
        }
        inner(value, change);
    };
    match schema {
        Value::Array(items) => items.iter_mut().for_each(each),
        Value::Object(members) => members.values_mut().for_each(each),
        _ => {}
    }
}

/// Has a schema refer to the definition that it repeats, and references lead to where definitions stand here.
fn refer(schema: &mut Map<String, Value>, all: &Map<String, Value>) {
    let whole = Value::Object(schema.clone());
    let is_telling = schema.contains_key("description") && !schema.contains_key("$ref");
    if let Some((name, _)) = all.iter().find(|(_, it)| is_telling && **it == whole) {
        schema.clear();
        schema.insert("$ref".to_owned(), Value::from(format!("{COMPONENTS}{name}")));
    }
    if let Some(Value::String(reference)) = schema.get_mut("$ref") {
        *reference = reference.replace(COMPONENTS, "#/$defs/");
    }
}

/// The names of the definitions that a schema refers to.
fn references(schema: &Value) -> BTreeSet<String> {
    let own = schema.get("$ref").and_then(Value::as_str).and_then(|it| it.strip_prefix("#/$defs/"));
    let mut all: BTreeSet<String> = own.map(str::to_owned).into_iter().collect();
    match schema {
        Value::Array(items) => all.extend(items.iter().flat_map(references)),
        Value::Object(members) => all.extend(members.values().flat_map(references)),
        _ => {}
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(schemas: &Value) -> Value {
        let document = json!({ "components": { "schemas": schemas } });
        serde_json::from_str(&of(&document.to_string()).unwrap()).unwrap()
    }

    #[test]
    fn what_a_blueprint_is_made_of_comes_along_and_nothing_else() {
        let reference = |name: &str| json!({ "$ref": format!("{COMPONENTS}{name}") });
        let schema = made(&json!({
            "Blueprint": { "type": "object", "properties": { "tables": { "items": reference("Table") } } },
            "Table": { "type": "object", "oneOf": [reference("Filter")] },
            "Filter": { "type": "object" },
            "Health": { "type": "object" },
        }));
        assert_eq!(schema["$ref"], "#/$defs/Blueprint");
        assert_eq!(schema["$defs"]["Blueprint"]["properties"]["tables"]["items"]["$ref"], "#/$defs/Table");
        let defined = schema["$defs"].as_object().unwrap().keys();
        assert!(defined.eq(["Blueprint", "Filter", "Table"]));
    }

    #[test]
    fn what_is_repeated_is_referred_to() {
        let value = json!({ "type": "string", "description": "A value." });
        let schema = made(&json!({
            "Blueprint": { "type": "object", "additionalProperties": value },
            "CellValue": value,
        }));
        let reference = &schema["$defs"]["Blueprint"]["additionalProperties"];
        assert_eq!(
            (reference, &schema["$defs"]["CellValue"]),
            (&json!({ "$ref": "#/$defs/CellValue" }), &value)
        );
    }

    #[test]
    fn the_one_that_is_checked_in_is_that_of_the_document() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let read = |name: &str| fs::read_to_string(root.join(name)).unwrap();
        assert!(of(&read("openapi/openapi.json")).unwrap() == read(SCHEMA), "run `cargo xtask openapi`");
    }
}
