use shared::answers::{Complexity, Feature};
use shared::design::design;

use super::*;
use crate::state::draft::suggested;

fn schema() -> Schema {
    Schema::read(include_str!("../../../../../../../openapi/blueprint.schema.json")).unwrap()
}

/// A system with projects, topics and action items, with rollups.
fn blueprint() -> Blueprint {
    let mut answers = suggested();
    answers.features = vec![Feature::Projects, Feature::Reminders, Feature::Dashboard];
    answers.complexity = Complexity::Advanced;
    design(&answers)
}

fn found(marked: &str) -> Vec<Candidate> {
    let caret = marked.find('|').unwrap();
    complete(&marked.replacen('|', "", 1), caret, &schema(), &blueprint())
}

/// What is offered at `|`.
#[track_caller]
fn check(marked: &str, expected: &[&str]) {
    let labels: Vec<_> = found(marked).into_iter().map(|it| it.label).collect();
    assert_eq!(labels, expected, "{marked}");
}

/// What is offered at `|` begins so.
#[track_caller]
fn check_first(marked: &str, expected: &[&str]) {
    let labels: Vec<_> = found(marked).into_iter().map(|it| it.label).take(expected.len()).collect();
    assert_eq!(labels, expected, "{marked}");
}

/// The text after taking the candidate `label` at `|`, with the caret as `|`.
#[track_caller]
fn check_taken(marked: &str, label: &str, expected: &str) {
    let edit = found(marked).into_iter().find(|it| it.label == label).unwrap().edit;
    let mut text = marked.replacen('|', "", 1);
    text.replace_range(edit.replaced.clone(), &edit.text);
    text.insert(edit.replaced.start + edit.caret, '|');
    assert_eq!(text, expected, "{marked}");
}

#[test]
fn keys_that_must_be_there_come_first() {
    check_first("{|}", &["id", "name", "schema_version", "tables"]);
    check_first(r#"{"tables": [{|}]}"#, &["fields", "id", "name", "description"]);
}

#[test]
fn keys_that_are_there_are_not_offered_again() {
    check(
        r#"{"tables": [{"id": "a", "name": "b", "fields": [], "views": [], |}]}"#,
        &["description", "icon", "reason", "sample_rows"],
    );
    check(r#"{"tables": [{"n|"}]}"#, &["name", "description", "icon", "reason"]);
    // Those behind the caret count, too.
    check(
        r#"{"tables": [{|, "id": "a", "name": "b", "fields": [], "views": [], "icon": "", "reason": null}]}"#,
        &["description", "sample_rows"],
    );
}

#[test]
fn words_of_the_form_are_offered() {
    check(r#"{"settings": {"date_format": "|"}}"#, &["iso", "day_first", "month_first", "dotted"]);
    check(r#"{"settings": {"date_format": d|}}"#, &["day_first", "dotted"]);
    check(r#"{"tables": [{"fields": [{"required": |}]}]}"#, &["true", "false"]);
    check(r#"{"tables": [{"fields": [{"required": t|}]}]}"#, &["true"]);
    check(r#"{"tables": [{"fields": [{"required": true|}]}]}"#, &[]);
}

#[test]
fn a_tag_comes_first_and_then_what_goes_with_it() {
    check(r#"{"tables": [{"fields": [{"kind": {|}}]}]}"#, &["type"]);
    check(r#"{"tables": [{"fields": [{"kind": {"type": "rating", |}}]}]}"#, &["max"]);
    check(r#"{"tables": [{"fields": [{"kind": {"type": "ro|"}}]}]}"#, &["rollup"]);
    check(r#"{"tables": [{"fields": [{"kind": {"type": "mult|"}}]}]}"#, &["multi_select"]);
    let rollup = found(r#"{"tables": [{"fields": [{"kind": {"type": "rollu|"}}]}]}"#);
    assert_eq!(rollup[0].about, "A value computed over related rows.");
}

#[test]
fn what_is_said_tells_one_from_the_others() {
    let dates = found(r#"{"settings": {"date_format": "|"}}"#);
    assert!(dates.iter().all(|it| it.about.is_empty()), "{dates:?}");
    let kinds = found(r#"{"tables": [{"fields": [{"kind": {"type": "|"}}]}]}"#);
    assert!(kinds.iter().all(|it| !it.about.is_empty()), "{kinds:?}");
}

#[test]
fn tables_are_offered_where_one_is_referred_to() {
    check_first(r#"{"automations": [{"table": "|"}]}"#, &["tbl_sessions"]);
    let found = found(r#"{"automations": [{"table": "|"}]}"#);
    assert_eq!(found[0].name, "Sessions");
    // An id of its own is nobody else's.
    check(r#"{"tables": [{"id": "|"}]}"#, &[]);
}

#[test]
fn names_find_ids() {
    check(r#"{"automations": [{"table": "proj|"}]}"#, &["tbl_projects"]);
    check(r#"{"automations": [{"table": "Action It|"}]}"#, &["tbl_action_items"]);
}

#[test]
fn fields_are_those_of_the_table_that_is_spoken_of() {
    check_first(r#"{"tables": [{"id": "tbl_projects", "views": [{"group": "|"}]}]}"#, &["fld_projects_name"]);
    check_first(
        r#"{"tables": [{"views": [{"visible_fields": ["|"]}], "id": "tbl_projects"}]}"#,
        &["fld_projects_name"],
    );
    check_first(
        r#"{"automations": [{"table": "tbl_projects", "filter": {"conditions": [{"field": "|"}]}}]}"#,
        &["fld_projects_name"],
    );
    check_first(
        r#"{"dashboards": [{"charts": [{"x": {"field": "|"}, "table": "tbl_action_items"}]}]}"#,
        &["fld_action_items_task"],
    );
}

#[test]
fn a_rollup_follows_its_relation() {
    let at = |inner: &str| {
        format!(
            r#"{{"tables": [{{"id": "tbl_sessions", "fields": [{{"kind": {{"type": "rollup", {inner}}}}}]}}]}}"#
        )
    };
    check_first(&at(r#""relation": "fld_sessions_proj|""#), &["fld_sessions_project"]);
    check_first(&at(r#""relation": "fld_sessions_project", "field": "|""#), &["fld_projects_name"]);
}

#[test]
fn values_are_those_that_their_field_holds() {
    let condition = |inner: &str| {
        format!(
            r#"{{"tables": [{{"id": "tbl_sessions", "views": [{{"filter": {{"conditions": [{{{inner}}}]}}}}]}}]}}"#
        )
    };
    check_first(
        &condition(r#""field": "fld_sessions_status", "value": "|""#),
        &["opt_sessions_status_active"],
    );
    let row = |inner: &str| {
        format!(r#"{{"tables": [{{"id": "tbl_sessions", "sample_rows": [{{"cells": {{{inner}}}}}]}}]}}"#)
    };
    check_first(&row(r#""fld_sessions_status": "act|""#), &["opt_sessions_status_active"]);
    check_first(&row("|"), &["fld_sessions_title", "fld_sessions_platform"]);
    check_first(&row(r#""fld_sessions_title": "A", "|""#), &["fld_sessions_platform"]);
    let blueprint = blueprint();
    let project = &blueprint.table(&"tbl_projects".into()).unwrap().sample_rows[0];
    let offered = found(&row(r#""fld_sessions_project": ["|"]"#));
    assert_eq!(offered[0].label, project.id.as_str());
    assert!(!offered[0].name.is_empty());
}

#[test]
fn nothing_is_offered_where_nothing_is_known() {
    for marked in ["|", "{}|", r#"{"name": "|"}"#, r#"{"nothing": {"|"}}"#, r#"{"tables": "|"}"#, "[|]"] {
        check(marked, &[]);
    }
}

#[test]
fn taking_a_key_begins_its_value() {
    check_taken("{|}", "name", r#"{"name": "|"}"#);
    check_taken(r#"{"ta|"}"#, "tables", r#"{"tables": [|]}"#);
    check_taken(r#"{se|}"#, "settings", r#"{"settings": {|}}"#);
    check_taken(
        r#"{"tables": [{"fields": [{req|}]}]}"#,
        "required",
        r#"{"tables": [{"fields": [{"required": |}]}]}"#,
    );
    check_taken(r#"{"na|": "Chats"}"#, "name", r#"{"name"|: "Chats"}"#);
}

#[test]
fn commas_that_are_missing_come_along() {
    check_taken("{\"id\": \"a\"\n  |}", "name", "{\"id\": \"a\",\n  \"name\": \"|\"}");
    check_taken("{|\"id\": \"a\"}", "name", "{\"name\": \"|\",\"id\": \"a\"}");
    check_taken(
        "{\"settings\": {\"date_format\": \"|\n\"language\": \"en\"}}",
        "iso",
        "{\"settings\": {\"date_format\": \"iso\",|\n\"language\": \"en\"}}",
    );
}

#[test]
fn taking_a_value_replaces_what_stands_there() {
    check_taken(
        r#"{"settings": {"date_format": "is|o"}}"#,
        "iso",
        r#"{"settings": {"date_format": "iso"|}}"#,
    );
    check_taken(
        r#"{"settings": {"date_format": |}}"#,
        "dotted",
        r#"{"settings": {"date_format": "dotted"|}}"#,
    );
}

#[test]
fn any_place_in_a_document_can_be_asked_for() {
    let text = serde_json::to_string_pretty(&design(&suggested())).unwrap();
    let (schema, blueprint) = (schema(), blueprint());
    let start: String = text.chars().take(3_000).collect();
    for (caret, _) in start.char_indices() {
        for candidate in complete(&start, caret, &schema, &blueprint) {
            assert!(start.get(candidate.edit.replaced).is_some());
        }
    }
}
