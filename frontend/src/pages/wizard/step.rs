//! The steps of the wizard.

use shared::advice::Pick;
use shared::answers::{Complexity, Feature, Priority, TeamSize};
use shared::platform::Platform;

use crate::state::draft::Draft;

/// Platforms that people compare with each other stand together.
const PLATFORMS: [(&str, &[Platform]); 5] = [
    ("platforms.databases", &[Platform::Notion, Platform::Airtable, Platform::Coda]),
    ("platforms.spreadsheets", &[Platform::GoogleSheets, Platform::Excel]),
    ("platforms.notes", &[Platform::Obsidian, Platform::Logseq]),
    (
        "platforms.work",
        &[
            Platform::Monday,
            Platform::Clickup,
            Platform::Trello,
            Platform::Asana,
            Platform::Jira,
            Platform::Linear,
        ],
    ),
    ("platforms.own", &[Platform::Builtin, Platform::Custom]),
];

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

    /// Its options: the key of each group's question, and the group.
    pub(crate) fn groups(self) -> Vec<(&'static str, Vec<Pick>)> {
        match self {
            Self::Platform => {
                PLATFORMS.map(|(legend, group)| (legend, picks(group, Pick::Platform))).to_vec()
            }
            Self::Priorities => vec![("step.priorities.title", picks(&Priority::ALL, Pick::Priority))],
            Self::Features => vec![("step.features.title", picks(&Feature::ALL, Pick::Feature))],
            Self::Team => vec![
                ("team_size.question", picks(&TeamSize::ALL, Pick::TeamSize)),
                ("complexity.question", picks(&Complexity::ALL, Pick::Complexity)),
            ],
            Self::Review => Vec::new(),
        }
    }

    /// Whether this step tells what speaks against this option: its own, and the last step all of them.
    pub(crate) fn tells(self, pick: Pick) -> bool {
        self == match pick {
            _ if self == Self::Review => self,
            Pick::Platform(_) => Self::Platform,
            Pick::Priority(_) => Self::Priorities,
            Pick::Feature(_) => Self::Features,
            Pick::TeamSize(_) | Pick::Complexity(_) => Self::Team,
        }
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

fn picks<T: Copy>(values: &[T], pick: fn(T) -> Pick) -> Vec<Pick> {
    values.iter().copied().map(pick).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::is_known;

    #[test]
    fn every_option_stands_in_one_group_of_its_step() {
        let groups: Vec<_> = Step::ALL
            .into_iter()
            .flat_map(|step| step.groups().into_iter().map(move |it| (step, it)))
            .collect();
        for (step, (legend, picks)) in &groups {
            assert!(is_known(legend), "{legend}");
            assert!(picks.iter().all(|pick| step.tells(*pick) && Step::Review.tells(*pick)));
        }
        let mut grouped: Vec<_> = groups.into_iter().flat_map(|(_, (_, picks))| picks).collect();
        let count = grouped.len();
        grouped.sort_unstable();
        grouped.dedup();
        assert_eq!((grouped.len(), count), (15 + 8 + 8 + 4 + 3, 15 + 8 + 8 + 4 + 3));
    }

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
