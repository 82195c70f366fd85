//! Tests of intentions.

use serde_json::json;

use super::*;
use crate::blueprint::fixture::{small, small_with};
use crate::blueprint::{Cardinality, CellValue, Field, FieldId, FieldKind, Table, ViewKind};
use crate::operation::{Element, apply_all};

fn after(before: &Blueprint, operations: Vec<Operation>) -> Blueprint {
    let mut after = before.clone();
    apply_all(&mut after, operations).unwrap();
    after
}

/// Ids that count up.
fn counting() -> impl FnMut(ElementKind) -> String {
    let mut count = 0;
    move |kind| {
        count += 1;
        format!("{}_new_{count}", kind.prefix())
    }
}

fn removed(element: ElementId) -> Blueprint {
    let before = small();
    after(&before, remove(&before, &element).unwrap())
}

fn has(blueprint: &Blueprint, element: ElementId) -> bool {
    Element::find(blueprint, &element).is_some()
}

fn names(blueprint: &Blueprint) -> Vec<&str> {
    blueprint.tables.iter().map(|table| table.name.as_str()).collect()
}

fn fields(table: &Table) -> Vec<&str> {
    table.fields.iter().map(|field| field.name.as_str()).collect()
}

#[test]
fn a_table_goes_with_what_leads_to_it() {
    let after = removed(ElementId::Table("tbl_projects".into()));
    assert_eq!(names(&after), ["Sessions"]);
    assert!(!has(&after, ElementId::Field("fld_project".into())));
    assert!(!has(&after, ElementId::Chart("cht_share".into())));
    let rule = &after.automations[0];
    assert_eq!(rule.actions.len(), 3, "neither makes projects nor exports by them: {rule:?}");
    assert_eq!(after.tables[0].views.last().unwrap().group, None);
}

#[test]
fn a_field_leaves_views_and_takes_what_is_computed_from_it() {
    let after = removed(ElementId::Field("fld_minutes".into()));
    assert!(!has(&after, ElementId::Field("fld_hours".into())));
    assert!(!has(&after, ElementId::Field("fld_project_hours".into())));
    assert!(!has(&after, ElementId::Field("fld_project_note".into())));
    assert!(!has(&after, ElementId::Chart("cht_status".into())));
    let all = &after.tables[0].views[0];
    assert!(all.sorts.is_empty());
    assert_eq!(all.visible_fields.len(), 2);
}

#[test]
fn layouts_that_need_a_field_become_grids() {
    let after = removed(ElementId::Field("fld_due".into()));
    let kinds: Vec<_> = after.tables[0].views.iter().map(|view| &view.kind).collect();
    let timeline = ViewKind::Timeline { start: "fld_created".into(), end: None };
    assert_eq!(kinds[2..4], [&ViewKind::Grid, &timeline]);
    assert!(!has(&after, ElementId::Automation("aut_due".into())), "it waited for that day");
    assert_eq!(after.automations[0].actions.len(), 4);
}

#[test]
fn one_side_of_a_relation_may_go() {
    let after = removed(ElementId::Field("fld_project".into()));
    let (_, other) = after.field(&"fld_project_sessions".into()).unwrap();
    assert!(matches!(other.kind, FieldKind::Relation { inverse: None, .. }));
    assert!(remove(&small(), &ElementId::Field("fld_title".into())).is_err());
}

#[test]
fn fields_that_are_computed_from_each_other_go_together() {
    let field = |id: &str, kind| ("/tables/0/fields/-", json!({"id": id, "name": id, "kind": kind}));
    let formula = |of: &str| json!({"type": "formula", "expression": format!("{{{of}}}")});
    let rollup = |of: &str| json!({"type": "rollup", "relation": "fld_self", "field": of, "function": "max"});
    let itself = json!({"type": "relation", "table": "tbl_sessions", "cardinality": "many"});
    let itself = || field("fld_self", itself.clone());
    let plain = small_with([itself()]);
    for make in [&formula as &dyn Fn(&str) -> serde_json::Value, &rollup] {
        let before = small_with([itself(), field("fld_a", make("fld_b")), field("fld_b", make("fld_a"))]);
        for id in ["fld_a", "fld_b"] {
            let operations = remove(&before, &ElementId::Field(id.into())).unwrap();
            assert_eq!(after(&before, operations), plain, "{id}");
        }
    }
    let before = small_with([itself(), field("fld_a", rollup("fld_b")), field("fld_b", rollup("fld_a"))]);
    let operations = remove(&before, &ElementId::Field("fld_self".into())).unwrap();
    assert_eq!(after(&before, operations), small());
}

#[test]
fn a_long_chain_of_formulas_goes_whole() {
    let mut before = small();
    let count = 180;
    for at in 0..count {
        let kind = FieldKind::Formula { expression: format!("{{fld_{}}}", (at + 1) % count) };
        let (id, name) = (FieldId::new(format!("fld_{at}")), at.to_string());
        let field = Field { id, name, description: String::new(), required: false, kind, reason: None };
        before.tables[0].fields.push(field);
    }
    let operations = remove(&before, &ElementId::Field("fld_7".into())).unwrap();
    assert_eq!(after(&before, operations), small());
}

#[test]
fn an_option_is_emptied_out_of_everything() {
    let after = removed(ElementId::Option("opt_done".into()));
    assert_eq!(after.row(&"row_b".into()).unwrap().1.cells.get(&"fld_status".into()), None);
    assert_eq!(after.tables[0].views[2].filter.as_ref().unwrap().conditions.len(), 1);
    assert!(!has(&after, ElementId::Chart("cht_share".into())));
    let after = removed(ElementId::Option("opt_urgent".into()));
    let tags = after.row(&"row_a".into()).unwrap().1.cells.get(&"fld_tags".into());
    assert_eq!(tags, Some(&CellValue::List(vec!["opt_idea".to_owned()])));
}

#[test]
fn a_copied_table_refers_to_itself() {
    let before = small();
    let element = ElementId::Table("tbl_sessions".into());
    let operations = duplicate(&before, &element, &mut counting(), Language::De).unwrap();
    let copy = after(&before, operations);

    assert_eq!(names(&copy), ["Sessions", "Sessions (Kopie)", "Projects"]);
    let table = &copy.tables[1];
    let minutes = table.fields[3].id.clone();
    let FieldKind::Formula { expression } = &table.fields[10].kind else { panic!("{:?}", table.fields[10]) };
    assert_eq!(*expression, format!("round({{{minutes}}} / 60, 2)"));
    assert_eq!(table.views[0].sorts[0].field, minutes);
    let status = table.sample_rows[0].cells[&table.fields[1].id].text().unwrap();
    assert_eq!(table.fields[1].kind.options()[0].id.as_str(), status);
    let related = &table.fields[9].kind;
    assert!(
        matches!(related, FieldKind::Relation { table, inverse: None, .. } if table.as_str() == "tbl_projects")
    );
    assert_eq!(crate::validate::validate(&copy, None), []);
    let again = duplicate(&copy, &element, &mut |kind| format!("{}_x", kind.prefix()), Language::De);
    assert!(matches!(again, Err(Rejection::IdTaken { .. })), "a supplier that repeats itself is refused");
}

#[test]
fn copies_have_names_of_their_own() {
    let mut blueprint = small();
    let element = ElementId::View("viw_board".into());
    let mut new_id = counting();
    for _ in 0..3 {
        let operations = duplicate(&blueprint, &element, &mut new_id, Language::En).unwrap();
        blueprint = after(&blueprint, operations);
    }
    let names: Vec<_> = blueprint.tables[0].views.iter().map(|view| view.name.as_str()).collect();
    assert_eq!(names[1..5], ["Board", "Board (copy 3)", "Board (copy 2)", "Board (copy)"]);
}

#[test]
fn a_select_becomes_a_table_and_everything_follows() {
    let before = small();
    let made = extract_select(&before, &"fld_status".into(), &mut counting(), Language::En).unwrap();
    let after = after(&before, made.operations);

    assert_eq!(names(&after), ["Sessions", "Projects", "Status"]);
    let table = after.table(&made.table).unwrap();
    assert_eq!(fields(table), ["Name", "Sessions"]);
    let labels: Vec<_> = table.sample_rows.iter().map(|row| table.label(row)).collect();
    assert_eq!(labels, ["Active", "On-Hold", "Completed"]);
    let active = table.sample_rows[0].id.to_string();
    let cell = after.row(&"row_a".into()).unwrap().1.cells.get(&"fld_status".into());
    assert_eq!(cell, Some(&CellValue::List(vec![active.clone()])));
    assert_eq!(table.sample_rows[0].cells[&table.fields[1].id], CellValue::List(vec!["row_a".to_owned()]));
    let rule = serde_json::to_value(&after.automations[0].actions[0]).unwrap();
    assert_eq!(rule["value"], json!([active]));
    assert_eq!(crate::validate::validate(&after, None), []);
    assert!(extract_select(&before, &"fld_url".into(), &mut counting(), Language::En).is_err());
}

#[test]
fn two_tables_become_one() {
    let title = json!({"id": "fld_t", "name": "Subject", "kind": {"type": "title"}});
    let status = json!({"id": "fld_s", "name": "status", "kind": {"type": "select", "options": [
        {"id": "opt_1", "name": "active"}, {"id": "opt_2", "name": "Lost"}]}});
    let note = json!({"id": "fld_n", "name": "Note", "kind": {"type": "text"}});
    let row = json!({"id": "row_z", "cells": {"fld_t": "Old chat", "fld_s": "opt_1", "fld_n": "n"}});
    let lost = json!({"id": "row_y", "cells": {"fld_t": "Older", "fld_s": "opt_2"}});
    let view = json!({"id": "viw_z", "name": "All", "kind": {"type": "board", "by": "fld_s"}});
    let archive = json!({"id": "tbl_archive", "name": "Archive", "fields": [title, status, note],
        "views": [view], "sample_rows": [row, lost]});
    let before = small_with([("/tables/-", archive)]);

    let operations =
        merge_tables(&before, &"tbl_sessions".into(), &"tbl_archive".into(), &mut counting(), Language::En);
    let after = after(&before, operations.unwrap());

    assert_eq!(names(&after), ["Sessions", "Projects"]);
    let (table, row) = after.row(&"row_z".into()).unwrap();
    assert_eq!(table.label(row), "Old chat");
    assert_eq!(row.cells[&"fld_status".into()].text(), Some("opt_active"));
    let options: Vec<_> = table.fields[1].kind.options().iter().map(|option| option.name.as_str()).collect();
    assert_eq!(options, ["Active", "On-Hold", "Completed", "Lost"]);
    assert_eq!(fields(table).last(), Some(&"Note"));
    let view = table.views.last().unwrap();
    assert_eq!((view.id.as_str(), view.name.as_str()), ("viw_z", "All (copy)"));
    assert_eq!(crate::validate::validate(&after, None), []);
}

#[test]
fn relations_of_others_follow_into_the_one_table() {
    let before = small();
    let operations =
        merge_tables(&before, &"tbl_sessions".into(), &"tbl_projects".into(), &mut counting(), Language::En);
    let after = after(&before, operations.unwrap());

    assert_eq!(names(&after), ["Sessions"]);
    let (_, project) = after.field(&"fld_project".into()).unwrap();
    let FieldKind::Relation { table, inverse: Some(inverse), .. } = &project.kind else {
        panic!("{project:?}")
    };
    assert_eq!(table.as_str(), "tbl_sessions");
    assert!(
        matches!(&after.field(inverse).unwrap().1.kind, FieldKind::Relation { inverse: Some(back), .. } if back.as_str() == "fld_project")
    );
    let cell = after.row(&"row_a".into()).unwrap().1.cells.get(&"fld_project".into());
    assert_eq!(cell, Some(&CellValue::List(vec!["row_p1".to_owned()])));
    assert_eq!(crate::validate::structure(&after), []);
}

#[test]
fn a_relation_has_two_sides() {
    let before = small();
    let side = |table: &str, name: &str, cardinality| Related {
        table: table.into(),
        name: name.to_owned(),
        cardinality,
    };
    let first = side("tbl_projects", "Lead chat", Cardinality::One);
    let second = side("tbl_sessions", "Leads", Cardinality::Many);
    let operations = relate(&before, &first, &second, &mut counting()).unwrap();
    assert_eq!(operations.len(), 3);
    let after = after(&before, operations);
    assert_eq!(fields(&after.tables[0]).last(), Some(&"Leads"));
    assert_eq!(crate::validate::validate(&after, None), []);
}

#[test]
fn an_element_finds_room_between_two_at_one_position() {
    let mut blueprint = small();
    for view in ["viw_due", "viw_time"] {
        let element = ElementId::View(view.into());
        let position = crate::blueprint::Position::whole(1);
        apply(&mut blueprint, Operation::Move { element, position }).unwrap();
    }
    let ids = |blueprint: &Blueprint| {
        blueprint.tables[0].views.iter().map(|view| view.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&blueprint), ["viw_all", "viw_board", "viw_due", "viw_time", "viw_by_project"]);

    let operations = place(&blueprint, &ElementId::View("viw_all".into()), 2).unwrap();

    assert_eq!(operations.len(), 2, "{operations:?}");
    let after = after(&blueprint, operations);
    assert_eq!(ids(&after), ["viw_board", "viw_due", "viw_all", "viw_time", "viw_by_project"]);
    assert_eq!(place(&after, &ElementId::View("viw_all".into()), 2).unwrap(), []);
}

#[test]
fn steps_are_named_after_what_was_meant() {
    let label = |intention: Intention| intention.label(&small(), Language::En);
    let table = |id: &str| ElementId::Table(id.into());
    assert_eq!(label(Intention::Remove(table("tbl_projects"))), "Removed Projects and what referred to it");
    let merge = Intention::Merge(table("tbl_sessions"), table("tbl_projects"));
    assert_eq!(label(merge), "Merged Projects into Sessions");
    let paste = |names: &[&str]| Intention::Paste(names.iter().map(|name| (*name).to_owned()).collect());
    assert_eq!(label(paste(&["Title", "Status"])), "Pasted Title, Status");
    assert_eq!(label(paste(&["A", "B", "C", "D"])), "Pasted A, B, C and more");
}
