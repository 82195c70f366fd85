//! Designs that the tests render.

mod archive;
mod constructs;
mod hostile;
mod sampled;

pub(crate) use archive::{file, files, files_inside};
use shared::answers::{Answers, Complexity, Customization, DateFormat, Feature, Priority, TeamSize};
use shared::blueprint::{Blueprint, read};
use shared::design::design;
use shared::platform::Platform;
use shared::words::Language;

/// A design of everything there is to ask for.
pub(crate) fn largest() -> Blueprint {
    design(&answers(Complexity::Advanced, TeamSize::OverTwenty, Language::En))
}

/// The same in German.
pub(crate) fn largest_in_german() -> Blueprint {
    design(&answers(Complexity::Advanced, TeamSize::OverTwenty, Language::De))
}

/// FROZEN: a small system in English, as it once was designed, so that snapshots change with the renderer alone.
pub(crate) fn frozen_small() -> Blueprint {
    read(include_str!("../fixtures/small.json")).unwrap()
}

/// FROZEN: a middling system in German.
pub(crate) fn frozen_middling() -> Blueprint {
    read(include_str!("../fixtures/middling.json")).unwrap()
}

/// Everything there is to ask for, every name in it hostile.
pub(crate) fn hostile() -> Blueprint {
    hostile::hostile(largest())
}

/// The smallest design with names that run from right to left.
pub(crate) fn right_to_left() -> Blueprint {
    hostile::right_to_left(smallest())
}

/// Every construct of the language of blueprints.
pub(crate) fn constructs() -> Blueprint {
    constructs::constructs().unwrap()
}

/// The design of sampled answers.
pub(crate) fn sampled(number: u64) -> (Platform, Blueprint) {
    let answers = sampled::answers(number);
    (answers.platform, design(&answers))
}

/// The smallest design there is.
pub(crate) fn smallest() -> Blueprint {
    let answers = answers(Complexity::Simple, TeamSize::JustMe, Language::En);
    design(&Answers { priorities: vec![Priority::Simplicity], features: Vec::new(), ..answers })
}

/// A small, a middling and a large one.
pub(crate) fn designs() -> [Blueprint; 3] {
    [smallest(), design(&answers(Complexity::Moderate, TeamSize::TwoToFive, Language::De)), largest()]
}

fn answers(complexity: Complexity, team_size: TeamSize, language: Language) -> Answers {
    let customization =
        Customization { language, date_format: DateFormat::Dotted, ..Customization::default() };
    Answers {
        platform: Platform::Excel,
        team_size,
        priorities: Priority::ALL.into_iter().filter(|priority| *priority != Priority::Simplicity).collect(),
        features: Feature::ALL.to_vec(),
        complexity,
        customization,
    }
}
