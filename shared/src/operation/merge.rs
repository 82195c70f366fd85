//! Two sets of changes of one blueprint, brought together.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::convert::Converter;
use super::slots::{EXISTENCE, Slot, Slots, slots_of};
use super::{Element, ElementId, Operation, Rejection, WORDS, apply, describe, diff};
use crate::blueprint::{Blueprint, CellValue, FieldId};
use crate::words::Language;

/// Whose value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Ours.
    Ours,
    /// Theirs.
    Theirs,
    /// Neither: the two together make a third, such as a value that theirs gave another kind.
    Neither,
}

/// Something that cannot be as both want it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// Of what.
    pub element: ElementId,
    /// Which property, such as `name`, `kind`, `position`, `cell:fld_status`, or `existence`: whether it is there.
    pub property: String,
    /// What it is in ours, form as in documents; nothing where ours does not have it.
    pub ours: Option<Value>,
    /// What it is in theirs.
    pub theirs: Option<Value>,
    /// What stands.
    pub stands: Side,
    /// Why theirs could not be done, where it is not that ours did something else with the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejection: Option<Rejection>,
}

impl Conflict {
    /// What is in conflict and what stands, in a sentence; names are looked up in `blueprint`.
    pub fn sentence(&self, blueprint: &Blueprint, language: Language) -> String {
        let key = match (self.property.as_str(), &self.ours, &self.theirs) {
            (EXISTENCE, None, _) => "conflict.removed_by_us",
            (EXISTENCE, _, None) => "conflict.removed_by_them",
            _ => match self.stands {
                Side::Ours => "conflict.changed",
                Side::Theirs => "conflict.theirs",
                Side::Neither => "conflict.neither",
            },
        };
        WORDS.fill(language, key, &[("name", &describe::name(blueprint, &self.element))])
    }
}

/// What [`merge()`] makes.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// Ours with what theirs changed.
    pub blueprint: Blueprint,
    /// What makes ours into it.
    pub operations: Vec<Operation>,
    /// Everything that is not as both want it, each with both values.
    pub conflicts: Vec<Conflict>,
}

/// Most times that a merge is tried anew without what it could only do half.
const ROUNDS_MAX: usize = 8;

/// Brings what `theirs` changed since `base` into `ours`. Where both changed the same, ours stands, and the conflict
/// holds what theirs wanted: nothing is lost without being named.
pub fn merge(base: &Blueprint, ours: &Blueprint, theirs: &Blueprint) -> Merged {
    let sides = Sides { base: Slots::of(base), ours: Slots::of(ours), theirs: Slots::of(theirs) };
    let operations = diff(base, theirs);
    // Removing takes relations and rollups out of the way first, and what cannot be changed in place is taken down to
    // be built anew: where the second half does not come about, the first must not either.
    let mut kept = BTreeSet::new();
    let (mut merged, mut rejections) = sides.attempt(ours, theirs, &operations, &kept);
    let mut made = Slots::of(&merged.blueprint);
    for _ in 1..ROUNDS_MAX {
        let known = kept.len();
        kept.extend(sides.half_done(&made));
        if kept.len() == known {
            break;
        }
        (merged, rejections) = sides.attempt(ours, theirs, &operations, &kept);
        made = Slots::of(&merged.blueprint);
    }
    merged.conflicts = sides.conflicts(&merged.blueprint, &made, &rejections);
    merged
}

/// An operation of theirs with its values made for the kinds that fields have by now.
fn fitted(merged: &Blueprint, theirs: &Blueprint, operation: Operation) -> Operation {
    let fit = |field: &FieldId, value: CellValue| {
        let (Some((_, from)), Some((_, to))) = (theirs.field(field), merged.field(field)) else {
            return Some(value);
        };
        let is_select = from.kind.name() == to.kind.name() && !to.kind.options().is_empty();
        if from.kind == to.kind || is_select {
            return Some(value);
        }
        Converter::new(merged, &from.kind, &to.kind).convert(&value)
    };
    match operation {
        Operation::SetCell { row, field, value } => {
            let value = value.and_then(|value| fit(&field, value));
            Operation::SetCell { row, field, value }
        }
        Operation::Add { mut element, position, positions } => {
            if let Element::Row { row, .. } = element.as_mut() {
                let cells = std::mem::take(&mut row.cells).into_iter();
                row.cells =
                    cells.filter_map(|(field, value)| Some((field.clone(), fit(&field, value)?))).collect();
            }
            Operation::Add { element, position, positions }
        }
        other => other,
    }
}

struct Sides {
    base: Slots,
    ours: Slots,
    theirs: Slots,
}

impl Sides {
    /// Ours with those of the operations of theirs that can be done, and why others cannot; `kept` keep their kinds
    /// and are not removed.
    fn attempt(
        &self,
        ours: &Blueprint,
        theirs: &Blueprint,
        operations: &[Operation],
        kept: &BTreeSet<ElementId>,
    ) -> (Merged, BTreeMap<Slot, Rejection>) {
        let mut merged = Merged { blueprint: ours.clone(), operations: Vec::new(), conflicts: Vec::new() };
        let mut rejections = BTreeMap::new();
        for operation in operations {
            let Some(operation) = self.without_ours(ours, kept, operation.clone()) else { continue };
            let operation = fitted(&merged.blueprint, theirs, operation);
            match apply(&mut merged.blueprint, operation.clone()) {
                // Both did the same.
                Ok(inverse) if inverse.undoes_nothing_of(&operation) => {}
                Ok(_) => merged.operations.push(operation),
                Err(rejection) => {
                    let slots = slots_of(&operation).into_iter();
                    rejections.extend(slots.map(|slot| (slot, rejection.clone())));
                }
            }
        }
        (merged, rejections)
    }

    /// What was taken down and not built anew: elements that all have, and fields whose kind nobody changed so.
    fn half_done(&self, made: &Slots) -> Vec<ElementId> {
        let is_half = |slot: &&Slot| {
            let [base, ours, theirs, made] =
                [&self.base, &self.ours, &self.theirs, made].map(|it| it.get(slot));
            let is_unchanged = ours == base && theirs == base;
            match slot.property.as_str() {
                EXISTENCE => is_unchanged && made.is_none(),
                "kind" => made.is_some() && made != ours && (is_unchanged || theirs.is_none()),
                _ => false,
            }
        };
        self.ours.keys().filter(is_half).map(|slot| slot.element.clone()).collect()
    }

    /// What of an operation of theirs touches neither what ours changed to something else nor what is kept.
    fn without_ours(
        &self,
        ours: &Blueprint,
        kept: &BTreeSet<ElementId>,
        operation: Operation,
    ) -> Option<Operation> {
        let is_ours = |slot: &Slot| {
            let mine = self.ours.get(slot);
            mine != self.base.get(slot) && mine != self.theirs.get(slot)
        };
        match operation {
            Operation::ChangeKinds { mut fields, cells, positions } => {
                fields.retain(|field, _| {
                    let element = ElementId::Field(field.clone());
                    !kept.contains(&element) && !is_ours(&Slot::new(element, "kind"))
                });
                let operation = Operation::ChangeKinds { fields, cells, positions };
                (!slots_of(&operation).is_empty()).then_some(operation)
            }
            // What ours changed in it would go with it.
            Operation::Remove { element } => {
                let stays = kept.contains(&element) || self.is_changed_inside(ours, &element);
                (!stays).then_some(Operation::Remove { element })
            }
            operation => (!slots_of(&operation).iter().any(is_ours)).then_some(operation),
        }
    }

    /// Whether ours changed an element, or something that is in it.
    fn is_changed_inside(&self, ours: &Blueprint, element: &ElementId) -> bool {
        let Some(whole) = Element::find(ours, element) else { return false };
        let inside: BTreeSet<_> = whole.ids().into_iter().collect();
        let belongs = |slot: &Slot| {
            let cell = slot.cell().is_some_and(|field| inside.contains(field));
            cell || inside.contains(slot.element.as_str())
        };
        // What ours took out or emptied in it is gone with it either way.
        self.ours.keys().any(|slot| belongs(slot) && self.ours.get(slot) != self.base.get(slot))
    }

    /// Everything that one side changed, or neither, and that is otherwise in what was made.
    fn conflicts(
        &self,
        merged: &Blueprint,
        made: &Slots,
        rejections: &BTreeMap<Slot, Rejection>,
    ) -> Vec<Conflict> {
        let all: BTreeSet<&Slot> =
            [&self.base, &self.ours, &self.theirs].into_iter().flat_map(Slots::keys).collect();
        let mut gone: BTreeSet<&ElementId> = BTreeSet::new();
        let mut kept: BTreeSet<String> = BTreeSet::new();
        let mut conflicts = Vec::new();
        // Of an element, whether it is there comes first.
        for slot in all {
            let (ours, theirs) = (self.ours.get(slot), self.theirs.get(slot));
            if gone.contains(&slot.element) || !self.is_lost(slot, made) {
                continue;
            }
            // What is in something that stays because ours changed it, stays with it.
            let is_inside =
                kept.contains(slot.element.as_str()) || slot.cell().is_some_and(|field| kept.contains(field));
            if is_inside && ours == self.base.get(slot) && ours == made.get(slot) {
                continue;
            }
            if slot.property == EXISTENCE && made.get(slot).is_none() {
                gone.insert(&slot.element);
            }
            let is_absent = |side: &Slots| side.get(&Slot::new(slot.element.clone(), EXISTENCE)).is_none();
            let either = is_absent(&self.ours) != is_absent(&self.theirs);
            let (property, ours, theirs) = if either {
                gone.insert(&slot.element);
                if let Some(whole) = Element::find(merged, &slot.element) {
                    kept.extend(whole.ids().into_iter().map(str::to_owned));
                }
                let whole = |side: &Slots| (!is_absent(side)).then(|| side.whole(&slot.element));
                (EXISTENCE, whole(&self.ours), whole(&self.theirs))
            } else {
                (slot.property.as_str(), ours.cloned(), theirs.cloned())
            };
            let stands = match made.get(slot) {
                stands if stands == self.ours.get(slot) => Side::Ours,
                stands if stands == self.theirs.get(slot) => Side::Theirs,
                _ => Side::Neither,
            };
            let rejection = rejections.get(slot).cloned();
            let (element, property) = (slot.element.clone(), property.to_owned());
            conflicts.push(Conflict { element, property, ours, theirs, stands, rejection });
        }
        conflicts
    }

    /// Whether a side changed something that is not so in what was made, or what was made is as on neither side.
    fn is_lost(&self, slot: &Slot, made: &Slots) -> bool {
        let (base, made) = (self.base.get(slot), made.get(slot));
        let sides = [self.ours.get(slot), self.theirs.get(slot)];
        sides.into_iter().any(|side| side != base && side != made)
            || (made != base && sides.into_iter().all(|side| side == base))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::fixture::small;
    use crate::operation::{FieldProperty, TableProperty, apply_all};

    fn changed<const N: usize>(operations: [Operation; N]) -> Blueprint {
        let mut blueprint = small();
        apply_all(&mut blueprint, operations.into()).unwrap();
        blueprint
    }

    fn rename(name: &str) -> Operation {
        Operation::EditTable { table: "tbl_sessions".into(), set: TableProperty::Name(name.to_owned()) }
    }

    fn describe_field(field: &str, text: &str) -> Operation {
        Operation::EditField { field: field.into(), set: FieldProperty::Description(text.to_owned()) }
    }

    #[test]
    fn changes_of_different_things_come_together() {
        let (ours, theirs) = (changed([rename("Chats")]), changed([describe_field("fld_url", "Where")]));

        let merged = merge(&small(), &ours, &theirs);

        assert_eq!(merged.conflicts, []);
        assert_eq!(merged.blueprint, changed([rename("Chats"), describe_field("fld_url", "Where")]));
        assert_eq!(merged.operations, [describe_field("fld_url", "Where")]);
    }

    #[test]
    fn the_same_change_on_both_sides_is_no_conflict() {
        let both = changed([rename("Chats")]);
        let merged = merge(&small(), &both, &both);
        assert_eq!((merged.conflicts, merged.operations), (Vec::new(), Vec::new()));
    }

    #[test]
    fn different_values_are_a_conflict_with_both() {
        let merged = merge(&small(), &changed([rename("Chats")]), &changed([rename("Talks")]));

        let [conflict] = &merged.conflicts[..] else { panic!("{:?}", merged.conflicts) };
        assert_eq!((conflict.property.as_str(), conflict.stands), ("name", Side::Ours));
        assert_eq!((&conflict.ours, &conflict.theirs), (&Some("Chats".into()), &Some("Talks".into())));
        let told = conflict.sentence(&merged.blueprint, Language::En);
        assert_eq!(told, "Chats was changed on both sides; your version stands.");
        assert_eq!(merged.blueprint.tables[0].name, "Chats");
    }

    #[test]
    fn a_value_and_a_new_kind_come_to_the_same_from_either_side() {
        let kind = crate::blueprint::FieldKind::Text;
        let valued = changed([Operation::SetCell {
            row: "row_c".into(),
            field: "fld_rating".into(),
            value: Some(CellValue::Number(3.0)),
        }]);
        let retyped = changed([Operation::change_kind("fld_rating".into(), kind)]);

        for (ours, theirs) in [(&valued, &retyped), (&retyped, &valued)] {
            let merged = merge(&small(), ours, theirs);

            let row = merged.blueprint.row(&"row_c".into()).unwrap().1;
            assert_eq!(row.cells[&"fld_rating".into()].text(), Some("3"));
            let [conflict] = &merged.conflicts[..] else { panic!("{:?}", merged.conflicts) };
            assert_eq!((conflict.property.as_str(), conflict.stands), ("cell:fld_rating", Side::Neither));
        }
    }

    /// Of a table that ours renamed, everything but its name is as it was.
    #[track_caller]
    fn only_renamed(base: &Blueprint, table: &str, theirs: &Blueprint) {
        let mut ours = base.clone();
        let set = TableProperty::Name("Plans".to_owned());
        apply(&mut ours, Operation::EditTable { table: table.into(), set }).unwrap();

        let merged = merge(base, &ours, theirs);

        assert_eq!(merged.blueprint.table(&table.into()), ours.table(&table.into()));
        assert_eq!(crate::validate::structure(&merged.blueprint), []);
    }

    #[test]
    fn a_removal_that_does_not_come_about_leaves_nothing_behind() {
        let base = small();
        let mut theirs = base.clone();
        let element = ElementId::Table("tbl_projects".into());
        let removal = crate::operation::intention::remove(&base, &element).unwrap();
        apply_all(&mut theirs, removal).unwrap();

        only_renamed(&base, "tbl_projects", &theirs);
    }

    #[test]
    fn what_is_built_anew_leaves_others_whole() {
        let table = |id: &str, view: &str, row: &str| {
            let title =
                serde_json::json!({"id": format!("fld_{id}"), "name": "Name", "kind": {"type": "title"}});
            let cells = serde_json::json!({format!("fld_{id}"): "One"});
            serde_json::json!({"id": format!("tbl_{id}"), "name": id, "fields": [title],
                "views": [{"id": view, "name": "All", "kind": {"type": "grid"}}],
                "sample_rows": [{"id": row, "cells": cells}]})
        };
        let base = crate::blueprint::fixture::small_with([
            ("/tables/-", table("archive", "viw_archive", "row_z")),
            ("/tables/-", table("notes", "viw_notes", "row_n")),
        ]);
        let mut theirs = base.clone();
        let mut count = 0;
        let mut new_id = |kind: crate::operation::ElementKind| {
            count += 1;
            format!("{}_new_{count}", kind.prefix())
        };
        let (into, from) = ("tbl_sessions".into(), "tbl_archive".into());
        let made = crate::operation::intention::merge_tables(&base, &into, &from, &mut new_id, Language::En)
            .unwrap();
        apply_all(&mut theirs, made).unwrap();

        only_renamed(&base, "tbl_notes", &theirs);
    }

    #[test]
    fn what_one_side_removed_and_the_other_changed_is_named() {
        let removed = changed([Operation::remove(ElementId::Field("fld_url".into()))]);
        let edited = changed([describe_field("fld_url", "Where")]);

        let kept = merge(&small(), &edited, &removed);
        let gone = merge(&small(), &removed, &edited);

        let [conflict] = &kept.conflicts[..] else { panic!("{:?}", kept.conflicts) };
        assert_eq!(
            (conflict.property.as_str(), conflict.stands, &conflict.theirs),
            (EXISTENCE, Side::Ours, &None)
        );
        assert_eq!(conflict.ours.as_ref().unwrap()["description"], "Where");
        assert_eq!(kept.blueprint, edited);
        let [conflict] = &gone.conflicts[..] else { panic!("{:?}", gone.conflicts) };
        assert_eq!((conflict.stands, &conflict.ours), (Side::Ours, &None));
        assert_eq!(conflict.theirs.as_ref().unwrap()["description"], "Where");
        assert_eq!(gone.blueprint, removed);
    }
}
