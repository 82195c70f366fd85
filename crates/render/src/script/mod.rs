//! Scripts that build the workbook inside a spreadsheet: what to build as data, and a builder that is the same for
//! every blueprint. Names only ever stand in the data, so none of them can become code.
//!
//! Both build, cell by cell, what the workbook holds, so its checked formulas are theirs, too.

use serde::Serialize;
use serde_json::Value;
use shared::artifact::{ArtifactFormat, steps};
use shared::blueprint::Blueprint;
use shared::words::{IMPORTS, Language};

use crate::RenderError;
use crate::workbook::{ROW, outline};
use shared::letters::is_hidden;

const APPS_SCRIPT: &str = include_str!("apps_script.js");
const OFFICE_SCRIPT: &str = include_str!("office_script.ts");

/// How deep the data is parted into lines: each table, view and dashboard has one of its own.
const LINES_DEEP: usize = 2;

/// What a script says while it runs.
#[derive(Serialize)]
struct Words {
    done: &'static str,
    taken: &'static str,
    missing: &'static str,
    rating: &'static str,
    date: &'static str,
    pick: &'static str,
}

/// The script for Google Sheets.
pub(crate) fn write_apps_script(blueprint: &Blueprint) -> Result<String, RenderError> {
    let language = blueprint.settings.language;
    Ok(format!(
        "{}\nconst WORDS = {};\n\nconst ROW = {};\n\nconst SYSTEM = {};\n\n{APPS_SCRIPT}",
        head(ArtifactFormat::AppsScript, language),
        serde_json::to_string(&words(language))?,
        serde_json::to_string(&ROW)?,
        data(blueprint)?,
    ))
}

/// The script for Excel. Office Scripts run nothing outside functions, so the data stands in some.
pub(crate) fn write_office_script(blueprint: &Blueprint) -> Result<String, RenderError> {
    let language = blueprint.settings.language;
    Ok(format!(
        "{}\n{OFFICE_SCRIPT}\nfunction words(): Words {{\n  return {};\n}}\n\n\
         function rowMark(): string {{\n  return {};\n}}\n\nfunction system(): System {{\n  return {};\n}}\n",
        head(ArtifactFormat::OfficeScript, language),
        serde_json::to_string(&words(language))?,
        serde_json::to_string(&ROW)?,
        data(blueprint)?,
    ))
}

/// How to run it, as comments.
fn head(format: ArtifactFormat, language: Language) -> String {
    let steps = (1..).zip(steps(format, language));
    steps.map(|(number, step)| format!("// {number}. {}\n", step.replace('*', ""))).collect()
}

fn words(language: Language) -> Words {
    let word = |key: &'static str| IMPORTS.get(language, key);
    Words {
        done: word("script.done"),
        taken: word("script.taken"),
        missing: word("script.missing"),
        rating: word("script.rating"),
        date: word("script.date"),
        pick: word("script.pick"),
    }
}

fn data(blueprint: &Blueprint) -> Result<String, RenderError> {
    let mut text = String::new();
    lines(&serde_json::to_value(outline(blueprint))?, 0, &mut text);
    Ok(text)
}

/// Writes `value` with a line for each part, down to [`LINES_DEEP`].
fn lines(value: &Value, depth: usize, text: &mut String) {
    let (indent, end) = ("  ".repeat(depth + 1), "  ".repeat(depth));
    match value {
        Value::Object(members) if depth < LINES_DEEP && !members.is_empty() => {
            text.push_str("{\n");
            for (key, member) in members {
                text.push_str(&format!("{indent}{}: ", visible(&Value::from(key.as_str()))));
                lines(member, depth + 1, text);
                text.push_str(",\n");
            }
            text.push_str(&format!("{end}}}"));
        }
        Value::Array(items) if depth < LINES_DEEP && !items.is_empty() => {
            text.push_str("[\n");
            for item in items {
                text.push_str(&indent);
                lines(item, depth + 1, text);
                text.push_str(",\n");
            }
            text.push_str(&format!("{end}]"));
        }
        _ => text.push_str(&visible(value)),
    }
}

/// `value` as JSON in which letters that nobody sees, or that turn others around, are escapes: they stand in texts alone.
fn visible(value: &Value) -> String {
    let mut text = String::new();
    for c in value.to_string().chars() {
        if is_hidden(c) {
            // All of them fit four digits.
            text.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            text.push(c);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn parts_have_lines_of_their_own() {
        let mut text = String::new();

        lines(&json!({ "a": [{ "b": [1, 2] }], "c": "*/", "d": [] }), 0, &mut text);

        assert_eq!(text, "{\n  \"a\": [\n    {\"b\":[1,2]},\n  ],\n  \"c\": \"*/\",\n  \"d\": [],\n}");
    }

    #[test]
    fn letters_that_turn_text_around_are_escapes() {
        assert_eq!(visible(&json!(["\u{202e}x\u{2028}", 1])), r#"["\u202ex\u2028",1]"#);
    }
}
