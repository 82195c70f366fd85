//! CSV files and YAML: complete, harmless, readable.

use std::cell::RefCell;

use render::{Progress, render, render_heard};
use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::platform::Platform;

use crate::harness::{
    file, files, frozen_middling, frozen_small, hostile, largest, largest_in_german, smallest,
};

fn yaml(blueprint: &Blueprint) -> String {
    let artifact = render(blueprint, Platform::Custom, ArtifactFormat::BlueprintYaml).unwrap();
    String::from_utf8(artifact.bytes).unwrap()
}

#[test]
fn every_table_has_a_csv_file_with_every_row() {
    for blueprint in [largest(), largest_in_german(), smallest(), hostile()] {
        let files = files(&blueprint, ArtifactFormat::CsvZip);

        let tables: Vec<_> = files.iter().filter(|(path, _)| path.ends_with(".csv")).collect();
        assert_eq!(tables.len(), blueprint.tables.len());
        assert_eq!(files.len(), tables.len() + 2);
        for ((path, text), table) in tables.into_iter().zip(&blueprint.tables) {
            for row in &table.sample_rows {
                assert!(text.contains(&format!(",{}\r\n", row.id)), "{path}: {}", row.id);
            }
        }
    }
}

#[test]
fn progress_is_told_table_by_table() {
    let blueprint = largest();
    let heard = RefCell::new(Vec::new());
    let hear = |done, total| heard.borrow_mut().push((done, total));

    render_heard(&blueprint, Platform::Custom, ArtifactFormat::CsvZip, Progress::new(&hear)).unwrap();

    let tables = blueprint.tables.len();
    assert!((1..tables).all(|done| heard.borrow().contains(&(done, tables))));
}

#[test]
fn small_csv_files_read_like_this() {
    let files = files(&frozen_small(), ArtifactFormat::CsvZip);

    let paths: Vec<_> = files.iter().map(|(path, _)| path.as_str()).collect();
    insta::assert_snapshot!(format!("{}\n\n{}", paths.join("\n"), file(&files, "Read me first.md")));
    insta::assert_snapshot!(file(&files, "Sessions.csv").replace('\r', "␍").replace('\u{feff}', "[mark]"));
    insta::assert_snapshot!(file(&files, "datapackage.json"));
}

#[test]
fn a_german_read_me_reads_like_this() {
    let files = files(&frozen_middling(), ArtifactFormat::CsvZip);

    insta::assert_snapshot!(file(&files, "Zuerst lesen.md"));
}

#[test]
fn a_small_blueprint_as_yaml_reads_like_this() {
    insta::assert_snapshot!(yaml(&frozen_small()));
}

#[test]
fn yaml_holds_nothing_that_turns_or_breaks_lines() {
    for blueprint in [largest(), hostile()] {
        let text = yaml(&blueprint);

        assert!(text.ends_with('\n') && !text.contains("\n---") && !text.contains("\n..."));
        assert!(!text.contains(['\u{202e}', '\u{feff}', '\t', '\r']));
    }
}

const IMPORTS: [ArtifactFormat; 3] =
    [ArtifactFormat::AirtableImport, ArtifactFormat::CodaImport, ArtifactFormat::NotionImport];

#[test]
fn platforms_get_a_file_for_every_table_and_a_read_me_that_names_each() {
    for blueprint in [largest(), largest_in_german(), smallest(), hostile()] {
        for format in IMPORTS {
            let files = files(&blueprint, format);

            let read_me = &files[0];
            assert!(["Read me first.md", "Zuerst lesen.md"].contains(&read_me.0.as_str()));
            let tables: Vec<_> = files.iter().filter(|(path, _)| path.ends_with(".csv")).collect();
            assert_eq!(tables.len(), blueprint.tables.len());
            let rows = |table: &&(String, String)| format!("| {} |", table.0);
            let unescaped = read_me.1.replace('\\', "");
            for table in tables.iter().map(rows) {
                assert!(unescaped.contains(table.trim_end_matches('|')), "{format:?}: {table}");
            }
        }
    }
}

#[test]
fn no_word_is_missing_from_a_read_me() {
    for blueprint in [largest(), largest_in_german()] {
        for format in IMPORTS.into_iter().chain([ArtifactFormat::CsvZip]) {
            let files = files(&blueprint, format);

            for prefix in ["tables.", "read_me.", "csv_zip.", "airtable.", "notion.", "coda."] {
                assert!(!files[0].1.contains(&format!(" {prefix}")), "{format:?}: {prefix}");
            }
            for place in ["{table}", "{name}", "{names}", "{max}"] {
                assert!(!files[0].1.contains(place), "{format:?}: {place}");
            }
        }
    }
}

#[test]
fn a_small_airtable_import_reads_like_this() {
    let files = files(&frozen_small(), ArtifactFormat::AirtableImport);

    insta::assert_snapshot!(file(&files, "Read me first.md"));
}

#[test]
fn a_german_notion_import_reads_like_this() {
    let files = files(&frozen_middling(), ArtifactFormat::NotionImport);

    let paths: Vec<_> = files.iter().map(|(path, _)| path.as_str()).collect();
    insta::assert_snapshot!(format!(
        "{}\n\n{}",
        paths.join("\n"),
        file(&files, "Verwaltung von KI-Chats.md")
    ));
    insta::assert_snapshot!(file(&files, "Verwaltung von KI-Chats/Projekte.csv"));
    insta::assert_snapshot!(file(&files, "Zuerst lesen.md"));
}

#[test]
fn a_german_coda_import_names_rows_as_their_titles_do() {
    let files = files(&frozen_middling(), ArtifactFormat::CodaImport);

    insta::assert_snapshot!(file(&files, "Aufgaben.csv"));
}
