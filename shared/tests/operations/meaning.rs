//! Intentions: whatever they expand to applies, and can be undone.

use std::collections::BTreeSet;

use proptest::prelude::*;
use shared::blueprint::{Blueprint, FieldKind};
use shared::operation::intention::{Clip, duplicate, extract_select, merge_tables, paste, place, remove};
use shared::operation::{Element, ElementId, ElementKind, ListId, Operation, Rejection, apply, apply_all};
use shared::validate::{structure, validate};
use shared::words::Language;

use crate::applying::assert_same;
use crate::random::{Random, blueprint, blueprints};

/// Applies a step and takes it back.
#[track_caller]
fn check(before: &Blueprint, operations: Vec<Operation>) -> Blueprint {
    let mut after = before.clone();
    let inverses = apply_all(&mut after, operations.clone()).unwrap();
    assert_eq!(structure(&after), []);
    let mut back = after.clone();
    apply_all(&mut back, inverses).unwrap();
    assert_same(&back, before);
    let mut once = before.clone();
    apply(&mut once, Operation::together(operations)).unwrap();
    assert_same(&once, &after);
    after
}

fn elements(blueprint: &Blueprint) -> Vec<ElementId> {
    let mut all = Vec::new();
    for table in &blueprint.tables {
        all.push(ElementId::Table(table.id.clone()));
        for field in &table.fields {
            all.push(ElementId::Field(field.id.clone()));
            all.extend(field.kind.options().iter().map(|it| ElementId::Option(it.id.clone())));
        }
        all.extend(table.views.iter().map(|it| ElementId::View(it.id.clone())));
        all.extend(table.sample_rows.iter().map(|it| ElementId::Row(it.id.clone())));
    }
    all.extend(blueprint.automations.iter().map(|it| ElementId::Automation(it.id.clone())));
    for dashboard in &blueprint.dashboards {
        all.push(ElementId::Dashboard(dashboard.id.clone()));
        all.extend(dashboard.charts.iter().map(|it| ElementId::Chart(it.id.clone())));
    }
    all
}

fn new_ids(random: &mut Random) -> impl FnMut(ElementKind) -> String + '_ {
    |kind| random.id(kind.prefix())
}

/// Problems by their rule: those that a step may have brought.
fn errors(blueprint: &Blueprint) -> BTreeSet<&'static str> {
    let errors = validate(blueprint, None).into_iter();
    errors.filter(|it| it.severity == shared::validate::Severity::Error).map(|it| it.code.as_str()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, ..ProptestConfig::default() })]

    #[test]
    fn anything_can_be_removed_with_what_refers_to_it(start in any::<u64>(), seed in any::<u64>()) {
        let before = blueprint(start);
        let element = Random::new(seed).of(&elements(&before));

        match remove(&before, &element) {
            Ok(operations) => {
                let after = check(&before, operations);
                prop_assert_eq!(Element::find(&after, &element), None);
            }
            Err(rejection) => prop_assert!(matches!(rejection, Rejection::Title { .. }), "{rejection}"),
        }
    }

    #[test]
    fn anything_can_be_duplicated(start in any::<u64>(), seed in any::<u64>()) {
        let before = blueprint(start);
        let mut random = Random::new(seed);
        let element = random.of(&elements(&before));

        let operations = duplicate(&before, &element, &mut new_ids(&mut random), Language::De).unwrap();

        let after = check(&before, operations);
        let list = ListId::of(&after, &element).unwrap();
        let ids = |blueprint| list.places(blueprint).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
        let (old, new) = (ids(&before), ids(&after));
        let at = new.iter().position(|id| id == element.as_str()).unwrap();
        prop_assert!(!old.contains(&new[at + 1]));
    }

    #[test]
    fn anything_can_be_pasted_anywhere(start in any::<u64>(), end in any::<u64>(), seed in any::<u64>()) {
        let (from, into) = (blueprint(start), blueprint(end));
        let mut random = Random::new(seed);
        let all = elements(&from);
        let chosen: Vec<_> = (0..=random.below(4)).map(|_| random.of(&all)).collect();
        let selected = random.of(&elements(&into));
        let clip = Clip::of(&from, &chosen).unwrap();
        let read = Clip::read(&clip.write().unwrap());
        prop_assert_eq!(read.as_ref(), Ok(&clip));

        match paste(&into, &clip, &selected, &mut new_ids(&mut random), Language::Fr) {
            Ok(pasted) => {
                let after = check(&into, pasted.operations);
                prop_assert_eq!(pasted.elements.len(), clip.elements().len());
                prop_assert!(pasted.elements.iter().all(|it| Element::find(&after, it).is_some()));
            }
            Err(Rejection::Senseless { .. } | Rejection::Missing { .. }) => {}
            Err(rejection) => prop_assert!(false, "{rejection}"),
        }
    }

    #[test]
    fn anything_can_be_put_anywhere(start in any::<u64>(), seeds in proptest::collection::vec(any::<u64>(), 1..6)) {
        let mut now = blueprint(start);
        for seed in seeds {
            let mut random = Random::new(seed);
            let element = random.of(&elements(&now));
            let list = ListId::of(&now, &element).unwrap();
            let mut expected: Vec<_> = list.places(&now).into_iter().map(|(id, _)| id).collect();
            expected.retain(|id| id != element.as_str());
            let index = random.below(expected.len() + 1);
            expected.insert(index, element.as_str().to_owned());

            now = check(&now, place(&now, &element, index).unwrap());

            let found: Vec<_> = list.places(&now).into_iter().map(|(id, _)| id).collect();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn any_select_can_become_a_table(start in any::<u64>(), seed in any::<u64>()) {
        let before = blueprint(start);
        let mut random = Random::new(seed);
        let is_select = |kind: &FieldKind| matches!(kind, FieldKind::Select { .. } | FieldKind::MultiSelect { .. });
        let fields = before.tables.iter().flat_map(|table| &table.fields);
        let selects: Vec<_> = fields.filter(|field| is_select(&field.kind)).collect();
        if let Some(select) = random.pick(&selects).copied() {
            let made = extract_select(&before, &select.id, &mut new_ids(&mut random), Language::En).unwrap();

            let after = check(&before, made.operations);
            let table = after.table(&made.table).unwrap();
            prop_assert_eq!(table.sample_rows.len(), select.kind.options().len());
        }
    }

    #[test]
    fn any_two_tables_can_become_one(start in any::<u64>(), seed in any::<u64>()) {
        let before = blueprint(start);
        let mut random = Random::new(seed);
        let (into, from) = (random.of(&before.tables), random.of(&before.tables));
        let merged = merge_tables(&before, &into.id, &from.id, &mut new_ids(&mut random), Language::En);
        if into.id == from.id {
            prop_assert!(merged.is_err());
        } else {
            let after = check(&before, merged.unwrap());
            let rows = after.table(&into.id).unwrap().sample_rows.len();
            prop_assert_eq!(rows, into.sample_rows.len() + from.sample_rows.len());
        }
    }
}

/// Of a sound blueprint, every intention makes a sound one.
#[test]
fn intentions_bring_no_errors() {
    let mut random = Random::new(5);
    for before in blueprints().iter().step_by(3) {
        for element in elements(before) {
            if let Ok(operations) = remove(before, &element) {
                let mut after = before.clone();
                apply_all(&mut after, operations).unwrap();
                assert_eq!(errors(&after), BTreeSet::new(), "without {element:?}");
            }
        }
        for table in &before.tables {
            let element = ElementId::Table(table.id.clone());
            let operations = duplicate(before, &element, &mut new_ids(&mut random), Language::En).unwrap();
            let mut after = before.clone();
            apply_all(&mut after, operations).unwrap();
            assert_eq!(errors(&after), BTreeSet::new(), "two of {element:?}");
        }
    }
}
