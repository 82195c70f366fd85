mod outline;
mod rules;

use super::*;
use crate::answers::{Complexity, Customization, Feature, Priority, TeamSize};
use crate::platform::Platform;
use crate::words;

/// Answers of one person in moderate form.
fn answers(priorities: &[Priority], features: &[Feature]) -> Answers {
    Answers {
        platform: Platform::Notion,
        team_size: TeamSize::JustMe,
        priorities: priorities.to_vec(),
        features: features.to_vec(),
        complexity: Complexity::Moderate,
        customization: Customization::default(),
    }
}

/// Everything there is to ask for.
fn full() -> Answers {
    Answers {
        team_size: TeamSize::OverTwenty,
        complexity: Complexity::Advanced,
        ..answers(&Priority::ALL, &Feature::ALL)
    }
}

#[test]
fn every_word_is_there_in_every_language() {
    words::assert_complete(&WORDS);
}
