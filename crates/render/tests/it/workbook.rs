//! The workbook: legal, living, always the same. What it shows is checked by `e2e/files/workbooks.py`, too.

use std::cell::RefCell;
use std::io::{Cursor, Read};

use render::{Progress, render, render_heard};
use sha2::{Digest, Sha256};
use shared::artifact::ArtifactFormat;
use shared::blueprint::{Blueprint, CellValue};
use shared::platform::Platform;
use zip::ZipArchive;

use crate::harness::{designs, frozen_middling, frozen_small, largest, right_to_left, smallest};

fn workbook(blueprint: &Blueprint) -> Vec<u8> {
    render(blueprint, Platform::Excel, ArtifactFormat::Xlsx).unwrap().bytes
}

/// The text of one file inside.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn names(bytes: &[u8]) -> Vec<String> {
    ZipArchive::new(Cursor::new(bytes)).unwrap().file_names().map(|name| name.unwrap().into_owned()).collect()
}

#[test]
fn the_same_blueprint_gives_the_same_bytes() {
    let blueprint = smallest();

    assert_eq!(workbook(&blueprint), workbook(&blueprint));
}

/// A change here is a change of every file that people download: look at what changed, then accept it.
#[test]
fn bytes_change_only_on_purpose() {
    let digests = [frozen_small(), frozen_middling()].map(|blueprint| {
        Sha256::digest(workbook(&blueprint)).iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    });

    insta::assert_snapshot!(digests.join("\n"));
}

#[test]
fn every_table_is_a_sheet_with_a_table_and_frozen_headers() {
    for blueprint in designs() {
        let bytes = workbook(&blueprint);

        let names = names(&bytes);
        let tables = names.iter().filter(|name| name.starts_with("xl/tables/")).count();
        assert_eq!(tables, blueprint.tables.len());
        let sheets = names.iter().filter(|name| name.starts_with("xl/worksheets/sheet"));
        let frozen = sheets.filter(|name| part(&bytes, name).contains("state=\"frozen\"")).count();
        assert!(frozen >= tables);
    }
}

#[test]
fn sheets_are_listed_by_their_names() {
    let text = part(&workbook(&frozen_middling()), "xl/workbook.xml");

    let sheets: Vec<_> =
        text.split("<sheet name=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();

    insta::assert_snapshot!(sheets.join("\n"));
}

#[test]
fn progress_is_told_of_every_sheet() {
    let blueprint = smallest();
    let heard = RefCell::new(Vec::new());
    let hear = |done, total| heard.borrow_mut().push((done, total));

    let workbook =
        render_heard(&blueprint, Platform::Excel, ArtifactFormat::Xlsx, Progress::new(&hear)).unwrap();

    let sheets = names(&workbook.bytes).iter().filter(|name| name.starts_with("xl/worksheets/sheet")).count();
    let heard = heard.into_inner();
    assert_eq!(heard.first(), Some(&(0, 1)));
    assert_eq!(heard.last(), Some(&(1, 1)));
    assert!(heard.len() > sheets / 2 && heard.contains(&(1, heard[1].1)), "{heard:?}");
    assert!(heard[1..heard.len() - 1].is_sorted_by_key(|(done, _)| *done), "{heard:?}");
}

#[test]
fn names_that_run_from_right_to_left_turn_the_sheets_around() {
    for (blueprint, expected) in [(largest(), false), (right_to_left(), true)] {
        let bytes = workbook(&blueprint);

        for name in names(&bytes).iter().filter(|name| name.starts_with("xl/worksheets/sheet")) {
            assert_eq!(part(&bytes, name).contains("rightToLeft=\"1\""), expected, "{name}");
        }
    }
}

#[test]
fn rows_that_are_alike_reach_the_end_of_the_table() {
    let blueprint = largest();
    let bytes = workbook(&blueprint);
    let sessions = 2 + blueprint.dashboards.len();

    let sheet = part(&bytes, &format!("xl/worksheets/sheet{sessions}.xml"));

    assert_eq!(sheet.matches("<row r=\"").count(), 1_000);
    assert!(sheet.contains("<row r=\"1000\"") && !sheet.contains('\u{FDD0}'));
}

#[test]
fn text_never_becomes_a_formula() {
    let mut blueprint = smallest();
    let table = &mut blueprint.tables[0];
    let title = table.title().unwrap().id.clone();
    for (row, text) in table.sample_rows.iter_mut().zip(["=1+1", "+1", "-1", "@SUM(1)"]) {
        row.cells.insert(title.clone(), CellValue::from(text));
    }
    blueprint.name = "=cmd()".into();
    blueprint.tables[0].name = "=HYPERLINK(\"x\")".into();

    let bytes = workbook(&blueprint);

    let strings = part(&bytes, "xl/sharedStrings.xml");
    for text in ["=1+1", "+1", "-1", "@SUM(1)", "=cmd()"] {
        assert!(strings.contains(&format!(">{text}<")), "{text}");
    }
    for name in names(&bytes).iter().filter(|name| name.starts_with("xl/worksheets/sheet")) {
        let sheet = part(&bytes, name);
        assert!(!sheet.contains("<f>1+1") && !sheet.contains("<f>cmd"), "{name}");
    }
}

#[test]
fn a_broken_blueprint_is_an_error_or_a_file_and_never_a_panic() {
    let mut blueprint = largest();
    blueprint.tables.swap_remove(0);
    assert!(render(&blueprint, Platform::Excel, ArtifactFormat::Xlsx).is_ok());

    for table in &mut blueprint.tables {
        table.fields.clear();
    }
    let _ = render(&blueprint, Platform::Excel, ArtifactFormat::Xlsx);

    blueprint.tables.clear();
    assert!(render(&blueprint, Platform::Excel, ArtifactFormat::Xlsx).is_ok());
}
