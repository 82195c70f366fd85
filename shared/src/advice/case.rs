//! Answers, read together with what their platform can do.

use crate::answers::{Answers, Complexity, Priority, TeamSize};
use crate::blueprint::{ChartKind, KindName};
use crate::design;
use crate::platform::{Capabilities, Delivery, Place, Support, SupportLevel, ViewName, capabilities};
use crate::words::Language;

use super::{Change, Pick};

/// Tables beside Sessions for which there is room without going all the way.
const MODERATE_TABLES: usize = 3;
/// Kinds of fields kept inside a text from which on a platform shows fields badly.
const MANY_KINDS_IN_TEXT: usize = 5;
/// Kinds of charts a platform cannot draw from which on a dashboard has little to show.
const MANY_CHARTS: usize = 3;

/// Answers, read together with what their platform can do.
pub(super) struct Case<'a> {
    pub(super) answers: &'a Answers,
    pub(super) of: &'static Capabilities,
    tables_asked: usize,
}

impl<'a> Case<'a> {
    pub(super) fn new(answers: &'a Answers) -> Self {
        let tables_asked = design::asked_tables(answers).len();
        Self { answers, of: capabilities(answers.platform), tables_asked }
    }

    pub(super) fn has(&self, pick: Pick) -> bool {
        pick.is_taken(self.answers)
    }

    pub(super) fn values(&self, priority: Priority) -> bool {
        self.answers.priorities.contains(&priority)
    }

    pub(super) fn is_team_of(&self, size: TeamSize) -> bool {
        self.answers.team_size >= size
    }

    /// Tables beside Sessions that the answers ask for.
    pub(super) fn tables_asked(&self) -> usize {
        self.tables_asked
    }

    /// The names of those that the complexity has no room for, in one line.
    pub(super) fn tables_without_room(&self, language: Language) -> String {
        let names = design::tables_without_room(self.answers);
        let names =
            names.iter().map(|table| design::WORDS.get(language, &format!("{table}.name")).to_owned());
        language.list(&names.collect::<Vec<_>>())
    }

    pub(super) fn lacks_room(&self) -> bool {
        !design::tables_without_room(self.answers).is_empty()
    }

    /// The least complexity that has room for every table asked for.
    pub(super) fn with_room(&self) -> Complexity {
        match self.tables_asked {
            0 | 1 => Complexity::Simple,
            2..=MODERATE_TABLES => Complexity::Moderate,
            _ => Complexity::Advanced,
        }
    }

    /// The most structure that the platform can hold together. Tables are as good as their relations: where those
    /// are words in a text or nameless links, one table is clearer than four.
    pub(super) fn ceiling(&self) -> Complexity {
        let relation = self.of.field(KindName::Relation);
        let computes = [KindName::Rollup, KindName::Formula]
            .into_iter()
            .any(|kind| self.of.field(kind).level != SupportLevel::Impossible);
        match (relation.level, relation.place) {
            (SupportLevel::Exact | SupportLevel::Manual, _) if computes => Complexity::Advanced,
            (SupportLevel::Exact | SupportLevel::Manual, _) | (SupportLevel::Adapted, Place::Own) => {
                Complexity::Moderate
            }
            _ => Complexity::Simple,
        }
    }

    /// The complexity that suits everything else.
    pub(super) fn fitting(&self) -> Complexity {
        let wished = self.with_room();
        let wished = match self.values(Priority::Simplicity) {
            true => wished.min(Complexity::Moderate),
            // Room to grow costs nothing: a moderate system with one more table is a simple one.
            false => wished.max(Complexity::Moderate),
        };
        wished.min(self.ceiling())
    }

    /// Whether the system is a folder on a device, where nothing runs and nobody signs in.
    pub(super) fn is_folder(&self) -> bool {
        self.of.delivery == Delivery::Files && self.of.automations.level == SupportLevel::Impossible
    }

    /// Whether people are names in a text, unknown to the platform.
    pub(super) fn people_are_text(&self) -> bool {
        self.of.field(KindName::Person).level == SupportLevel::Adapted
            && self.of.first(KindName::Person).is_none()
    }

    /// Whether most kinds of fields go into a text of the row, where nothing filters by them.
    pub(super) fn fields_are_text(&self) -> bool {
        let in_text = KindName::ALL.into_iter().filter(|kind| self.of.field(*kind).place == Place::Text);
        in_text.count() >= MANY_KINDS_IN_TEXT
    }

    /// Whether the platform draws hardly any chart.
    pub(super) fn lacks_charts(&self) -> bool {
        let missing =
            ChartKind::ALL.into_iter().filter(|kind| self.of.chart(*kind).level == SupportLevel::Impossible);
        self.of.dashboards.level == SupportLevel::Impossible || missing.count() >= MANY_CHARTS
    }

    /// Whether the platform draws the charts that people look at most.
    pub(super) fn draws_charts(&self) -> bool {
        let charts = [ChartKind::Column, ChartKind::Pie].map(|kind| self.of.chart(kind));
        is_exact(self.of.dashboards) && charts.into_iter().all(is_exact)
    }

    /// What becomes of both kinds of views over time.
    pub(super) fn time_views(&self) -> [Support; 2] {
        [ViewName::Timeline, ViewName::Calendar].map(|view| self.of.view(view))
    }

    /// The way to do without `priority`: answers need one, so that the last one makes place for another.
    pub(super) fn leave(&self, priority: Priority) -> Vec<Change> {
        let is_last = self.answers.priorities.len() == 1;
        let instead = is_last.then_some(Change::Take(Pick::Priority(Priority::Organization)));
        instead.into_iter().chain([Change::Leave(Pick::Priority(priority))]).collect()
    }
}

pub(super) fn is_exact(support: Support) -> bool {
    support.level == SupportLevel::Exact
}

pub(super) fn is_impossible(support: Support) -> bool {
    support.level == SupportLevel::Impossible
}
