//! Applying and taking back.

use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::prelude::*;
use shared::blueprint::Blueprint;
use shared::operation::{Operation, apply};
use shared::validate::structure;

use crate::random::{blueprint, blueprints, operation};

pub(crate) fn bytes(blueprint: &Blueprint) -> String {
    serde_json::to_string(blueprint).unwrap()
}

/// The blueprint is the same.
#[track_caller]
pub(crate) fn assert_same(left: &Blueprint, right: &Blueprint) {
    if left == right {
        return;
    }
    let lines = |blueprint| serde_json::to_string_pretty(blueprint).unwrap();
    let (left, right) = (lines(left), lines(right));
    let pairs = left.lines().zip(right.lines()).filter(|(left, right)| left != right);
    panic!("they differ: {:#?}", pairs.take(6).collect::<Vec<_>>());
}

/// Applies one operation with everything that holds of any.
#[track_caller]
fn check(blueprint: &mut Blueprint, operation: Operation) -> Option<Operation> {
    let before = blueprint.clone();
    let json = serde_json::to_string(&operation).unwrap();
    match apply(blueprint, operation.clone()) {
        Err(error) => {
            assert!(*blueprint == before, "{error}: {json}");
            None
        }
        Ok(inverse) => {
            assert_eq!(structure(blueprint), [], "after {json}");
            let after = blueprint.clone();
            let read: Operation = serde_json::from_str(&json).unwrap();
            assert_eq!(read, operation, "{json}");
            let stored = serde_json::to_string(&inverse).unwrap();
            let inverse: Operation = serde_json::from_str(&stored).unwrap();
            let again = apply(blueprint, inverse.clone()).unwrap_or_else(|error| panic!("{error}: {json}"));
            assert_same(blueprint, &before);
            apply(blueprint, again).unwrap_or_else(|error| panic!("again, {error}: {json}"));
            assert_same(blueprint, &after);
            Some(inverse)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn what_is_done_can_be_undone_to_the_byte(
        start in any::<u64>(),
        seeds in proptest::collection::vec(any::<u64>(), 1..12),
    ) {
        let start = blueprint(start);
        let mut changed = start.clone();

        let mut inverses = Vec::new();
        for seed in seeds {
            let next = operation(&changed, seed);
            inverses.extend(check(&mut changed, next));
        }
        let end = changed.clone();
        let mut redo = Vec::new();
        for inverse in inverses.into_iter().rev() {
            redo.push(apply(&mut changed, inverse).unwrap());
        }

        assert_same(&changed, &start);
        assert_eq!(bytes(&changed), bytes(&start));
        for operation in redo.into_iter().rev() {
            apply(&mut changed, operation).unwrap();
        }
        assert_same(&changed, &end);
        assert_eq!(bytes(&changed), bytes(&end));
    }
}

#[test]
fn most_random_operations_fit() {
    let (applied, tried) = (AtomicUsize::new(0), 2_000);
    for seed in 0..tried {
        let mut start = blueprints()[seed as usize % blueprints().len()].clone();
        let next = operation(&start, seed);
        applied.fetch_add(usize::from(apply(&mut start, next).is_ok()), Ordering::Relaxed);
    }
    assert!(applied.into_inner() > tried as usize / 2);
}

#[test]
fn designs_are_written_as_before() {
    for design in blueprints() {
        assert!(!bytes(design).contains("positions"));
        let mut copy = design.clone();
        let element = shared::operation::ElementId::Table(design.tables[0].id.clone());
        let there = shared::blueprint::Position::whole(99);
        let back = apply(&mut copy, Operation::Move { element, position: there }).unwrap();
        apply(&mut copy, back).unwrap();
        assert_same(&copy, design);
    }
}
