//! What Trello takes: text to paste, a list after the other.
//!
//! - Trello has no importer of files of its own; several lines pasted into a new card make, on being asked, a card each.
//!   Source: its users' reports, such as github.com/mgmeyers/obsidian-kanban/discussions/163, read November 2026; no page
//!   of Trello's own was found. Descriptions are pasted card by card. Custom fields, due dates, labels and members cannot
//!   be pasted: the values stand in the description, due dates and labels also in a line of their own above it.
//! - Power-Ups of others import CSV files; their columns differ. `cards.csv` has what they have in common (list, name,
//!   description, due date, labels, members). None of them was tried, and the read-me says so.
//! - Card names and descriptions of 16,384 characters: `shared/src/platform/trello.rs`.

use std::collections::BTreeMap;

use shared::artifact::ArtifactFormat;
use shared::blueprint::{Blueprint, SampleRow};
use shared::platform::Platform;
use shared::words::IMPORTS;

use super::tasks::{
    Checks, Hierarchical, Home, Importer, Labels, Layout, Own, People, Role, System, TextStyle, Values,
    add_csv, joined, one_line, plain_header, write,
};
use crate::RenderError;
use crate::archive::Archive;
use crate::csv::Form;
use crate::names::{Taken, short_file_name};
use crate::progress::Progress;

/// Longest name of a list's file, in characters.
const NAME_CHARS: usize = 40;
/// What stands between two cards in the file of descriptions.
const RULE: &str = "────────────────────";

const TRELLO: Importer = Importer {
    platform: Platform::Trello,
    format: ArtifactFormat::TrelloImport,
    columns: &[
        (Role::Status, "List"),
        (Role::Title, "Card Name"),
        (Role::Description, "Description"),
        (Role::Due, "Due Date"),
        (Role::Labels, "Labels"),
        (Role::Assignee, "Members"),
    ],
    wants_all_columns: false,
    own: Own::Lines,
    form: Form {
        date: "%Y-%m-%d",
        datetime: "%Y-%m-%d %H:%M",
        checked: "",
        unchecked: "",
        percent_signs: false,
        list: joined,
    },
    checks: Checks::Words,
    people: People::Addresses,
    text: TextStyle::Markdown,
    labels: Labels::Named,
    hierarchy: Hierarchical::No,
    types: &[],
    header: plain_header,
    files,
};

/// The archive of texts to paste into Trello.
pub(crate) fn trello(blueprint: &Blueprint, progress: Progress<'_>) -> Result<Vec<u8>, RenderError> {
    write(&TRELLO, blueprint, progress)
}

/// The texts of a board and its CSV file.
fn files(system: &System<'_>, layout: &Layout<'_>, archive: &mut Archive) -> Result<(), RenderError> {
    let values = Values { system, layout };
    let mut taken = Taken::default();
    for (number, (list, rows)) in (1..).zip(lists(system, layout)) {
        let name = taken.claim_file(format!("{number} {}", short_file_name(&list, "list", NAME_CHARS)));
        let word = |key| system.word(key);
        let titles: String = rows.iter().map(|row| values.title(row) + "\n").collect();
        archive.add(&format!("{}/{name} - {}.txt", layout.name, word("trello.cards_file")), titles)?;
        let cards: Vec<_> = rows.iter().map(|row| card(&values, row)).collect();
        let path = format!("{}/{name} - {}.txt", layout.name, word("trello.descriptions_file"));
        archive.add(&path, cards.join(&format!("\n{RULE}\n\n")))?;
    }
    add_csv(system, layout, archive)
}

/// The lists of a board that have cards, in order, with their rows; those without one come last.
fn lists<'a>(system: &System<'_>, layout: &Layout<'a>) -> Vec<(String, Vec<&'a SampleRow>)> {
    let Some(field) = layout.at(Home::Role(Role::Status)).next() else {
        return vec![(one_line(&layout.table.name), layout.rows())];
    };
    let values = Values { system, layout };
    let mut rows: BTreeMap<String, Vec<&SampleRow>> = BTreeMap::new();
    for row in layout.rows() {
        let list = values.value(row, field).items().first().cloned().unwrap_or_default();
        rows.entry(list).or_default().push(row);
    }
    let options = field.kind.options().iter().filter_map(|option| {
        let id = option.id.as_str();
        Some((values.option(field, id), rows.remove(id)?))
    });
    let mut lists: Vec<_> = options.collect();
    // Also those of options that are no more.
    let others: Vec<_> = rows.into_values().flatten().collect();
    if !others.is_empty() {
        lists.push((IMPORTS.get(system.language(), "trello.no_list").to_owned(), others));
    }
    lists
}

/// A card: its name, what is set by hand, its description.
fn card(values: &Values<'_, '_, '_>, row: &SampleRow) -> String {
    let mut text = values.title(row) + "\n";
    let by_hand =
        [("trello.due", Role::Due), ("trello.labels", Role::Labels), ("trello.members", Role::Assignee)];
    for (key, role) in by_hand {
        let value = values.role_text(row, role);
        if !value.is_empty() {
            text.push_str(&format!("{}: {value}\n", values.system.word(key)));
        }
    }
    let description = values.description(row);
    if !description.is_empty() {
        text.push_str(&format!("\n{description}\n"));
    }
    text
}
