//! Extras for two community plugins: texts in a folder of their own that nothing else needs.
//!
//! Source: the plugins' own documentation, as of 2026-08: Dataview shows a block as code where it is missing; Kanban
//! takes a note with `kanban-plugin` among its properties for a board.

use shared::blueprint::{FieldId, View, ViewKind};
use shared::compute::{Section, sections};

use super::layout::{Folder, Vault, short};
use super::note::stored;
use super::page::Page;
use super::property::PropertyType;
use super::text::{inline, link, one_line};

/// Longest name of a board's note, in characters.
const NAME_CHARS: usize = 80;
/// Columns of a query.
const COLUMNS: usize = 6;

/// Every extra: the name of its note and its text.
pub(super) fn extras(vault: &Vault<'_>) -> Vec<(String, String)> {
    let mut about = Page::default();
    about.paragraph(vault.word("extras_how"));
    about.list(
        "-",
        ["extras_dataview", "extras_kanban", "extras_safety"].map(|key| vault.word(key).to_owned()),
    );
    let mut extras = vec![(vault.fixed("page_extras").to_owned(), about.text())];
    extras.push((vault.fixed("page_dataview").to_owned(), dataview(vault)));
    for folder in &vault.folders {
        let board = folder.table.views.iter().find_map(|view| match &view.kind {
            ViewKind::Board { by } => Some((view, by)),
            _ => None,
        });
        if let Some((view, by)) = board {
            let name = shared::words::VAULT.fill(vault.language(), "board_name", &[("name", &folder.name)]);
            let name = vault.taken.borrow_mut().claim_file(short(&name, "board", NAME_CHARS));
            extras.push((name, kanban(vault, folder, view, by)));
        }
    }
    extras
}

/// A query a table.
fn dataview(vault: &Vault<'_>) -> String {
    let mut page = Page::default();
    page.paragraph(vault.word("dataview_how"));
    for folder in &vault.folders {
        let named = folder.table.fields.iter().filter_map(|field| Some((stored(vault, field)?, &field.name)));
        let columns: Vec<_> = named
            .clone()
            .take(COLUMNS)
            .map(|((name, _), shown)| format!("{name} AS \"{}\"", quotable(shown)))
            .collect();
        let newest =
            named.clone().find(|((_, kind), _)| matches!(kind, PropertyType::Datetime | PropertyType::Date));
        let sort = newest.map_or("file.name ASC".to_owned(), |((name, _), _)| format!("{name} DESC"));
        page.heading(2, &inline(&folder.table.name)).paragraph(&format!(
            "```dataview\nTABLE {}\nFROM \"{}\"\nSORT {sort}\nLIMIT 100\n```",
            columns.join(", "),
            folder.name
        ));
    }
    page.text()
}

/// A text that keeps within its quotes.
fn quotable(text: &str) -> String {
    one_line(text).replace(['"', '\\', '`'], " ")
}

/// A board of the samples: it does not follow the notes.
fn kanban<'a>(vault: &Vault<'a>, folder: &Folder<'a>, view: &View, by: &FieldId) -> String {
    let mut page = Page::default();
    page.paragraph("---\nkanban-plugin: board\n---");
    let name = folder.table.field(by).map_or("", |field| &field.name);
    for Section { label, rows, .. } in sections(&vault.evaluator, folder.table, view, vault.today) {
        let label = if label.is_empty() { vault.say("without", &[("field", name)]) } else { inline(&label) };
        page.heading(2, &label);
        page.list("- [ ]", rows.iter().filter_map(|row| vault.note(&row.id)).map(link));
    }
    page.text()
}
