//! Differences and merges.

use proptest::prelude::*;
use shared::blueprint::Blueprint;
use shared::operation::{Operation, apply, apply_all, diff, merge};
use shared::validate::structure;

use crate::applying::assert_same;
use crate::random::{Random, blueprint, operation};

/// The blueprint after as many random operations as there are seeds; those that do not fit are passed over.
pub(crate) fn changed(start: &Blueprint, seeds: &[u64]) -> Blueprint {
    let mut changed = start.clone();
    for seed in seeds {
        let next = operation(&changed, *seed);
        let _ = apply(&mut changed, next);
    }
    changed
}

#[track_caller]
fn assert_leads(from: &Blueprint, to: &Blueprint) -> Vec<Operation> {
    let operations = diff(from, to);
    let mut made = from.clone();
    apply_all(&mut made, operations.clone()).unwrap();
    assert_same(&made, to);
    assert_eq!(structure(&made), []);
    operations
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, ..ProptestConfig::default() })]

    #[test]
    fn a_difference_leads_from_one_to_the_other(
        start in any::<u64>(),
        seeds in proptest::collection::vec(any::<u64>(), 0..10),
    ) {
        let start = blueprint(start);
        let end = changed(&start, &seeds);

        assert_leads(&start, &end);
        assert_leads(&end, &start);
        prop_assert_eq!(diff(&end, &end), []);
    }

    #[test]
    fn one_operation_makes_a_small_difference(start in any::<u64>(), seed in any::<u64>()) {
        let start = blueprint(start);
        let end = changed(&start, &[seed]);
        let one = operation(&start, seed);

        let found = assert_leads(&start, &end);

        if !matches!(one, Operation::ChangeKinds { .. } | Operation::Group { .. }) {
            prop_assert!(found.len() <= 2, "{} for {:?}", found.len(), one.tag());
        }
    }

    #[test]
    fn a_merge_loses_nothing_without_naming_it(
        start in any::<u64>(),
        ours in proptest::collection::vec(any::<u64>(), 0..5),
        theirs in proptest::collection::vec(any::<u64>(), 0..5),
    ) {
        let base = blueprint(start);
        let (ours, theirs) = (changed(&base, &ours), changed(&base, &theirs));

        let merged = merge(&base, &ours, &theirs);

        prop_assert_eq!(structure(&merged.blueprint), []);
        let mut made = ours.clone();
        apply_all(&mut made, merged.operations.clone()).unwrap();
        assert_same(&made, &merged.blueprint);
        if merged.conflicts.is_empty() {
            let turned = merge(&base, &theirs, &ours);
            prop_assert_eq!(turned.conflicts, []);
            assert_same(&turned.blueprint, &merged.blueprint);
        }
    }

    #[test]
    fn changes_of_one_side_come_in_whole(
        start in any::<u64>(),
        seeds in proptest::collection::vec(any::<u64>(), 0..8),
    ) {
        let base = blueprint(start);
        let theirs = changed(&base, &seeds);

        let merged = merge(&base, &base, &theirs);
        prop_assert_eq!(merged.conflicts, []);
        assert_same(&merged.blueprint, &theirs);
        let merged = merge(&base, &theirs, &base);
        prop_assert_eq!(merged.conflicts, []);
        assert_same(&merged.blueprint, &theirs);
    }

    #[test]
    fn edits_of_different_elements_never_conflict(start in any::<u64>(), seeds in proptest::collection::vec(any::<u64>(), 2..12)) {
        let base = blueprint(start);
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        let fields: Vec<_> = base.tables.iter().flat_map(|table| &table.fields).map(|it| it.id.clone()).collect();
        for seed in seeds {
            let mut random = Random::new(seed);
            let at = random.below(fields.len());
            let text = random.id("text");
            let set = [
                shared::operation::FieldProperty::Name(text.clone()),
                shared::operation::FieldProperty::Description(text),
            ];
            let edit = Operation::EditField { field: fields[at].clone(), set: random.of(&set) };
            let side = if at.is_multiple_of(2) { &mut ours } else { &mut theirs };
            apply(side, edit).unwrap();
        }

        let merged = merge(&base, &ours, &theirs);

        prop_assert_eq!(merged.conflicts, []);
        for (at, id) in fields.iter().enumerate() {
            let side = if at.is_multiple_of(2) { &ours } else { &theirs };
            prop_assert_eq!(merged.blueprint.field(id).unwrap().1, side.field(id).unwrap().1);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, ..ProptestConfig::default() })]

    #[test]
    fn unrelated_blueprints_lead_to_each_other(from in any::<u64>(), to in any::<u64>()) {
        assert_leads(&blueprint(from), &blueprint(to));
    }
}
