//! What Notion takes: a ZIP laid out as Notion's own export *Markdown & CSV*: a home page, a CSV file a database beside
//! it in its folder, and pages of rows in a folder of the database's name.
//!
//! - A CSV file becomes a database, its rows pages, its columns properties whose types are guessed; relations come as
//!   text. Source: notion.com/help/import-data-into-notion, as told by clonepartner.com, "How to Import Data into Notion".
//! - The export's layout. Source: openknowledge.ai/docs/migrate/notion and github.com/AppFlowy-IO/AppFlowy/issues/6724.
//! - A text property turned into *Relation* finds pages by their titles, parted by commas; nobody says what becomes of a
//!   title with a comma, and the read-me says to look at them. Options have no commas: `shared/src/platform/notion.rs`.
//!
//! All read November 2026; nobody tried the import itself, so the read-me has a way without the ZIP, too.

use shared::artifact::ArtifactFormat;
use shared::blueprint::{Blueprint, Field, FieldKind, SampleRow};
use shared::compute::{Evaluator, Value};
use shared::platform::Platform;
use shared::words::IMPORTS;

use super::tables::{Importer, Sheet, sheets, write_read_me};
use crate::archive::Archive;
use crate::csv::{CellTexts, Form, RowNames};
use crate::document::{Document, markdown, plain, said};
use crate::names::{Taken, short_file_name};
use crate::{Progress, RenderError};

/// Longest names of the home page, of databases and of pages, in characters: with numbers after them they make a path
/// that archives may hold.
const HOME_CHARS: usize = 32;
const TABLE_CHARS: usize = 40;
const PAGE_CHARS: usize = 84;

const NOTION: Importer = Importer {
    platform: Platform::Notion,
    format: ArtifactFormat::NotionImport,
    form: Form {
        date: "%Y-%m-%d",
        datetime: "%Y-%m-%dT%H:%M:%SZ",
        checked: "Yes",
        unchecked: "No",
        percent_signs: true,
        list: parted_by_commas,
    },
    key: "notion",
    name_chars: TABLE_CHARS,
    pairs_with_itself: true,
};

/// The archive of `blueprint`: the read-me, the home page, then each database with the pages of its rows.
///
/// # Errors
/// [`RenderError::Archive`] and [`RenderError::Io`] when it could not be packed.
pub(crate) fn notion(blueprint: &Blueprint, progress: Progress<'_>) -> Result<Vec<u8>, RenderError> {
    let evaluator = Evaluator::new(blueprint);
    let texts = CellTexts::new(&evaluator, RowNames::numbered(blueprint), NOTION.form);
    let sheets = sheets(&NOTION, blueprint);
    let home = home_name(blueprint);
    let paths: Vec<_> = sheets.iter().map(|sheet| format!("{home}/{}.csv", sheet.stem)).collect();
    let mut archive = Archive::new();
    write_read_me(&NOTION, blueprint, &sheets, &paths, &mut archive)?;
    archive.add(&format!("{home}.md"), home_page(blueprint, &sheets, &paths))?;
    for (done, (sheet, path)) in sheets.iter().zip(&paths).enumerate() {
        progress.report(done, sheets.len());
        archive.add(path, sheet.csv(&texts))?;
        add_pages(&evaluator, &texts, sheet, &format!("{home}/{}", sheet.stem), &mut archive)?;
    }
    archive.finish()
}

/// The home page's name, another than the read-me's.
fn home_name(blueprint: &Blueprint) -> String {
    let mut taken = Taken::default();
    taken.claim_file(IMPORTS.get(blueprint.settings.language, "title").to_owned());
    taken.claim_file(short_file_name(&blueprint.name, blueprint.id.as_str(), HOME_CHARS))
}

/// The home page: what the system is for, and a link to every database.
fn home_page(blueprint: &Blueprint, sheets: &[Sheet<'_>], paths: &[String]) -> String {
    let language = blueprint.settings.language;
    let mut document = Document::default();
    document.heading(1, plain(&blueprint.name));
    document.paragraph(plain(&blueprint.description));
    document.heading(2, said(&IMPORTS, language, "notion.databases", &[]));
    let mut text = markdown(&document.finish());
    for (sheet, path) in sheets.iter().zip(paths) {
        let mut line = Document::default();
        line.paragraph(plain(&sheet.table.name));
        let name = markdown(&line.finish());
        text.push_str(&format!("\n[{}]({})\n", name.trim_end(), link(path)));
        let mut line = Document::default();
        line.paragraph(plain(&sheet.table.description));
        let description = markdown(&line.finish());
        if !description.trim().is_empty() {
            text.push_str(&format!("\n{}\n", description.trim_end()));
        }
    }
    text
}

/// `path` as the target of a link: everything but plain letters and digits is escaped byte by byte.
fn link(path: &str) -> String {
    let mut link = String::new();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => {
                link.push(char::from(byte))
            }
            byte => link.push_str(&format!("%{byte:02X}")),
        }
    }
    link
}

/// A page for every row with a long text: the title, then its long texts, which are Markdown, below their names.
fn add_pages(
    evaluator: &Evaluator<'_>,
    texts: &CellTexts<'_>,
    sheet: &Sheet<'_>,
    folder: &str,
    archive: &mut Archive,
) -> Result<(), RenderError> {
    let mut taken = Taken::default();
    for row in &sheet.table.sample_rows {
        let title = texts.names().name(row.id.as_str());
        let name = taken.claim_file(short_file_name(title, row.id.as_str(), PAGE_CHARS));
        if let Some(page) = page(evaluator, sheet, row, title) {
            archive.add(&format!("{folder}/{name}.md"), page)?;
        }
    }
    Ok(())
}

fn page(evaluator: &Evaluator<'_>, sheet: &Sheet<'_>, row: &SampleRow, title: &str) -> Option<String> {
    let long = sheet.columns.iter().filter(|(_, field)| matches!(field.kind, FieldKind::LongText));
    let texts = long.filter_map(|(_, field)| match evaluator.value(&row.id, &field.id) {
        Value::Text(text) => Some((*field, text)),
        _ => None,
    });
    let texts: Vec<(&Field, String)> = texts.collect();
    if texts.is_empty() {
        return None;
    }
    let mut page = heading(1, title);
    for (field, text) in texts {
        page.push_str(&format!("\n{}\n{}\n", heading(2, &field.name), text.trim_end()));
    }
    Some(page)
}

fn heading(level: u8, text: &str) -> String {
    let mut document = Document::default();
    document.heading(level, plain(text));
    markdown(&document.finish())
}

/// Items parted by `, `. Notion knows no quotes: titles stay as they are, so that they are found.
fn parted_by_commas(items: &[String]) -> String {
    items.join(", ")
}
