//! Blueprints that no design makes: whatever people rename, empty or delete, every file stays whole.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use proptest::prelude::*;
use proptest::sample::{Index, select};
use render::{Artifact, render};
use shared::artifact::ArtifactFormat;
use shared::blueprint::{Blueprint, CellValue, FieldKind, SelectOption, Table};
use shared::platform::Platform;
use shared::validate::{NAME_MAX, structure};
use zip::ZipArchive;

use crate::harness::{frozen_middling, frozen_small};

/// How many options a field gets that gets too many.
const OPTIONS: usize = 500;

/// Letters that end, part, hide or turn around something somewhere.
const LETTERS: &str = "\0\u{7}\u{1b}\u{7f}\u{85}\t\r\n\u{ad}\u{61c}\u{200b}\u{200d}\u{2028}\u{2029}\u{202e}\u{2066}\u{feff}\
    \u{fffe}\u{ffff}\u{1ffff}\u{e0001}\u{301}=+-@'\"`\\/:*?<>|#^[]{}%$&;,.!~()_ aAßİ会😀";

/// One thing that somebody does to a blueprint; an index picks the table, the field or the view.
#[derive(Clone, Debug)]
enum Edit {
    NameSystem(String),
    NameTable(Index, String),
    NameField(Index, Index, String),
    NameOptions(Index, String),
    NameView(Index, Index, String),
    Describe(Index, String),
    Write(Index, String),
    ShoutNames(Index),
    AddOptions(Index),
    DropTitles(Index),
    DropRows(Index),
    DropField(Index, Index),
    DropTitleField(Index),
    DropInverses(Index),
    DropTable(Index),
    DropTables,
}

fn text() -> impl Strategy<Value = String> {
    let letters: Vec<char> = LETTERS.chars().collect();
    let letter = prop_oneof![3 => select(letters.clone()), 1 => any::<char>()];
    prop_oneof![
        6 => prop::collection::vec(letter, 0..12).prop_map(String::from_iter),
        1 => select(letters).prop_map(|letter| letter.to_string().repeat(NAME_MAX)),
        1 => select(vec!["", " ", "..", "CON", "nul.txt", "com¹.a", "id", "type", "self", "null", "2026-03-20", "__proto__"])
            .prop_map(str::to_owned),
    ]
}

fn edit() -> impl Strategy<Value = Edit> {
    let (one, two) = (any::<Index>, any::<(Index, Index)>);
    prop_oneof![
        text().prop_map(Edit::NameSystem),
        (one(), text()).prop_map(|(table, name)| Edit::NameTable(table, name)),
        (two(), text()).prop_map(|((table, field), name)| Edit::NameField(table, field, name)),
        (one(), text()).prop_map(|(table, name)| Edit::NameOptions(table, name)),
        (two(), text()).prop_map(|((table, view), name)| Edit::NameView(table, view, name)),
        (one(), text()).prop_map(|(table, text)| Edit::Describe(table, text)),
        (one(), text()).prop_map(|(table, text)| Edit::Write(table, text)),
        one().prop_map(Edit::ShoutNames),
        one().prop_map(Edit::AddOptions),
        one().prop_map(Edit::DropTitles),
        one().prop_map(Edit::DropRows),
        two().prop_map(|(table, field)| Edit::DropField(table, field)),
        one().prop_map(Edit::DropTitleField),
        one().prop_map(Edit::DropInverses),
        one().prop_map(Edit::DropTable),
        Just(Edit::DropTables),
    ]
}

fn perform(blueprint: &mut Blueprint, edit: Edit) {
    match edit {
        Edit::NameSystem(name) => blueprint.name = name,
        Edit::DropTables => blueprint.tables.clear(),
        Edit::DropTable(at) => {
            if !blueprint.tables.is_empty() {
                blueprint.tables.remove(at.index(blueprint.tables.len()));
            }
        }
        Edit::NameTable(at, name) => with_table(blueprint, at, |table| table.name = name),
        Edit::NameField(at, field, name) => with_table(blueprint, at, |table| {
            if !table.fields.is_empty() {
                field.get_mut(&mut table.fields).name = name;
            }
        }),
        Edit::NameView(at, view, name) => with_table(blueprint, at, |table| {
            if !table.views.is_empty() {
                view.get_mut(&mut table.views).name = name;
            }
        }),
        Edit::NameOptions(at, name) => with_table(blueprint, at, |table| {
            options(table).flatten().for_each(|option| option.name.clone_from(&name));
        }),
        Edit::AddOptions(at) => with_table(blueprint, at, |table| {
            let field = table.id.to_string();
            let option = |number| SelectOption {
                id: format!("opt_{field}_{number}").as_str().into(),
                name: format!("Option {number}"),
                color: Default::default(),
            };
            options(table).take(1).for_each(|options| options.extend((0..OPTIONS).map(option)));
        }),
        Edit::Describe(at, text) => with_table(blueprint, at, |table| {
            table.description.clone_from(&text);
            table.fields.iter_mut().for_each(|field| field.description.clone_from(&text));
            table.views.iter_mut().for_each(|view| view.description.clone_from(&text));
        }),
        Edit::Write(at, text) => with_table(blueprint, at, |table| {
            for cell in table.sample_rows.iter_mut().flat_map(|row| row.cells.values_mut()) {
                match cell {
                    CellValue::Text(cell) => cell.clone_from(&text),
                    CellValue::List(items) => items.push(text.clone()),
                    CellValue::Bool(_) | CellValue::Number(_) => {}
                }
            }
        }),
        Edit::ShoutNames(at) => with_table(blueprint, at, |table| {
            let name = table.name.to_uppercase();
            (table.fields.iter_mut().step_by(2)).for_each(|field| field.name.clone_from(&name));
            (table.views.iter_mut().step_by(2)).for_each(|view| view.name.clone_from(&name));
            (table.fields.iter_mut().skip(1).step_by(2)).for_each(|field| field.name = name.to_lowercase());
        }),
        Edit::DropTitles(at) => with_table(blueprint, at, |table| {
            if let Some(title) = table.title().map(|title| title.id.clone()) {
                table.sample_rows.iter_mut().for_each(|row| drop(row.cells.remove(&title)));
            }
        }),
        Edit::DropRows(at) => with_table(blueprint, at, |table| table.sample_rows.clear()),
        Edit::DropField(at, field) => with_table(blueprint, at, |table| {
            if !table.fields.is_empty() {
                table.fields.remove(field.index(table.fields.len()));
            }
        }),
        Edit::DropTitleField(at) => with_table(blueprint, at, |table| {
            table.fields.retain(|field| !matches!(field.kind, FieldKind::Title));
        }),
        Edit::DropInverses(at) => with_table(blueprint, at, |table| {
            table.fields.retain(|field| !matches!(field.kind, FieldKind::Relation { inverse: Some(_), .. }));
        }),
    }
}

fn with_table(blueprint: &mut Blueprint, at: Index, edit: impl FnOnce(&mut Table)) {
    if !blueprint.tables.is_empty() {
        edit(at.get_mut(&mut blueprint.tables));
    }
}

fn options(table: &mut Table) -> impl Iterator<Item = &mut Vec<SelectOption>> {
    table.fields.iter_mut().filter_map(|field| match &mut field.kind {
        FieldKind::Select { options } | FieldKind::MultiSelect { options } => Some(options),
        _ => None,
    })
}

/// Every format but the workbook, which takes as long as all others together and has checks of its own.
fn formats() -> impl Iterator<Item = ArtifactFormat> {
    ArtifactFormat::ALL.into_iter().filter(|format| *format != ArtifactFormat::Xlsx)
}

#[track_caller]
fn check(blueprint: &Blueprint) {
    let is_sound = structure(blueprint).is_empty();
    for format in formats() {
        let render = || render(blueprint, Platform::Custom, format);
        match render() {
            Ok(artifact) => {
                check_artifact(format, &artifact);
                assert_eq!(render().unwrap(), artifact, "{format:?} differs the second time");
            }
            Err(error) => assert!(!is_sound, "{format:?}: {error}"),
        }
    }
}

fn check_artifact(format: ArtifactFormat, artifact: &Artifact) {
    let name = &artifact.file_name;
    assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte)), "{name}");
    if format.is_archive() {
        check_archive(format, &artifact.bytes);
        return;
    }
    let text = std::str::from_utf8(&artifact.bytes).unwrap();
    if name.ends_with(".json") {
        serde_json::from_str::<serde_json::Value>(text).unwrap();
    } else {
        check_text(format, text);
    }
}

/// Texts hold no letter that programs refuse, and those for programs none that shows people other code than runs.
fn check_text(format: ArtifactFormat, text: &str) {
    let of_sql = matches!(format, ArtifactFormat::SqlPostgres | ArtifactFormat::SqlSqlite);
    let of_guides = matches!(format, ArtifactFormat::GuideHtml | ArtifactFormat::GuideMarkdown);
    // Values of a database are stored as they are.
    let is_refused = |c: &char| if of_sql { *c == '\0' } else { c.is_control() && *c != '\n' };
    assert_eq!(text.chars().find(is_refused), None, "{format:?}");
    if !of_sql && !of_guides {
        let hidden = text.find(['\u{202e}', '\u{2066}', '\u{2028}', '\u{2029}', '\u{200b}', '\u{feff}']);
        let from = hidden.map(|at| text[at..].chars().take(30).collect::<String>());
        assert_eq!(from, None, "{format:?}");
    }
    if format == ArtifactFormat::DiagramSvg {
        assert!(!text.contains(['\u{fffe}', '\u{ffff}']), "XML allows no such letter");
    }
}

fn check_archive(format: ArtifactFormat, bytes: &[u8]) {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut paths = BTreeSet::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let path = file.name().unwrap().into_owned();
        assert!(path.chars().count() <= 180, "{format:?}: {path}");
        path.split('/').for_each(|part| check_part(format, part));
        assert!(paths.insert(path.to_lowercase()), "{format:?} holds {path} twice");
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if path.ends_with(".json") || path.ends_with(".canvas") {
            serde_json::from_slice::<serde_json::Value>(&content).unwrap();
        }
        std::str::from_utf8(&content).unwrap();
    }
}

/// A file or folder that every system takes as it is.
fn check_part(format: ArtifactFormat, part: &str) {
    let stem = part.split('.').next().unwrap_or_default().to_lowercase();
    assert!(
        !part.is_empty() && !part.ends_with(['.', ' ']) && !part.starts_with(' '),
        "{format:?}: {part:?}"
    );
    assert!(!matches!(stem.as_str(), "con" | "nul" | "com¹"), "{format:?}: {part:?}");
    let refused = |c: char| c.is_control() || "\\:*?\"<>|\u{202e}\u{2066}\u{200b}\u{feff}".contains(c);
    assert!(!part.contains(refused) && part.len() <= 255, "{format:?}: {part:?}");
}

#[test]
fn systems_without_tables_or_rows_become_every_file() {
    for mut blueprint in [frozen_small(), frozen_middling()] {
        blueprint.tables.iter_mut().for_each(|table| table.sample_rows.clear());
        check(&blueprint);

        blueprint.tables.clear();
        blueprint.automations.clear();
        blueprint.dashboards.clear();
        check(&blueprint);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(16) })]

    #[test]
    fn whatever_is_done_to_a_blueprint_its_files_stay_whole(
        is_middling in prop::bool::weighted(0.2),
        edits in prop::collection::vec(edit(), 1..8),
    ) {
        let mut blueprint = if is_middling { frozen_middling() } else { frozen_small() };
        edits.into_iter().for_each(|edit| perform(&mut blueprint, edit));

        check(&blueprint);
    }
}
