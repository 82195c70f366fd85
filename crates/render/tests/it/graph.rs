//! The Logseq graph: complete, safe whatever people call their things, in one language.

use std::collections::{BTreeMap, BTreeSet};

use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;

use crate::harness::{
    files_inside, frozen_middling, frozen_small, hostile, largest, largest_in_german, smallest,
};

/// The files of a graph by their path below its folder.
fn files(blueprint: &Blueprint) -> BTreeMap<String, String> {
    files_inside(blueprint, ArtifactFormat::LogseqGraph).into_iter().collect()
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

#[test]
fn what_a_query_cannot_ask_the_page_says() {
    for (field, operator, value, expected, is_said) in [
        ("fld_sessions_message_count", "at_least", "10", "[(>= ?number1 10)]", false),
        ("fld_sessions_message_count", "is", "10", "(page-property message-count 10)", false),
        ("fld_sessions_created", "within", "\"past_30_days\"", ":inputs [:-29d :today]", false),
        ("fld_sessions_created", "at_least", "\"2026-03-01\"", ":inputs [20260301]", false),
        ("fld_sessions_created", "within", "\"this_week\"", ":inputs [:-6d :+6d]", true),
        ("fld_sessions_owner", "is_me", "null", "(page-property owner)", false),
        ("fld_sessions_summary", "contains", "\"pool\"", "{{query (page-property type [[Sessions]])}}", true),
        ("fld_sessions_open_items", "at_least", "1", "{{query (page-property type [[Sessions]])}}", true),
    ] {
        let mut blueprint = largest();
        let view = &mut blueprint.tables[0].views[0];
        let condition = format!(r#"{{"field": "{field}", "operator": "{operator}", "value": {value}}}"#);
        let filter = format!(r#"{{"match": "all", "conditions": [{condition}]}}"#);
        view.filter = Some(serde_json::from_str(&filter).unwrap());

        let page = files(&blueprint).remove("pages/Sessions.md").unwrap();

        let (_, block) = page.split_once("- ## All Sessions\n").unwrap();
        let (block, _) = block.split_once("\n- ## ").unwrap();
        assert!(block.contains(expected), "{condition}: {block}");
        assert_eq!(block.contains('⚠'), is_said, "{condition}: {block}");
    }
}

/// Of a filter that any of several conditions passes, one that cannot be asked for opens all of it.
#[test]
fn any_condition_that_cannot_be_asked_opens_the_filter() {
    let mut blueprint = largest();
    let filter = r#"{"match": "any", "conditions": [
        {"field": "fld_sessions_status", "operator": "is", "value": "opt_sessions_status_active"},
        {"field": "fld_sessions_notes", "operator": "is_not_empty"}]}"#;
    blueprint.tables[0].views[0].filter = Some(serde_json::from_str(filter).unwrap());

    let page = files(&blueprint).remove("pages/Sessions.md").unwrap();

    assert!(page.contains("- ⚠️ Logseq cannot ask for everything that this view asks of *Notes*"));
    assert!(page.contains("\t- {{query (page-property type [[Sessions]])}}\n"));
}
