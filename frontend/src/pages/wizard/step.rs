//! The steps of the wizard.

use crate::state::draft::Draft;

/// A step of the wizard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Where the system will live.
    Platform,
    /// What matters most.
    Priorities,
    /// Which parts it gets.
    Features,
    /// How many people, how much structure.
    Team,
    /// All answers at a glance, and the finer points.
    Review,
}

impl Step {
    /// Every step, in order.
    pub(crate) const ALL: [Self; 5] =
        [Self::Platform, Self::Priorities, Self::Features, Self::Team, Self::Review];

    /// Its name in addresses and in the words.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::Priorities => "priorities",
            Self::Features => "features",
            Self::Team => "team",
            Self::Review => "review",
        }
    }

    /// The step with this name.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == name)
    }

    /// The step that was open last on this device, the first one where there was none.
    pub(crate) fn kept(draft: Draft) -> Self {
        draft.kept_step().and_then(|name| Self::parse(&name)).unwrap_or(Self::Platform)
    }

    /// Address of its page.
    pub(crate) fn href(self) -> String {
        format!("/design/{}", self.as_str())
    }

    /// The step after it.
    pub(crate) fn next(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }

    /// The step before it.
    pub(crate) fn previous(self) -> Option<Self> {
        (self as usize).checked_sub(1).and_then(|at| Self::ALL.get(at).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_follow_each_other_both_ways() {
        for step in Step::ALL {
            assert_eq!(Step::parse(step.as_str()), Some(step));
            assert_eq!(step.next().and_then(Step::previous), step.next().map(|_| step));
        }
        assert_eq!(Step::Platform.previous(), None);
        assert_eq!(Step::Review.next(), None);
        assert_eq!(Step::parse("welcome"), None);
    }
}
