//! What task managers import: whole, well-formed, in the blueprint's language, and as the plan says.

use std::cell::RefCell;
use std::collections::BTreeMap;

use render::{Progress, render_heard};
use shared::artifact::ArtifactFormat;
use shared::blueprint::{Blueprint, read};
use shared::platform::Platform;
use shared::words::{IMPORTS, Language};

use crate::harness::{files, frozen_middling, frozen_small, hostile, largest, largest_in_german, smallest};

const IMPORTERS: [(Platform, ArtifactFormat); 6] = [
    (Platform::Trello, ArtifactFormat::TrelloImport),
    (Platform::Asana, ArtifactFormat::AsanaImport),
    (Platform::Monday, ArtifactFormat::MondayImport),
    (Platform::Clickup, ArtifactFormat::ClickupImport),
    (Platform::Jira, ArtifactFormat::JiraImport),
    (Platform::Linear, ArtifactFormat::LinearImport),
];

/// The text of an archive: each file below its path.
fn text(files: &[(String, String)]) -> String {
    files.iter().map(|(path, text)| format!("===== {path}\n{}\n", text.replace("\r\n", "\n"))).collect()
}

/// A table of every kind of field, with values that fit nowhere as they are.
fn every_kind() -> Blueprint {
    read(include_str!("fixtures/kinds.json")).unwrap()
}

#[test]
fn every_table_has_a_folder_with_a_file_and_every_field_stands_in_the_read_me() {
    for blueprint in [largest(), largest_in_german(), smallest(), every_kind()] {
        for (platform, format) in IMPORTERS {
            let files = files(&blueprint, format);

            let (path, read_me) = &files[0];
            let title = IMPORTS.get(blueprint.settings.language, "title");
            assert_eq!(path, &format!("{title}.md"));
            for table in &blueprint.tables {
                let path = format!("{name}/{name}.csv", name = table.name);
                assert!(files.iter().any(|(known, _)| *known == path), "{platform}: {path}");
                for field in &table.fields {
                    let row = format!("| {} | {} | ", table.name, field.name);
                    assert!(read_me.contains(&row), "{platform}: {row}");
                }
            }
        }
    }
}

#[test]
fn german_blueprints_give_german_files() {
    let blueprint = largest_in_german();
    for (platform, format) in IMPORTERS {
        let text = text(&files(&blueprint, format));
        for key in IMPORTS.keys(Language::En).filter(|key| key.starts_with("tasks.")) {
            let (english, german) = (IMPORTS.get(Language::En, key), IMPORTS.get(Language::De, key));
            let is_sentence = english.len() > 12 && !english.contains('{') && english != german;
            assert!(!is_sentence || !text.contains(english), "{platform}: {english}");
            assert!(!text.contains(key), "{platform}: {key}");
        }
    }
}

#[test]
fn hostile_names_part_no_cells_and_no_labels() {
    let blueprint = hostile();
    for (platform, format) in IMPORTERS {
        let files = files(&blueprint, format);

        let count = files.iter().filter(|(path, _)| path.ends_with(".csv")).count();
        assert_eq!(count, blueprint.tables.len(), "{platform}");
        for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".csv")) {
            let starts = text.split("\r\n").filter_map(|line| line.chars().next());
            assert!(starts.into_iter().all(|c| !"=+@".contains(c)), "{platform}: {path}");
        }
    }
}

#[test]
fn progress_is_told_table_by_table() {
    let blueprint = largest();
    for (platform, format) in IMPORTERS {
        let heard = RefCell::new(Vec::new());
        let hear = |done, total| heard.borrow_mut().push((done, total));

        render_heard(&blueprint, platform, format, Progress::new(&hear)).unwrap();

        let total = blueprint.tables.len();
        let tables: Vec<_> = heard.take().into_iter().filter(|(_, of)| *of == total).collect();
        assert_eq!(tables, (0..total).map(|done| (done, total)).collect::<Vec<_>>());
    }
}

#[test]
fn small_archives_read_like_this() {
    for (platform, format) in IMPORTERS {
        insta::assert_snapshot!(format!("small_{platform}_import"), text(&files(&frozen_small(), format)));
    }
}

#[test]
fn middling_archives_hold_this() {
    let paths: BTreeMap<_, Vec<_>> = IMPORTERS
        .into_iter()
        .map(|(platform, format)| {
            let files = files(&frozen_middling(), format);
            (platform.as_str(), files.into_iter().map(|(path, _)| path).collect())
        })
        .collect();

    insta::assert_debug_snapshot!(paths);
    let topics = files(&frozen_middling(), ArtifactFormat::JiraImport);
    let topics: Vec<_> = topics.into_iter().filter(|(path, _)| path.starts_with("Themen/")).collect();
    insta::assert_snapshot!("middling_jira_topics", text(&topics));
}

#[test]
fn values_of_every_kind_are_written_like_this() {
    for (platform, format) in IMPORTERS {
        let files = files(&every_kind(), format);
        let tables: Vec<_> = files.into_iter().filter(|(path, _)| !path.ends_with(".md")).collect();
        insta::assert_snapshot!(format!("kinds_{platform}_import"), text(&tables));
    }
}
