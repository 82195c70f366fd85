//! The Logseq graph: complete, safe whatever people call their things, in one language.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use render::render;
use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::platform::Platform;

use crate::harness::{frozen_middling, frozen_small, hostile, largest, largest_in_german, smallest};

/// The files of a graph by their path below its folder.
fn files(blueprint: &Blueprint) -> BTreeMap<String, String> {
    let bytes = render(blueprint, Platform::Logseq, ArtifactFormat::LogseqGraph).unwrap().bytes;
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut text = String::new();
            let path = file.name().unwrap().into_owned();
            file.read_to_string(&mut text).unwrap();
            let (_, path) = path.split_once('/').unwrap();
            (path.to_owned(), text)
        })
        .collect()
}

/// The lines of properties at a page's top.
fn properties(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines().map_while(|line| line.split_once(":: "))
}

#[test]
fn every_row_has_a_page_of_its_type() {
    for blueprint in [largest(), largest_in_german(), smallest(), hostile()] {
        let rows: usize = blueprint.tables.iter().map(|table| table.sample_rows.len()).sum();
        let types = ["type", "typ"];

        let files = files(&blueprint);

        let typed = files
            .values()
            .filter(|text| properties(text).next().is_some_and(|(name, _)| types.contains(&name)));
        assert_eq!(typed.count(), rows);
        assert!(files.contains_key("logseq/config.edn"));
    }
}

#[test]
fn nothing_of_logseq_comes_from_names_and_texts() {
    let mut text: String = files(&hostile()).into_values().collect();
    for ours in ["{{query (", "{{embed [["] {
        text = text.replace(ours, "");
    }

    assert!(!text.contains("{{"), "a macro");
    assert!(!text.contains("<script"), "HTML");
    for line in text.lines().filter(|line| line.contains("#+")) {
        assert!(matches!(line.trim_start_matches(['\t', ' ']), "#+BEGIN_QUERY" | "#+END_QUERY"), "{line}");
    }
    for reference in text.split("((").skip(1).map(|rest| rest.split("))").next().unwrap_or_default()) {
        assert_eq!(reference.len(), 36, "{reference} is no block");
    }
}

#[test]
fn a_german_graph_has_no_english_pages() {
    let english: BTreeSet<_> =
        files(&largest()).into_keys().filter(|path| path.starts_with("pages/")).collect();
    let german: BTreeSet<_> =
        files(&largest_in_german()).into_keys().filter(|path| path.starts_with("pages/")).collect();

    for path in ["pages/Home.md", "pages/Templates.md", "pages/Read me.md", "pages/type.md", "pages/Done.md"]
    {
        assert!(english.contains(path) && !german.contains(path), "{path}");
    }
}

#[test]
fn a_small_graph_has_these_files() {
    let files = files(&frozen_small());
    insta::assert_snapshot!(files.keys().map(String::as_str).collect::<Vec<_>>().join("\n"));
    insta::assert_snapshot!(files["logseq/config.edn"]);
    insta::assert_snapshot!(files["pages/Sessions.md"]);
    insta::assert_snapshot!(files["pages/Read me.md"]);
}

#[test]
fn a_middling_graph_in_german_reads_like_this() {
    let files = files(&frozen_middling());
    let row = files.values().find(|text| text.starts_with("typ:: [[Sitzungen]]")).unwrap();
    let journal = files.iter().find(|(path, _)| path.starts_with("journals/")).unwrap();
    insta::assert_snapshot!(files["pages/Start.md"]);
    insta::assert_snapshot!(files["pages/Vorlagen.md"]);
    insta::assert_snapshot!(files["pages/Routinen.md"]);
    insta::assert_snapshot!(files["pages/Datenmodell.md"]);
    insta::assert_snapshot!(row);
    insta::assert_snapshot!(journal.1);
}
