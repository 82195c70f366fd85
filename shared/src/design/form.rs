//! What answers come to: who asked for what, which tables the complexity allows, what simplicity leaves out.

use chrono::{Datelike, NaiveDate};
use sha2::{Digest, Sha256};

use super::cause::*;
use super::{NAMING_CONVENTION, SAMPLE_TODAY, WORDS};
use crate::answers::{Answers, ColorScheme, Complexity, Customization, Priority, TeamSize, to_link};
use crate::blueprint::{Cause, TableId};
use crate::words::Language;

/// A table beside Sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Projects,
    Topics,
    ActionItems,
    People,
    Templates,
    Tags,
}

impl Part {
    /// Which table stays when not all can: first come, first kept.
    const KEEP_ORDER: [Self; 6] =
        [Self::Projects, Self::Topics, Self::ActionItems, Self::People, Self::Templates, Self::Tags];

    fn asked_by(self) -> Cause {
        match self {
            Self::Projects => PROJECTS,
            Self::Topics => ORGANIZATION,
            Self::ActionItems => REMINDERS,
            Self::People => LARGE_TEAM,
            Self::Templates => TEMPLATES,
            Self::Tags => TAGS,
        }
    }

    /// The id of its table without `tbl_`.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Projects => "projects",
            Self::Topics => "topics",
            Self::ActionItems => "action_items",
            Self::People => "people",
            Self::Templates => "templates",
            Self::Tags => "tags",
        }
    }

    /// The id of its table.
    pub(super) fn table_id(self) -> TableId {
        TableId::new(format!("tbl_{}", self.key()))
    }
}

/// Answers, read as a design needs them.
pub(super) struct Form<'a> {
    pub(super) answers: &'a Answers,
    granted: Vec<Part>,
}

impl<'a> Form<'a> {
    pub(super) fn new(answers: &'a Answers) -> Self {
        let mut form = Self { answers, granted: Vec::new() };
        let most = match answers.complexity {
            Complexity::Simple => 1,
            Complexity::Moderate => 3,
            Complexity::Advanced => Part::KEEP_ORDER.len(),
        };
        let asked = Part::KEEP_ORDER.into_iter().filter(|part| form.asks(part.asked_by()));
        // Short of advanced, tags are options: a table of them is no step in the order of keeping.
        form.granted = asked.filter(|part| *part != Part::Tags || form.is_advanced()).take(most).collect();
        form
    }

    /// The tables beside Sessions, in order.
    pub(super) fn parts(&self) -> impl Iterator<Item = Part> {
        self.granted.iter().copied()
    }

    /// Whether the system has this table.
    pub(super) fn has(&self, part: Part) -> bool {
        self.granted.contains(&part)
    }

    /// Tables that were asked for, there or not.
    pub(super) fn asked(&self) -> impl Iterator<Item = Part> {
        // Tags are options by nature, a table only in advanced systems.
        Part::KEEP_ORDER.into_iter().filter(|part| *part != Part::Tags && self.asks(part.asked_by()))
    }

    /// Tables that were asked for and are not there.
    pub(super) fn denied(&self) -> impl Iterator<Item = Part> {
        self.asked().filter(|part| !self.has(*part))
    }

    /// Whether this table was asked for and is not there.
    pub(super) fn denies(&self, part: Part) -> bool {
        self.denied().any(|denied| denied == part)
    }

    /// Whether the answers give this cause; of a team size, whether the team is at least as large.
    pub(super) fn asks(&self, cause: Cause) -> bool {
        match cause {
            Cause::Always => true,
            Cause::Feature(feature) => self.answers.features.contains(&feature),
            Cause::Priority(priority) => self.answers.priorities.contains(&priority),
            Cause::TeamSize(size) => self.answers.team_size >= size,
            Cause::Complexity(complexity) => self.answers.complexity == complexity,
            Cause::Customization => self.is_customized(),
        }
    }

    /// Whether the person shaped the design; language, dates and time zone only say how it is written.
    fn is_customized(&self) -> bool {
        let Customization { naming_convention, color_scheme, extra_fields, .. } = &self.answers.customization;
        !naming_convention.trim().is_empty()
            || *color_scheme != ColorScheme::default()
            || !extra_fields.is_empty()
    }

    /// Those of `causes` that the answers give, strongest first, the team size as it was answered.
    pub(super) fn asking(&self, causes: &[Cause]) -> Vec<Cause> {
        let asking = causes.iter().filter(|cause| self.asks(**cause));
        let mut asking: Vec<_> = asking
            .map(|cause| match cause {
                Cause::TeamSize(_) => Cause::TeamSize(self.answers.team_size),
                cause => *cause,
            })
            .collect();
        asking.sort();
        asking.dedup();
        asking
    }

    /// Everything that was answered, strongest first.
    pub(super) fn everything(&self) -> Vec<Cause> {
        let Answers { features, priorities, team_size, complexity, .. } = self.answers;
        let features = features.iter().map(|feature| Cause::Feature(*feature));
        let priorities = priorities.iter().map(|priority| Cause::Priority(*priority));
        let team = (*team_size != TeamSize::JustMe).then_some(Cause::TeamSize(*team_size));
        let mut all: Vec<_> = features.chain(priorities).chain(team).collect();
        all.push(Cause::Complexity(*complexity));
        all.extend(self.asks(CUSTOMIZATION).then_some(CUSTOMIZATION));
        all.sort();
        all.dedup();
        all
    }

    pub(super) fn is_advanced(&self) -> bool {
        self.answers.complexity == Complexity::Advanced
    }

    /// Whether simplicity leaves out what a system can do without.
    pub(super) fn is_lean(&self) -> bool {
        self.answers.priorities.contains(&Priority::Simplicity) && !self.is_advanced()
    }

    /// How titles are written; empty when free.
    pub(super) fn naming_convention(&self) -> &str {
        match self.answers.customization.naming_convention.trim() {
            "" if self.asks(SEARCH) => NAMING_CONVENTION,
            custom => custom,
        }
    }

    /// The day that sample rows are dated around: a day with four digits in its year.
    pub(super) fn today(&self) -> NaiveDate {
        let today = self.answers.customization.today.unwrap_or(SAMPLE_TODAY);
        if (1000..9999).contains(&today.year()) { today } else { SAMPLE_TODAY }
    }

    /// An id that only answers decide: equal answers, equal id.
    pub(super) fn blueprint_id(&self) -> String {
        let digest = Sha256::digest(to_link(self.answers));
        let hex: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        format!("bp_{hex}")
    }

    /// The language of the answers.
    pub(super) fn language(&self) -> Language {
        self.answers.customization.language
    }

    /// The text of `key` in the language of the answers.
    pub(super) fn word(&self, key: &str) -> String {
        WORDS.get(self.language(), key).to_owned()
    }

    /// The text of `key`, if anybody wrote one.
    pub(super) fn find_word(&self, key: &str) -> Option<&'static str> {
        WORDS.find(self.language(), key).or_else(|| WORDS.find(Default::default(), key))
    }

    /// The text of `key` with its placeholders filled in.
    pub(super) fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        WORDS.fill(self.language(), key, values)
    }
}
