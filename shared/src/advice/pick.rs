//! The options of the wizard, and changes of answers made of them.

use crate::answers::{Answers, Complexity, Feature, Priority, TeamSize};
use crate::platform::Platform;

/// An option of the wizard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pick {
    /// Where the system will live.
    Platform(Platform),
    /// What matters most.
    Priority(Priority),
    /// A part of the system.
    Feature(Feature),
    /// How many people will use it.
    TeamSize(TeamSize),
    /// How much structure there may be.
    Complexity(Complexity),
}

/// One step from answers to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// Choose an option; where only one can be chosen, it takes the place of the other.
    Take(Pick),
    /// Choose a priority or a feature no longer. Other options cannot be left, only replaced.
    Leave(Pick),
}

impl Pick {
    /// The question it answers, as it stands in the words: `platform`, `priority` and so on.
    pub fn group(self) -> &'static str {
        match self {
            Self::Platform(_) => "platform",
            Self::Priority(_) => "priority",
            Self::Feature(_) => "feature",
            Self::TeamSize(_) => "team_size",
            Self::Complexity(_) => "complexity",
        }
    }

    /// Its name in documents, unique in its group.
    pub fn value(self) -> &'static str {
        match self {
            Self::Platform(platform) => platform.as_str(),
            Self::Priority(priority) => priority.as_str(),
            Self::Feature(feature) => feature.as_str(),
            Self::TeamSize(size) => size.as_str(),
            Self::Complexity(complexity) => complexity.as_str(),
        }
    }

    /// Whether `answers` have chosen it.
    pub fn is_taken(self, answers: &Answers) -> bool {
        match self {
            Self::Platform(platform) => answers.platform == platform,
            Self::Priority(priority) => answers.priorities.contains(&priority),
            Self::Feature(feature) => answers.features.contains(&feature),
            Self::TeamSize(size) => answers.team_size == size,
            Self::Complexity(complexity) => answers.complexity == complexity,
        }
    }

    /// Whether it stands beside others of its group, so that it can be left again.
    pub fn is_one_of_many(self) -> bool {
        matches!(self, Self::Priority(_) | Self::Feature(_))
    }

    /// What pressing its card does to `answers`.
    pub fn press(self, answers: &Answers) -> Change {
        match self.is_one_of_many() && self.is_taken(answers) {
            true => Change::Leave(self),
            false => Change::Take(self),
        }
    }
}

impl Change {
    /// The option it is about.
    pub fn pick(self) -> Pick {
        match self {
            Self::Take(pick) | Self::Leave(pick) => pick,
        }
    }

    fn apply(self, answers: &mut Answers) {
        match self {
            Self::Take(Pick::Platform(platform)) => answers.platform = platform,
            Self::Take(Pick::TeamSize(size)) => answers.team_size = size,
            Self::Take(Pick::Complexity(complexity)) => answers.complexity = complexity,
            Self::Take(Pick::Priority(priority)) => add(&mut answers.priorities, priority),
            Self::Take(Pick::Feature(feature)) => add(&mut answers.features, feature),
            Self::Leave(Pick::Priority(priority)) => answers.priorities.retain(|kept| *kept != priority),
            Self::Leave(Pick::Feature(feature)) => answers.features.retain(|kept| *kept != feature),
            Self::Leave(Pick::Platform(_) | Pick::TeamSize(_) | Pick::Complexity(_)) => {}
        }
    }
}

/// `answers` after `changes`, one after the other.
pub fn apply(answers: &Answers, changes: &[Change]) -> Answers {
    let mut changed = answers.clone();
    for change in changes {
        change.apply(&mut changed);
    }
    changed
}

/// Lists keep the order in which people see their values, so that the same choice always makes the same link.
fn add<T: Ord + Copy>(values: &mut Vec<T>, value: T) {
    if !values.contains(&value) {
        values.push(value);
        values.sort_unstable();
    }
}
