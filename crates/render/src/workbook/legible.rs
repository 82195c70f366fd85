//! A blueprint as a workbook can hold it: texts that every program shows alike, rows that differ in their titles.
//!
//! Sheets name each other's rows by title and write several of them into one cell, so two rows of one title, or a
//! title that reads like two others, would take each other's links.

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{self, Write};

use serde_json::Value;
use shared::blueprint::{Blueprint, CellValue, FieldId, FieldKind, SampleRow, Table};

use super::formula_text::SEPARATOR;
use crate::names::Taken;

/// What stands in a title for [`SEPARATOR`] where that would make it read like several.
const OTHER_SEPARATOR: &str = "; ";
/// Most pieces of a title that are compared with other titles.
const PIECES_MAX: usize = 16;

/// `blueprint` itself, or a copy of it that a workbook can hold.
pub(super) fn legible(blueprint: &Blueprint) -> Cow<'_, Blueprint> {
    let mut legible = Cow::Borrowed(blueprint);
    if has_illegible_text(blueprint) {
        legible = Cow::Owned(with_legible_texts(blueprint));
    }
    for position in 0..blueprint.tables.len() {
        let clear = legible.tables.get(position).and_then(clear_titles);
        if let Some((field, titles)) = clear
            && let Some(table) = legible.to_mut().tables.get_mut(position)
        {
            for (row, title) in table.sample_rows.iter_mut().zip(titles) {
                row.cells.insert(field.clone(), CellValue::Text(title));
            }
        }
    }
    legible
}

/// Tabs are nothing in Excel and lost in LibreOffice, other controls and what is no letter are illegal in XML.
fn is_illegible(c: char) -> bool {
    c != '\n' && (c.is_control() || matches!(c, '\u{FDD0}' | '\u{FFFE}' | '\u{FFFF}'))
}

fn with_legible_text(text: &str) -> String {
    let unix = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    unix.chars().filter(|c| !is_illegible(*c)).collect()
}

fn with_legible_texts(blueprint: &Blueprint) -> Blueprint {
    let read = |value| serde_json::from_value(legible_value(value)).ok();
    serde_json::to_value(blueprint).ok().and_then(read).unwrap_or_else(|| blueprint.clone())
}

fn legible_value(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(with_legible_text(&text)),
        Value::Array(items) => items.into_iter().map(legible_value).collect(),
        Value::Object(members) => {
            let members = members.into_iter();
            members.map(|(key, value)| (with_legible_text(&key), legible_value(value))).collect()
        }
        other => other,
    }
}

fn has_illegible_text(blueprint: &Blueprint) -> bool {
    let mut scan = Scan::default();
    serde_json::to_writer(&mut scan, blueprint).is_err() || scan.found
}

/// Looks through JSON as it is written, without keeping it: a blueprint may be large.
#[derive(Default)]
struct Scan {
    /// The last bytes, oldest first.
    last: [u8; 2],
    is_escaped: bool,
    found: bool,
}

impl Write for Scan {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for &byte in bytes {
            // In JSON, controls are escapes; `\n`, `\"` and `\\` are fine.
            self.found |= self.is_escaped && !matches!(byte, b'n' | b'"' | b'\\');
            self.is_escaped = byte == b'\\' && !self.is_escaped;
            // DEL and what UTF-8 makes of U+0080 to U+009F, U+FFFE, U+FFFF and U+FDD0.
            let [before, last] = self.last;
            self.found |= byte == 0x7F
                || (last == 0xC2 && (0x80..0xA0).contains(&byte))
                || (before == 0xEF && last == 0xBF && byte >= 0xBE)
                || (before == 0xEF && last == 0xB7 && byte == 0x90);
            self.last = [last, byte];
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The titles of a table's rows, each another, if they are not so already.
fn clear_titles(table: &Table) -> Option<(FieldId, Vec<String>)> {
    let title = table.fields.iter().find(|field| matches!(field.kind, FieldKind::Title))?;
    let titles: Vec<&str> = table.sample_rows.iter().map(|row| title_of(table, row)).collect();
    let folded: HashSet<String> = titles.iter().map(|title| title.to_lowercase()).collect();
    let is_vague = |title: &str| reads_like_others(title, &folded);
    let is_clear = folded.len() == titles.len()
        && titles.iter().zip(&table.sample_rows).all(|(title, row)| table.label(row) == *title)
        && !titles.iter().any(|title| is_vague(title));
    if is_clear {
        return None;
    }
    let mut taken = Taken::default();
    let clear = titles.iter().map(|title| {
        let one =
            if is_vague(title) { title.replace(SEPARATOR, OTHER_SEPARATOR) } else { (*title).to_owned() };
        taken.claim(one, |title, number| format!("{title} ({number})"))
    });
    Some((title.id.clone(), clear.collect()))
}

/// A row without a title is called by its id, as labels call it.
fn title_of<'t>(table: &Table, row: &'t SampleRow) -> &'t str {
    match table.label(row) {
        "" => row.id.as_str(),
        title => title,
    }
}

/// Whether a part of `title`, read as a list, is the title of another row.
fn reads_like_others(title: &str, folded: &HashSet<String>) -> bool {
    let lowered = title.to_lowercase();
    let pieces: Vec<_> = lowered.split(SEPARATOR).take(PIECES_MAX).collect();
    let runs = (0..pieces.len()).flat_map(|first| (first + 1..=pieces.len()).map(move |end| first..end));
    runs.filter(|run| run.len() < pieces.len())
        .any(|run| pieces.get(run).is_some_and(|run| folded.contains(&run.join(SEPARATOR))))
}

#[cfg(test)]
mod tests {
    use shared::blueprint::read;

    use super::*;

    fn small() -> Blueprint {
        read(include_str!("../../tests/it/fixtures/small.json")).unwrap()
    }

    fn titled(titles: &[&str]) -> Vec<String> {
        let mut blueprint = small();
        let table = &mut blueprint.tables[0];
        let title = table.title().unwrap().id.clone();
        table.sample_rows.truncate(titles.len());
        assert_eq!(table.sample_rows.len(), titles.len());
        for (row, text) in table.sample_rows.iter_mut().zip(titles) {
            row.cells.insert(title.clone(), CellValue::from(*text));
        }
        let legible = legible(&blueprint);
        let table = &legible.tables[0];
        table.sample_rows.iter().map(|row| table.label(row).to_owned()).collect()
    }

    #[test]
    fn a_sound_blueprint_is_not_copied() {
        assert!(matches!(legible(&small()), Cow::Borrowed(_)));
    }

    #[test]
    fn texts_lose_what_no_cell_shows() {
        for (text, expected) in [
            ("two\r\nlines\tand a tab", "two\nlines and a tab"),
            ("bell\u{7}\u{9f}\u{7f}\u{ffff}", "bell"),
            ("a \"quoted\" \\t path\\\\", "a \"quoted\" \\t path\\\\"),
        ] {
            let mut blueprint = small();
            blueprint.tables[0].name = text.into();

            assert_eq!(legible(&blueprint).tables[0].name, expected);
        }
    }

    #[test]
    fn rows_differ_in_their_titles() {
        assert_eq!(titled(&["Plan", "plan"]), ["Plan", "plan (2)"]);
        assert_eq!(titled(&["A, B", "b"]), ["A; B", "b"]);
        assert_eq!(titled(&["A, B", "C"]), ["A, B", "C"]);
    }
}
