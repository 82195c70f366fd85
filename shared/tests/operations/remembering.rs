//! History: undo, redo, previews, storage.

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use shared::blueprint::Blueprint;
use shared::operation::apply;
use shared::operation::history::{History, Limits, Origin, Recording, Stamp, StepId};
use shared::words::Language;

use crate::applying::{assert_same, bytes};
use crate::random::{Random, blueprint, operation};

pub(crate) fn stamp(id: usize, origin: Origin) -> Stamp {
    let at = DateTime::<Utc>::UNIX_EPOCH;
    Stamp { id: StepId::new(format!("step_{id}")), at, origin, language: Language::En, label: None }
}

/// A history that reads as it was written.
#[track_caller]
fn stored(history: &History) -> History {
    let json = serde_json::to_string(history).unwrap();
    let read = History::read(&json).unwrap();
    assert_eq!((&read.history, &read.damaged[..]), (history, &[][..]));
    read.history
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn undoing_all_leads_back_and_redoing_all_forth(
        start in any::<u64>(),
        seeds in proptest::collection::vec(any::<u64>(), 1..10),
    ) {
        let start = blueprint(start);
        let mut now = start.clone();
        let mut history = History::default();
        let mut states: Vec<(StepId, Blueprint)> = Vec::new();

        for (at, seed) in seeds.into_iter().enumerate() {
            perform(&mut history, &mut now, at, seed);
            if let Some(step) = history.steps().last().filter(|step| states.iter().all(|(id, _)| *id != step.id)) {
                states.push((step.id.clone(), now.clone()));
            }
        }
        let end = now.clone();
        let mut history = stored(&history);

        for (id, state) in &states {
            assert_same(&history.preview(&now, id).unwrap(), state);
        }
        assert_same(&history.oldest(&now), &start);
        let mut ids = 1_000..;
        let mut revert = |history: &mut History, now: &mut Blueprint, undo: bool| {
            let stamp = stamp(ids.next().unwrap(), Origin::Me);
            let reverted = if undo { history.undo(now, stamp) } else { history.redo(now, stamp) };
            assert_eq!(reverted.skipped, []);
            reverted.step.is_some()
        };
        while history.can_undo() {
            assert!(revert(&mut history, &mut now, true));
        }
        assert_eq!(bytes(&now), bytes(&start));
        while history.can_redo() {
            assert!(revert(&mut history, &mut now, false));
        }
        assert_eq!(bytes(&now), bytes(&end));
        assert_same(&history.oldest(&now), &start);
    }

    #[test]
    fn nothing_breaks_between_several_people(
        start in any::<u64>(),
        seeds in proptest::collection::vec(any::<u64>(), 1..16),
    ) {
        let start = blueprint(start);
        let mut now = start.clone();
        let mut history = History::new(Limits { steps: 12, size_bytes: 200_000 });

        for (at, seed) in seeds.into_iter().enumerate() {
            let mut random = Random::new(seed);
            let me = || stamp(at, Origin::Me);
            match random.below(8) {
                0 => drop(history.undo(&mut now, me())),
                1 => {
                    let steps = history.steps();
                    let any = steps.get(random.below(steps.len().max(1))).map(|step| step.id.clone());
                    drop(history.undo_step(&mut now, me(), &any.unwrap_or_default()));
                }
                2 => drop(history.redo(&mut now, me())),
                3 => {
                    let mut after = history.preview(&now, &StepId::new("none")).unwrap_or_else(|| now.clone());
                    let next = operation(&after, random.next());
                    let _ = apply(&mut after, next);
                    if !history.is_open() {
                        history.adopt(&mut now, &after, stamp(at, Origin::Other("Ada".into()))).unwrap();
                        assert_same(&now, &after);
                    }
                }
                4 | 5 => {
                    let next = operation(&now, random.next());
                    let others = stamp(at, Origin::Other("Ada".into()));
                    let _ = history.record(&mut now, others, vec![next], Recording::Unrecorded);
                }
                6 => {
                    history.begin(&now, me());
                    let next = operation(&now, random.next());
                    let _ = history.perform(&mut now, next);
                    if random.one_in(2) {
                        history.abandon(&mut now);
                    }
                }
                _ => perform(&mut history, &mut now, at, random.next()),
            }
            history = stored(&history);
            prop_assert!(history.steps().len() <= 12);
            if history.folded() == 0 {
                assert_same(&history.oldest(&now), &start);
            }
        }
        prop_assert_eq!(shared::validate::structure(&now), []);
    }
}

fn perform(history: &mut History, now: &mut Blueprint, at: usize, seed: u64) {
    let next = operation(now, seed);
    let _ = history.record(now, stamp(at, Origin::Me), vec![next], Recording::Record);
}
