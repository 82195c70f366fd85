//! Suggestions upon designs that were edited.

use proptest::prelude::*;
use shared::configuration::{Act, Configuration, Entry};
use shared::design::design;
use shared::operation::apply;
use shared::operation::history::{Origin, Stamp, StepId};
use shared::suggestion::{Suggestion, suggest};
use shared::validate::structure;
use shared::words::Language;

use crate::random::{Random, answers, operation};

fn stamp(id: &str) -> Stamp {
    let (id, language) = (StepId::new(id), Language::En);
    Stamp { id, at: chrono::DateTime::UNIX_EPOCH, origin: Origin::Assistant, language, label: None }
}

/// A configuration as a person left it, after `edits` random edits.
fn configuration(random: &mut Random, edits: usize) -> Configuration {
    let answers = answers(random);
    let mut blueprint = design(&answers);
    for _ in 0..edits {
        let next = operation(&blueprint, random.next());
        let _ = apply(&mut blueprint, next);
    }
    Configuration::new("cfg_random".into(), answers.platform, Some(answers), blueprint)
}

fn suggestions(it: &Configuration) -> Vec<Suggestion> {
    suggest(it.answers(), it.platform(), it.blueprint(), Language::En)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_suggestion_is_one_step_that_can_be_undone(seed in any::<u64>(), edits in 0..12_usize) {
        let mut random = Random::new(seed);
        let mut configuration = configuration(&mut random, edits);
        let before = configuration.blueprint().clone();
        let all = suggestions(&configuration);
        let Some(suggestion) = random.pick(&all) else { return Ok(()) };

        let act = Act::Do { operations: suggestion.operations.clone() };
        let done = configuration.perform(&Entry::new(stamp("step_1"), act)).unwrap();

        prop_assert!(done.step.is_some());
        prop_assert_eq!(structure(configuration.blueprint()), []);
        for element in &suggestion.effect.added {
            let is_there = serde_json::to_string(configuration.blueprint()).unwrap().contains(&element.id);
            prop_assert!(is_there, "{} does not come", element.id);
        }
        // What was followed brings nothing more.
        prop_assert!(suggestions(&configuration).iter().all(|it| it.pick != suggestion.pick));

        configuration.perform(&Entry::new(stamp("step_2"), Act::Undo { step: None })).unwrap();
        prop_assert_eq!(configuration.blueprint(), &before);
    }
}
