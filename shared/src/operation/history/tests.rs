//! Tests of the history.

use chrono::{DateTime, Utc};

use super::*;
use crate::blueprint::fixture::small;
use crate::blueprint::{CellValue, FieldKind};
use crate::operation::{BlueprintProperty, ElementId, FieldProperty, TableProperty};
use crate::words::Language;

struct Desk {
    blueprint: Blueprint,
    history: History,
    made: usize,
}

impl Desk {
    fn new() -> Self {
        Self::with(Limits::default())
    }

    fn with(limits: Limits) -> Self {
        Self { blueprint: small(), history: History::new(limits), made: 0 }
    }

    fn stamp(&mut self, origin: Origin) -> Stamp {
        self.made += 1;
        let (id, at) = (StepId::new(format!("step_{}", self.made)), DateTime::<Utc>::UNIX_EPOCH);
        Stamp { id, at, origin, language: Language::En, label: None }
    }

    fn me(&mut self, operation: Operation) {
        let stamp = self.stamp(Origin::Me);
        let done = self.history.record(&mut self.blueprint, stamp, vec![operation], Recording::Record);
        assert!(done.unwrap().is_some());
    }

    fn ada(&mut self, operation: Operation) {
        let stamp = self.stamp(Origin::Other("Ada".to_owned()));
        self.history.record(&mut self.blueprint, stamp, vec![operation], Recording::Unrecorded).unwrap();
    }

    fn begin(&mut self) {
        let stamp = self.stamp(Origin::Me);
        self.history.begin(&self.blueprint, stamp);
    }

    fn types(&mut self, operation: Operation) {
        self.history.perform(&mut self.blueprint, operation).unwrap();
    }

    fn undo(&mut self) -> Reverted {
        let stamp = self.stamp(Origin::Me);
        self.history.undo(&mut self.blueprint, stamp)
    }

    fn redo(&mut self) -> Reverted {
        let stamp = self.stamp(Origin::Me);
        self.history.redo(&mut self.blueprint, stamp)
    }

    fn undo_step(&mut self, step: &str) -> Reverted {
        let stamp = self.stamp(Origin::Me);
        self.history.undo_step(&mut self.blueprint, stamp, &step.into())
    }

    fn redo_step(&mut self, step: &str) -> Reverted {
        let stamp = self.stamp(Origin::Me);
        self.history.redo_step(&mut self.blueprint, stamp, &step.into())
    }

    #[track_caller]
    fn shows(&self, expected: &[&str]) {
        let labels: Vec<_> = self.history.entries().map(|entry| entry.label.to_owned()).collect();
        assert_eq!(labels, expected);
    }

    fn name(&self) -> &str {
        &self.blueprint.name
    }
}

fn rename(name: &str) -> Operation {
    Operation::EditBlueprint { set: BlueprintProperty::Name(name.to_owned()) }
}

fn rename_table(name: &str) -> Operation {
    Operation::EditTable { table: "tbl_sessions".into(), set: TableProperty::Name(name.to_owned()) }
}

fn describe_url(text: &str) -> Operation {
    Operation::EditField { field: "fld_url".into(), set: FieldProperty::Description(text.to_owned()) }
}

#[test]
fn undo_and_redo_are_entries_themselves() {
    let mut desk = Desk::new();
    desk.me(rename_table("Chats"));
    desk.undo();
    desk.redo();
    desk.undo();

    desk.shows(&[
        "Renamed table Sessions to Chats",
        "Undid: Renamed table Sessions to Chats",
        "Redid: Renamed table Sessions to Chats",
        "Undid: Renamed table Sessions to Chats",
    ]);
    let undone: Vec<_> = desk.history.entries().map(|entry| entry.is_undone).collect();
    assert_eq!(undone, [true, false, true, false]);
    assert_eq!(desk.blueprint, small());
    assert!(!desk.history.can_undo() && desk.history.can_redo());
}

#[test]
fn a_new_step_clears_redo_unless_it_is_told_not_to() {
    let mut desk = Desk::new();
    desk.me(rename("A"));
    desk.undo();
    let stamp = desk.stamp(Origin::Me);
    let keeping = Recording::RecordKeepingRedo;
    desk.history.record(&mut desk.blueprint, stamp, vec![rename_table("Chats")], keeping).unwrap();
    assert!(desk.history.can_redo());
    desk.ada(describe_url("Where"));
    assert!(desk.history.can_redo());
    desk.me(rename("B"));
    assert!(!desk.history.can_redo());
}

#[test]
fn a_typed_word_is_one_step_with_one_change() {
    let mut desk = Desk::new();
    desk.begin();
    for text in ["C", "Ch", "Cha", "Chat", "Chats"] {
        desk.types(rename(text));
    }
    let step = desk.history.commit(&desk.blueprint).unwrap();
    assert_eq!(step.operations(), [rename("Chats")]);
    desk.shows(&["Renamed the system from Small system to Chats"]);
    desk.undo();
    assert_eq!(desk.name(), "Small system");
}

#[test]
fn what_leads_back_to_where_it_began_is_no_step() {
    let mut desk = Desk::new();
    desk.begin();
    desk.types(rename("Smal"));
    desk.types(rename("Small system"));
    assert_eq!(desk.history.commit(&desk.blueprint), None);
    assert!(desk.history.perform(&mut desk.blueprint, rename("X")).is_err());
    desk.shows(&[]);
}

#[test]
fn an_abandoned_step_leaves_no_trace() {
    let mut desk = Desk::new();
    desk.me(rename("A"));
    desk.undo();
    let before = (desk.blueprint.clone(), desk.history.clone());
    desk.begin();
    desk.types(rename_table("C"));
    desk.types(describe_url("Where"));
    desk.history.abandon(&mut desk.blueprint);
    assert_eq!((desk.blueprint, desk.history), before);
}

#[test]
fn others_come_in_below_an_open_step() {
    let mut desk = Desk::new();
    desk.begin();
    desk.types(rename("Mine"));
    desk.ada(rename("Hers"));

    assert_eq!(desk.name(), "Mine");
    desk.history.commit(&desk.blueprint);
    desk.undo();
    assert_eq!(desk.name(), "Hers");
    desk.shows(&[
        "Renamed the system from Small system to Hers",
        "Renamed the system from Hers to Mine",
        "Undid: Renamed the system from Hers to Mine",
    ]);
}

#[test]
fn undo_never_undoes_anothers_work() {
    let mut desk = Desk::new();
    desk.me(rename_table("Chats"));
    desk.me(rename("Mine"));
    desk.ada(rename("Hers"));

    let reverted = desk.undo();

    let [skipped] = &reverted.skipped[..] else { panic!("{reverted:?}") };
    assert_eq!(skipped.why, Why::NothingLeft);
    assert_eq!(
        skipped.sentence(&desk.blueprint, Language::En),
        "“Renamed the system from Small system to Mine” was not undone: all of it has been changed since."
    );
    assert_eq!((desk.name(), desk.blueprint.tables[0].name.as_str()), ("Hers", "Sessions"));
    assert_eq!(desk.undo(), Reverted { step: None, skipped: Vec::new() });
}

#[test]
fn what_others_have_built_upon_stays() {
    let mut desk = Desk::new();
    let field = serde_json::json!({"op": "add", "element": {"field": {"table": "tbl_sessions",
        "field": {"id": "fld_new", "name": "New", "kind": {"type": "text"}}}}});
    desk.me(serde_json::from_value(field).unwrap());
    let group = serde_json::json!({"op": "edit_view", "view": "viw_all", "set": {"group": "fld_new"}});
    desk.ada(serde_json::from_value(group).unwrap());

    let reverted = desk.undo();

    assert!(matches!(&reverted.skipped[..], [Skipped { why: Why::Rejected(_), .. }]), "{reverted:?}");
    assert!(desk.blueprint.field(&"fld_new".into()).is_some());
}

#[test]
fn part_of_a_step_may_still_be_undone() {
    let mut desk = Desk::new();
    let stamp = desk.stamp(Origin::Me);
    let both = vec![rename("Mine"), rename_table("Chats")];
    desk.history.record(&mut desk.blueprint, stamp, both, Recording::Record).unwrap();
    desk.ada(rename("Hers"));

    let reverted = desk.undo();

    assert_eq!(reverted.step.unwrap().operations(), [rename_table("Sessions")]);
    assert_eq!(desk.name(), "Hers");
}

#[test]
fn a_value_that_others_changed_survives_undoing_a_change_of_kind() {
    let mut desk = Desk::new();
    let kind = serde_json::json!({"op": "change_kinds", "fields": {"fld_url": {"type": "number"}}});
    desk.me(serde_json::from_value(kind).unwrap());
    let cell = serde_json::json!({"op": "set_cell", "row": "row_a", "field": "fld_url", "value": 7});
    desk.ada(serde_json::from_value(cell).unwrap());

    let reverted = desk.undo();

    assert!(matches!(&reverted.skipped[..], [Skipped { why: Why::NothingLeft, .. }]), "{reverted:?}");
    let row = desk.blueprint.row(&"row_a".into()).unwrap().1;
    assert_eq!(row.cells.get(&"fld_url".into()), Some(&CellValue::Number(7.0)), "7 is no link");
    let (_, field) = desk.blueprint.field(&"fld_url".into()).unwrap();
    assert!(matches!(field.kind, FieldKind::Number { .. }));
}

#[test]
fn a_value_that_is_one_of_either_kind_hinders_no_undoing() {
    let mut desk = Desk::new();
    desk.me(Operation::change_kind("fld_url".into(), FieldKind::Text));
    let value = Some(CellValue::from("https://example.com/new"));
    desk.ada(Operation::SetCell { row: "row_a".into(), field: "fld_url".into(), value: value.clone() });

    assert_eq!(desk.undo().skipped, []);

    let (_, field) = desk.blueprint.field(&"fld_url".into()).unwrap();
    assert_eq!(field.kind, FieldKind::Url);
    assert_eq!(desk.blueprint.row(&"row_a".into()).unwrap().1.cells.get(&"fld_url".into()), value.as_ref());
}

#[test]
fn a_relation_that_was_text_for_a_while_names_the_same_rows_again() {
    let mut desk = Desk::new();
    let relation = serde_json::json!({"op": "add", "element": {"field": {"table": "tbl_sessions",
        "field": {"id": "fld_lead", "name": "Lead",
            "kind": {"type": "relation", "table": "tbl_projects", "cardinality": "many"}},
        "cells": {"row_a": ["row_p1"]}}}});
    desk.me(serde_json::from_value(relation).unwrap());
    desk.me(Operation::change_kind("fld_lead".into(), FieldKind::Text));
    let value =
        |desk: &Desk| desk.blueprint.row(&"row_a".into()).unwrap().1.cells[&"fld_lead".into()].clone();
    assert_eq!(value(&desk), "Compiler".into());
    let title = desk.blueprint.table(&"tbl_projects".into()).and_then(|it| it.title()).unwrap().id.clone();
    desk.ada(Operation::SetCell { row: "row_p1".into(), field: title, value: Some("Renamed".into()) });

    assert_eq!(desk.undo().skipped, []);

    assert_eq!(value(&desk), CellValue::List(vec!["row_p1".to_owned()]));
}

#[test]
fn a_field_that_came_with_values_of_gone_rows_can_be_undone() {
    let mut desk = Desk::new();
    let field = serde_json::json!({"op": "add", "element": {"field": {"table": "tbl_sessions",
        "field": {"id": "fld_new", "name": "New", "kind": {"type": "text"}},
        "cells": {"row_gone": "some text", "row_a": "some text"}}}});
    desk.me(serde_json::from_value(field).unwrap());

    assert_eq!(desk.undo().skipped, []);

    assert_eq!(desk.blueprint, small());
}

#[test]
fn a_changed_document_comes_in_as_its_difference() {
    let mut desk = Desk::new();
    let mut after = small();
    after.name = "Hers".to_owned();
    desk.begin();
    desk.types(rename_table("Chats"));
    let stamp = desk.stamp(Origin::Other("Ada".to_owned()));

    let step = desk.history.adopt(&mut desk.blueprint, &after, stamp).unwrap().unwrap();

    assert_eq!(step.operations(), [rename("Hers")]);
    assert_eq!((desk.name(), desk.blueprint.tables[0].name.as_str()), ("Hers", "Chats"));
}

#[test]
fn one_can_look_back_and_go_back() {
    let mut desk = Desk::new();
    desk.me(rename("A"));
    desk.ada(rename("B"));
    desk.me(rename_table("Chats"));
    let first = StepId::new("step_1");

    let preview = desk.history.preview(&desk.blueprint, &first).unwrap();
    assert_eq!((preview.name.as_str(), preview.tables[0].name.as_str()), ("A", "Sessions"));
    assert_eq!(desk.name(), "B");
    let stamp = desk.stamp(Origin::Me);
    desk.history.jump(&mut desk.blueprint, &first, stamp).unwrap().unwrap();
    assert_eq!(desk.blueprint, preview);
    desk.undo();
    assert_eq!((desk.name(), desk.blueprint.tables[0].name.as_str()), ("B", "Chats"));
    assert_eq!(desk.history.preview(&desk.blueprint, &StepId::new("step_0")), None);
}

#[test]
fn checkpoints_outlive_their_steps() {
    let mut desk = Desk::with(Limits { steps: 2, size_bytes: usize::MAX });
    let set = |desk: &mut Desk, name: &str| {
        desk.history.checkpoint(&desk.blueprint, name, DateTime::<Utc>::UNIX_EPOCH)
    };
    set(&mut desk, "Start").unwrap();
    desk.me(rename("A"));
    set(&mut desk, "With A").unwrap();
    assert_eq!(set(&mut desk, "With A"), Err(CheckpointError::NameTaken));
    for name in ["B", "C", "D"] {
        desk.me(rename(name));
    }

    assert_eq!((desk.history.steps().len(), desk.history.folded()), (2, 2));
    let preview = |name: &str| desk.history.preview_checkpoint(&desk.blueprint, name).map(|it| it.name);
    assert_eq!(preview("Start").as_deref(), Some("Small system"));
    assert_eq!(preview("With A").as_deref(), Some("A"));
    assert_eq!(preview("Never"), None);
    let stamp = desk.stamp(Origin::Me);
    desk.history.jump_to_checkpoint(&mut desk.blueprint, "With A", stamp).unwrap().unwrap();
    assert_eq!(desk.name(), "A");
    assert!(desk.history.forget_checkpoint("Start") && !desk.history.forget_checkpoint("Start"));
    while desk.undo().step.is_some() {}
    assert_eq!(desk.name(), "D", "older steps have folded away");
}

#[test]
fn memory_is_bounded_in_bytes() {
    let mut desk = Desk::with(Limits { steps: usize::MAX, size_bytes: 2_000 });
    for at in 0..40 {
        desk.me(rename(&format!("Name {at}")));
        let size: usize =
            desk.history.steps().iter().map(|it| serde_json::to_string(it).unwrap().len()).sum();
        assert!(size <= 2_000, "{size}");
    }
    desk.me(describe_url(&"x".repeat(4_000)));
    assert_eq!(desk.history.steps().len(), 1, "the last step stays, however large");
    assert!(desk.history.can_undo());
}

#[test]
fn a_history_survives_a_reload_in_the_middle_of_a_step() {
    let mut desk = Desk::new();
    desk.me(rename("A"));
    desk.me(Operation::remove(ElementId::View("viw_time".into())));
    desk.undo();
    desk.begin();
    desk.types(rename_table("Chats"));
    let json = serde_json::to_string(&desk.history).unwrap();

    let Recovered { history: read, damaged } = History::read(&json).unwrap();

    assert_eq!((read, damaged), (desk.history, Vec::new()));
    let mut newer: serde_json::Value = serde_json::from_str(&json).unwrap();
    newer["schema_version"] = 2.into();
    let found = History::read(&newer.to_string());
    assert_eq!(found, Err(HistoryError::TooNew { found: 2, history: newer }));
    assert!(matches!(History::read("[]"), Err(HistoryError::Form(_))));
}

#[test]
fn a_stored_history_is_held_to_its_steps() {
    let mut desk = Desk::new();
    for at in 0..CHECKPOINTS_MAX {
        let name = format!("Checkpoint {at}");
        desk.history.checkpoint(&desk.blueprint, &name, DateTime::<Utc>::UNIX_EPOCH).unwrap();
    }
    desk.me(rename("A"));
    desk.ada(rename("B"));
    let mut stored = serde_json::to_value(&desk.history).unwrap();
    stored["undo"] = serde_json::json!(["step_1", "step_2", "step_9"]);
    stored["redo"] = serde_json::json!(["step_2", "step_9"]);
    stored["folded"] = u64::MAX.into();
    stored["sizes_bytes"] = serde_json::json!([0, u64::MAX, 7]);
    let checkpoints = stored["checkpoints"].as_array_mut().unwrap();
    let mut more = checkpoints[0].clone();
    more["name"] = "One too many".into();
    checkpoints.push(more);
    checkpoints[1]["kept"]["tables"][0]["fields"][0]["kind"]["type"] = "text".into();

    let Recovered { history: mut read, damaged } = History::read(&stored.to_string()).unwrap();

    assert_eq!((&read.undo[..], &read.redo[..]), (&[StepId::new("step_1")][..], &[][..]));
    assert_eq!(read.sizes_bytes, desk.history.sizes_bytes);
    assert_eq!(read.checkpoints().len(), CHECKPOINTS_MAX);
    let [broken] = &damaged[..] else { panic!("{damaged:?}") };
    assert!(broken.text.contains("Checkpoint 1") && broken.why.contains("title"), "{broken:?}");
    assert_eq!(read.preview_checkpoint(&desk.blueprint, "Checkpoint 1"), None);
    read.limits.steps = 1;
    read.fold(&desk.blueprint);
    assert_eq!((read.steps().len(), read.folded()), (1, u64::MAX));
}

#[test]
fn a_history_that_says_something_twice_is_refused() {
    let json = serde_json::to_string(&History::default()).unwrap();
    let twice = json.replacen("\"folded\":0", "\"folded\":0,\"folded\":1", 1);
    assert_ne!(json, twice);
    assert!(matches!(History::read(&twice), Err(HistoryError::Form(_))));
}

#[test]
fn what_comes_next_is_told_by_what_it_first_was() {
    let mut desk = Desk::new();
    let told = |next: Option<(&StepId, &str)>| next.map(|(_, label)| label.to_owned());
    assert_eq!((desk.history.undoes(), desk.history.redoes()), (None, None));
    desk.me(rename("A"));
    desk.me(rename("B"));
    let (first, second) = ("Renamed the system from Small system to A", "Renamed the system from A to B");
    assert_eq!(told(desk.history.undoes()).as_deref(), Some(second));
    desk.undo();
    assert_eq!(told(desk.history.undoes()).as_deref(), Some(first));
    assert_eq!(told(desk.history.redoes()).as_deref(), Some(second));
    desk.redo();
    assert_eq!(told(desk.history.undoes()).as_deref(), Some(second));
    desk.ada(rename("C"));
    assert_eq!(told(desk.history.undoes()).as_deref(), Some(second));
}

#[test]
fn a_named_step_is_undone_whatever_came_after_it() {
    let mut desk = Desk::new();
    desk.me(rename("A"));
    desk.me(rename_table("Chats"));

    let step = desk.undo_step("step_1").step.unwrap();

    assert_eq!(
        (step.id.as_str(), step.label.as_str()),
        ("step_3", "Undid: Renamed the system from Small system to A")
    );
    assert_eq!((desk.name(), desk.blueprint.tables[0].name.as_str()), ("Small system", "Chats"));
    assert_eq!(desk.history.undoes().map(|(id, _)| id.as_str()), Some("step_2"));
    assert!(desk.redo_step("step_3").step.is_some());
    assert_eq!((desk.name(), desk.blueprint.tables[0].name.as_str()), ("A", "Chats"));
    assert_eq!(desk.history.redoes(), None);
}

#[test]
fn a_named_step_that_is_undone_already_is_left_at_that() {
    let mut desk = Desk::new();
    desk.me(rename("A"));
    desk.me(rename_table("Chats"));
    desk.undo_step("step_1");
    let before = (desk.blueprint.clone(), desk.history.clone());

    for reverted in [desk.undo_step("step_1"), desk.undo_step("step_9"), desk.redo_step("step_2")] {
        let [skipped] = &reverted.skipped[..] else { panic!("{reverted:?}") };
        assert_eq!((reverted.step, &skipped.why), (None, &Why::Gone));
    }

    assert_eq!((desk.blueprint, desk.history), before);
}

#[test]
fn a_named_step_that_was_built_upon_takes_no_other_with_it() {
    let mut desk = Desk::new();
    let field = serde_json::json!({"op": "add", "element": {"field": {"table": "tbl_sessions",
        "field": {"id": "fld_new", "name": "New", "kind": {"type": "text"}}}}});
    desk.me(rename("A"));
    desk.me(serde_json::from_value(field).unwrap());
    let group = serde_json::json!({"op": "edit_view", "view": "viw_all", "set": {"group": "fld_new"}});
    desk.me(serde_json::from_value(group).unwrap());

    let reverted = desk.undo_step("step_2");

    assert!(matches!(&reverted.skipped[..], [Skipped { why: Why::Rejected(_), .. }]), "{reverted:?}");
    assert_eq!((reverted.step, desk.name()), (None, "A"));
    assert_eq!(desk.undo_step("step_2").skipped[0].why, Why::Gone);
}

#[test]
fn another_persons_step_is_not_ones_own_to_undo() {
    let mut desk = Desk::new();
    desk.ada(rename("Hers"));

    let reverted = desk.undo_step("step_1");

    assert_eq!((reverted.step, &reverted.skipped[0].why), (None, &Why::Gone));
    assert_eq!(desk.name(), "Hers");
}

#[test]
fn what_an_undo_brings_back_is_shown() {
    let mut desk = Desk::new();
    desk.me(rename("A"));
    let stamp = desk.stamp(Origin::Me);
    let removed = vec![Operation::remove(ElementId::View("viw_time".into())), describe_url("Where")];
    desk.history.record(&mut desk.blueprint, stamp, removed, Recording::Record).unwrap();
    let value = Some(CellValue::from("https://example.com/new"));
    desk.me(Operation::SetCell { row: "row_a".into(), field: "fld_url".into(), value });

    let mut shown = || {
        let step = desk.undo().step.unwrap();
        (step.shown(&desk.blueprint), step.value().map(|(row, _)| row.to_string()))
    };

    assert_eq!(shown(), (vec![ElementId::Field("fld_url".into())], Some("row_a".to_owned())));
    assert_eq!(shown(), (vec![ElementId::View("viw_time".into())], None));
    assert_eq!(shown(), (vec![ElementId::Blueprint], None));
    desk.redo();
    let step = desk.redo().step.unwrap();
    assert_eq!(step.shown(&desk.blueprint), [ElementId::Field("fld_url".into())], "the view is gone");
}

#[test]
fn damaged_checkpoints_are_handed_out_and_the_rest_is_read() {
    let mut desk = Desk::new();
    for name in ["A", "B", "C", "D", "E"] {
        desk.history.checkpoint(&desk.blueprint, name, DateTime::<Utc>::UNIX_EPOCH).unwrap();
        desk.me(rename(name));
    }
    let mut stored = serde_json::to_value(&desk.history).unwrap();
    stored["checkpoints"][0]["kept"]["tables"] = 7.into();
    stored["checkpoints"][2]["after"] = "step_9".into();
    stored["checkpoints"][3]["at"] = "yesterday".into();
    stored["checkpoints"][4]["name"] = "B".into();

    let Recovered { history, damaged } = History::read(&stored.to_string()).unwrap();

    let names: Vec<_> = history.checkpoints().iter().map(|it| it.name.as_str()).collect();
    assert_eq!((names, history.steps().len()), (vec!["B"], 5));
    let texts: Vec<serde_json::Value> =
        damaged.iter().map(|it| serde_json::from_str(&it.text).unwrap()).collect();
    let (all, at) = (stored["checkpoints"].as_array().unwrap(), [0, 3, 2, 4]);
    assert_eq!(texts, at.map(|at| all[at].clone()), "word for word, none of them lost");
}
