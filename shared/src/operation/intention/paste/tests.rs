//! Tests of pasting.

use super::*;
use crate::blueprint::fixture::small;
use crate::blueprint::{Action, CellValue, FieldKind, ViewKind};
use crate::operation::apply_all;
use crate::validate::structure;

fn table(id: &str) -> ElementId {
    ElementId::Table(id.into())
}

fn field(id: &str) -> ElementId {
    ElementId::Field(id.into())
}

fn clip(elements: &[ElementId]) -> Clip {
    Clip::of(&small(), elements).unwrap()
}

/// Pastes into `before` and gives back what it then is, with the new elements.
#[track_caller]
fn pasted(before: &Blueprint, clip: &Clip, selected: &ElementId) -> (Blueprint, Vec<Element>) {
    let mut count = 0;
    let mut new_id = |kind: ElementKind| {
        count += 1;
        format!("{}_new_{count}", kind.prefix())
    };
    let clip = Clip::read(&clip.write().unwrap()).unwrap();
    let pasted = paste(before, &clip, selected, &mut new_id, Language::En).unwrap();
    let mut after = before.clone();
    let inverses = apply_all(&mut after, pasted.operations).unwrap();
    assert_eq!(structure(&after), []);
    let mut back = after.clone();
    apply_all(&mut back, inverses).unwrap();
    assert_eq!(back, *before);
    let elements = pasted.elements.iter().map(|id| Element::find(&after, id).unwrap()).collect();
    (after, elements)
}

/// [`small`] with every id another one.
fn other_ids() -> Blueprint {
    let mut json = serde_json::to_string(&small()).unwrap();
    for prefix in ["tbl", "fld", "opt", "viw", "row", "aut", "dsh", "cht"] {
        json = json.replace(&format!("\"{prefix}_"), &format!("\"{prefix}_other_"));
        json = json.replace(&format!("{{{prefix}_"), &format!("{{{prefix}_other_"));
    }
    // The one word of the form that begins like an id.
    serde_json::from_str(&json.replace("row_other_created", "row_created")).unwrap()
}

#[track_caller]
fn refused(before: &Blueprint, clip: &Clip, selected: &ElementId) -> Rejection {
    paste(before, clip, selected, &mut |kind| format!("{}_new", kind.prefix()), Language::En).unwrap_err()
}

#[test]
fn a_field_comes_after_the_selected_one_under_a_free_name() {
    let (after, _) = pasted(&small(), &clip(&[field("fld_status")]), &field("fld_title"));
    let names: Vec<_> = after.tables[0].fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names[..3], ["Title", "Status (copy)", "Status"]);
    let copied = &after.tables[0].fields[1];
    let value = after.tables[0].sample_rows[0].cells.get(&copied.id).and_then(CellValue::text).unwrap();
    assert_eq!(value, copied.kind.options()[0].id.as_str());
}

#[test]
fn several_fields_keep_their_order_in_another_table() {
    let copied = clip(&[field("fld_url"), field("fld_title"), field("fld_tags")]);
    let (after, _) = pasted(&small(), &copied, &field("fld_project_name"));
    let fields = &after.tables[1].fields;
    let names: Vec<_> = fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names[..4], ["Name", "Title", "Tags", "Source URL"]);
    assert_eq!(fields[1].kind, FieldKind::Text);
}

#[test]
fn two_related_tables_relate_to_each_other() {
    let both = clip(&[table("tbl_sessions"), table("tbl_projects")]);
    let (after, elements) = pasted(&other_ids(), &both, &ElementId::Blueprint);
    let [Element::Table(sessions), Element::Table(projects)] = &elements[..] else { panic!("{elements:?}") };
    assert_eq!(after.tables.len(), 4);
    let project = sessions.fields.iter().find(|field| field.name == "Project").unwrap();
    let FieldKind::Relation { table, inverse, .. } = &project.kind else { panic!("{project:?}") };
    assert_eq!(*table, projects.id);
    assert!(projects.field(inverse.as_ref().unwrap()).is_some());
    assert_eq!(sessions.sample_rows[0].cells[&project.id].list(), [projects.sample_rows[0].id.to_string()]);
    let rollups = |it: &crate::blueprint::Table| {
        it.fields.iter().filter(|field| matches!(field.kind, FieldKind::Rollup { .. })).count()
    };
    assert_eq!(rollups(projects), 4);
}

#[test]
fn a_relation_to_a_table_that_is_not_there_becomes_text() {
    let (_, elements) = pasted(&other_ids(), &clip(&[table("tbl_sessions")]), &ElementId::Blueprint);
    let [Element::Table(sessions)] = &elements[..] else { panic!("{elements:?}") };
    let project = sessions.fields.iter().find(|field| field.name == "Project").unwrap();
    assert_eq!(project.kind, FieldKind::Text);
    assert_eq!(sessions.views[4].group, None);
    assert_eq!(sessions.name, "Sessions (copy)");
    let (_, elements) = pasted(&small(), &clip(&[table("tbl_sessions")]), &table("tbl_sessions"));
    let [Element::Table(sessions)] = &elements[..] else { panic!("{elements:?}") };
    let project = sessions.fields.iter().find(|field| field.name == "Project").unwrap();
    assert!(matches!(&project.kind, FieldKind::Relation { inverse: None, .. }));
}

#[test]
fn a_rollup_without_its_relation_becomes_text() {
    let (_, elements) = pasted(&small(), &clip(&[field("fld_project_hours")]), &table("tbl_sessions"));
    assert!(matches!(&elements[..], [Element::Field { field, .. }] if field.kind == FieldKind::Text));
    let (_, elements) = pasted(&small(), &clip(&[field("fld_project_hours")]), &table("tbl_projects"));
    let is_rollup = |field: &crate::blueprint::Field| matches!(field.kind, FieldKind::Rollup { .. });
    assert!(matches!(&elements[..], [Element::Field { field, .. }] if is_rollup(field)));
}

#[test]
fn a_view_loses_what_is_not_in_its_new_table() {
    let views = ["viw_due", "viw_all", "viw_board"].map(|id| ElementId::View(id.into()));
    let (after, _) = pasted(&small(), &clip(&views), &table("tbl_projects"));
    for view in &after.tables[1].views[1..] {
        assert_eq!(view.kind, ViewKind::Grid);
        assert!(view.filter.is_none() && view.sorts.is_empty() && view.visible_fields.is_empty());
    }
    let (_, elements) = pasted(&small(), &clip(&views[..1]), &table("tbl_sessions"));
    let [Element::View { view, .. }] = &elements[..] else { panic!("{elements:?}") };
    assert_eq!(view.filter.as_ref().unwrap().conditions.len(), 2);
}

#[test]
fn options_need_a_select() {
    let option = clip(&[ElementId::Option("opt_hold".into())]);
    let (after, _) = pasted(&small(), &option, &ElementId::Option("opt_urgent".into()));
    let names: Vec<_> = after.tables[0].fields[2].kind.options().iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Urgent", "On-Hold", "Idea"]);
    let other = table("tbl_other_sessions");
    assert!(matches!(refused(&other_ids(), &option, &other), Rejection::Senseless { .. }));
}

#[test]
fn rows_keep_the_values_that_fit() {
    let row = clip(&[ElementId::Row("row_a".into())]);
    let (after, _) = pasted(&small(), &row, &ElementId::Row("row_a".into()));
    assert_eq!(after.tables[0].sample_rows[1].cells, small().tables[0].sample_rows[0].cells);
    assert!(matches!(refused(&small(), &row, &table("tbl_projects")), Rejection::Missing { .. }));
}

#[test]
fn automations_and_charts_need_their_tables() {
    let rule = clip(&[ElementId::Automation("aut_rule".into())]);
    let (after, _) = pasted(&small(), &rule, &ElementId::Automation("aut_rule".into()));
    assert_eq!(after.automations[1].name, "Categorise (copy)");
    assert_eq!(after.automations[1].actions.len(), 5);
    let chart = clip(&[ElementId::Chart("cht_weeks".into())]);
    let board = clip(&[ElementId::Dashboard("dsh_overview".into())]);
    for clip in [&rule, &chart, &board] {
        let selected = ElementId::Dashboard("dsh_other_overview".into());
        assert!(matches!(refused(&other_ids(), clip, &selected), Rejection::Missing { .. }));
    }
    let mut poorer = small();
    let without = super::super::remove(&poorer, &table("tbl_projects")).unwrap();
    apply_all(&mut poorer, without).unwrap();
    let (_, elements) = pasted(&poorer, &board, &ElementId::Blueprint);
    assert!(matches!(&elements[..], [Element::Dashboard(board)] if board.charts.len() == 4));
    let (_, elements) = pasted(&poorer, &rule, &ElementId::Blueprint);
    let [Element::Automation(rule)] = &elements[..] else { panic!("{elements:?}") };
    assert!(!rule.actions.iter().any(|it| matches!(it, Action::CreateRow { .. } | Action::Export { .. })));
}

#[test]
fn what_is_in_a_copied_element_is_copied_once() {
    let all = [table("tbl_sessions"), field("fld_status"), ElementId::Option("opt_done".into())];
    assert_eq!(clip(&all).elements().len(), 1);
    assert_eq!(Clip::of(&small(), &[ElementId::Blueprint, table("tbl_gone")]), None);
}

#[test]
fn other_texts_are_no_clips() {
    for text in ["", "Hello", "[]", "{}", "{\"name\":1}", "{"] {
        assert_eq!(Clip::read(text), Err(ClipError::Other), "{text}");
    }
    assert_eq!(Clip::read("{\"csmb_clip\":2,\"more\":1}"), Err(ClipError::TooNew { found: 2 }));
    for text in [
        "{\"csmb_clip\":1,\"elements\":[]}",
        "{\"csmb_clip\":0,\"elements\":[]}",
        "{\"csmb_clip\":1}",
        "{\"csmb_clip\":1,\"elements\":[{\"table\":{}}]}",
        "{\"csmb_clip\":1,\"elements\":[],\"more\":1}",
    ] {
        assert!(matches!(Clip::read(text), Err(ClipError::Form(_))), "{text}");
    }
    let huge = format!("{{\"csmb_clip\":1,\"elements\":\"{}\"}}", "x".repeat(crate::blueprint::READ_MAX));
    assert_eq!(Clip::read(&huge), Err(ClipError::TooLarge));
}
