//! The Obsidian vault: complete, harmless, the same in every language.

use std::cell::RefCell;
use std::collections::BTreeSet;

use render::{Progress, render_heard};
use shared::artifact::ArtifactFormat;
use shared::blueprint::{Blueprint, FieldKind, ViewKind, read};
use shared::platform::Platform;
use shared::words::{Language, VAULT};

use crate::harness::{
    file, files_inside, frozen_middling, frozen_small, hostile, largest, largest_in_german, smallest,
};

/// The files of a vault by their paths below its top folder, in the archive's order.
fn files(blueprint: &Blueprint) -> Vec<(String, String)> {
    files_inside(blueprint, ArtifactFormat::ObsidianVault)
}

#[test]
fn every_row_is_a_note_and_every_view_is_in_a_base() {
    for blueprint in [largest(), largest_in_german(), smallest(), hostile()] {
        let files = files(&blueprint);

        let bases: Vec<_> = files.iter().filter(|(path, _)| path.ends_with(".base")).collect();
        assert_eq!(bases.len(), blueprint.tables.len());
        for ((_, base), table) in bases.into_iter().zip(&blueprint.tables) {
            let views =
                ["table", "cards", "list"].map(|kind| base.matches(&format!("  - type: {kind}\n")).count());
            let lists = table.views.iter().filter(|view| matches!(view.kind, ViewKind::List)).count();
            let cards = table.views.iter().filter(|view| matches!(view.kind, ViewKind::Gallery)).count();
            assert_eq!(views, [table.views.len() - lists - cards, cards, lists], "{}", table.name);
        }
        let notes =
            files.iter().filter(|(path, text)| path.ends_with(".md") && text.starts_with("---\n")).count();
        let rows: usize = blueprint.tables.iter().map(|table| table.sample_rows.len()).sum();
        assert!(notes >= rows, "{notes} notes of {rows} rows");
    }
}

/// Formulas of a base say every computed field of every design: none is left as a plain value.
#[test]
fn every_computed_field_is_a_formula() {
    for blueprint in [largest(), largest_in_german()] {
        let files = files(&blueprint);

        let bases = files.iter().filter(|(path, _)| path.ends_with(".base"));
        for ((path, base), table) in bases.zip(&blueprint.tables) {
            let computed = table
                .fields
                .iter()
                .filter(|field| matches!(field.kind, FieldKind::Formula { .. } | FieldKind::Rollup { .. }));
            for field in computed {
                let shown = base.split(&format!("displayName: \"{}\"", field.name)).next().unwrap();
                let property = shown.trim_end().lines().last().unwrap();
                assert!(property.starts_with("  formula."), "{path}: {}", field.name);
            }
        }
        let read_me = file(&files, &format!("{}.md", VAULT.get(blueprint.settings.language, "page_read_me")));
        assert!(!read_me.contains(VAULT.get(blueprint.settings.language, "left_out")));
    }
}

#[test]
fn nothing_in_it_runs_and_no_hidden_file_is_more_than_settings() {
    for blueprint in [largest(), hostile()] {
        for (path, text) in files(&blueprint) {
            let ending = path.rsplit('.').next().unwrap();
            assert!(["md", "base", "canvas", "json"].contains(&ending), "{path}");
            assert!(!path.contains("plugins/") && !path.contains("community"), "{path}");
            assert!(!text.contains("```dataviewjs") && !text.contains("<%"), "{path}");
            let prose = text.split("---\n").last().unwrap().split("```").step_by(2);
            assert!(!path.ends_with(".md") || !prose.collect::<String>().contains(" <script"), "{path}");
        }
    }
}

#[test]
fn a_german_vault_is_german_throughout() {
    let files = files(&largest_in_german());

    let folders: BTreeSet<_> =
        files.iter().filter_map(|(path, _)| path.split_once('/')).map(|(top, _)| top).collect();
    for key in ["folder_templates", "folder_about"] {
        assert!(folders.contains(VAULT.get(Language::De, key)), "{key}");
        assert!(!folders.contains(VAULT.get(Language::En, key)), "{key}");
    }
    for (path, text) in &files {
        for key in VAULT.keys(Language::De).filter(|key| key.contains('_')) {
            assert!(!text.contains(&format!(" {key} ")), "{path}: {key}");
        }
    }
}

#[test]
fn full_titles_stand_among_the_aliases() {
    let mut blueprint = smallest();
    let title = blueprint.tables[0].title().unwrap().id.clone();
    for (row, text) in blueprint.tables[0].sample_rows.iter_mut().zip(["a: [b] #c", "Home", "home"]) {
        row.cells.insert(title.clone(), text.into());
    }

    let files = files(&blueprint);

    let folder = &blueprint.tables[0].name;
    for (name, title) in [("a b c", "a: [b] #c"), ("Home (2)", "Home"), ("home (3)", "home")] {
        let note = file(&files, &format!("{folder}/{name}.md"));
        assert!(note.starts_with(&format!("---\naliases:\n  - \"{title}\"\n")), "{note}");
    }
}

#[test]
fn progress_is_told_along_the_way() {
    let mut blueprint = smallest();
    let rows = blueprint.tables[0].sample_rows.clone();
    for number in 0..250 {
        let mut row = rows[0].clone();
        row.id = format!("row_more_{number}").as_str().into();
        blueprint.tables[0].sample_rows.push(row);
    }
    let heard = RefCell::new(Vec::new());
    let hear = |done, total| heard.borrow_mut().push((done, total));

    render_heard(&blueprint, Platform::Obsidian, ArtifactFormat::ObsidianVault, Progress::new(&hear))
        .unwrap();

    assert!(
        heard.borrow().iter().filter(|(done, total)| *done > 1 && done < total).count() >= 2,
        "{heard:?}"
    );
}

/// The values of the formulas and the rows of the views were compared with ours by `e2e/files/bases.py`.
#[test]
fn every_construct_of_formulas_and_filters_is_said_in_a_base() {
    let blueprint = read(include_str!("fixtures/constructs.json")).unwrap();
    assert_eq!(shared::validate::structure(&blueprint), []);
    let files = files(&blueprint);

    insta::assert_snapshot!(file(&files, "Bases/Things.base"));
    insta::assert_snapshot!(file(&files, "Bases/Parts.base"));
    let left_out: Vec<_> = file(&files, "Read me.md").lines().rev().take(2).map(str::to_owned).collect();
    assert_eq!(left_out, ["- Things: R rroll", "- Things: F roundneg"]);
}

#[test]
fn a_small_vault_reads_like_this() {
    let files = files(&frozen_small());

    let paths: Vec<_> = files.iter().map(|(path, _)| path.as_str()).collect();
    insta::assert_snapshot!(paths.join("\n"));
    insta::assert_snapshot!(file(&files, "Bases/Sessions.base"));
    let note = files.iter().find(|(path, _)| path.starts_with("Sessions/")).unwrap();
    insta::assert_snapshot!(note.1);
    insta::assert_snapshot!(file(&files, "Read me.md"));
    insta::assert_snapshot!(file(&files, ".obsidian/types.json"));
}

#[test]
fn a_german_vault_reads_like_this() {
    let blueprint = frozen_middling();
    let files = files(&blueprint);

    let text = |wanted: &str| {
        let found: Vec<_> = files.iter().filter(|(path, _)| path.contains(wanted)).collect();
        found.iter().map(|(path, text)| format!("==== {path}\n{text}")).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(file(&files, "Start.md"));
    insta::assert_snapshot!(text(".canvas"));
    insta::assert_snapshot!(text("Bases/"));
    insta::assert_snapshot!(text("Vorlagen/"));
    insta::assert_snapshot!(text("Dashboards/"));
}
