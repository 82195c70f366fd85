//! Scripts that build spreadsheets: data and a builder, never mixed. `e2e/files/scripts.py` runs them.

use render::render;
use serde_json::Value;
use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::platform::Platform;

use crate::harness::{frozen_small, hostile, largest_in_german};

fn script(blueprint: &Blueprint, format: ArtifactFormat) -> String {
    String::from_utf8(render(blueprint, Platform::GoogleSheets, format).unwrap().bytes).unwrap()
}

/// What stands before the data, the data, and what stands behind it.
fn parts<'s>(script: &'s str, start: &str, end: &str) -> (&'s str, &'s str, &'s str) {
    let (before, rest) = script.split_once(start).unwrap();
    let (data, after) = rest.split_once(end).unwrap();
    (before, data, after)
}

/// Line ends that JSON has none of stand before closing brackets alone.
fn read(data: &str) -> Value {
    let mut json = String::new();
    for line in data.lines() {
        let closes = line.trim_start().starts_with(['}', ']']);
        if closes && json.ends_with(',') {
            json.pop();
        }
        json.push_str(line.trim_start());
    }
    serde_json::from_str(&json).unwrap()
}

#[test]
fn names_stand_in_the_data_alone() {
    for (format, start, end) in [
        (ArtifactFormat::AppsScript, "const SYSTEM = ", ";\n\n/** Builds"),
        (ArtifactFormat::OfficeScript, "function system(): System {\n  return ", ";\n}\n"),
    ] {
        let (plain, hostile) = (script(&frozen_small(), format), script(&hostile(), format));
        let (plain_before, _, plain_after) = parts(&plain, start, end);
        let (before, data, after) = parts(&hostile, start, end);

        assert_eq!((before, after), (plain_before, plain_after));
        assert_eq!(read(data)["tables"].as_array().map(Vec::len), Some(hostile_tables()));
    }
}

fn hostile_tables() -> usize {
    hostile().tables.len()
}

#[test]
fn a_german_script_speaks_german() {
    let text = script(&largest_in_german(), ArtifactFormat::AppsScript);

    assert!(text.starts_with("// 1. Öffne "), "{}", text.lines().next().unwrap_or_default());
    assert!(text.contains("\"done\":\"Fertig:\""));
}

#[test]
fn the_first_table_of_a_small_script_reads_like_this() {
    let text = script(&frozen_small(), ArtifactFormat::AppsScript);
    let (_, data, _) = parts(&text, "const SYSTEM = ", ";\n\n/** Builds");

    insta::assert_json_snapshot!(read(data)["tables"][0]);
}
