//! What to tell somebody who is answering: which options suit them, where answers pull apart and what happens then,
//! what an option would add, and how long the system takes to set up.
//!
//! Read it in this order: `pick` names options and changes, [`effect()`] says what a change does to the design,
//! `case` reads answers together with what their platform can do, `conflicts` and `recommendations` hold the rules,
//! a rule a paragraph, and [`estimate()`] counts seconds. Nothing here knows a platform by name: what it
//! cannot do is a capability it does not declare.

mod case;
mod conflicts;
mod effect;
mod estimate;
mod pick;
mod recommendations;
#[cfg(test)]
mod tests;

pub use effect::{Effect, Element, ElementKind, between, effect};
pub use estimate::{Estimate, Way, estimate};
pub use pick::{Change, Pick, apply};

use crate::answers::Answers;
use crate::words::{Language, Topic, topic};

use case::Case;

pub(crate) static WORDS: Topic = topic!("advice");

/// A sentence of advice and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// How it is meant.
    pub kind: Kind,
    /// Which rule gives it; a rule speaks at most once of a subject.
    pub rule: &'static str,
    /// The option it is about.
    pub subject: Pick,
    /// What is so, and what happens because of it.
    pub sentence: String,
    /// The changes that follow the advice; empty where it is followed already, or where nothing needs to change.
    pub remedy: Vec<Change>,
}

/// How advice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The subject suits the other answers.
    Recommendation,
    /// Answers pull apart, and the design settles it well.
    Notice,
    /// Part of what was asked for will not be there.
    Warning,
}

/// Everything to tell about `answers`, in `language`: first where they pull apart, then what suits them.
///
/// Deterministic. Following a piece of advice takes it away, following one after the other comes to an end, and
/// following every recommendation at once brings nothing new that would have to be changed.
pub fn advise(answers: &Answers, language: Language) -> Vec<Advice> {
    let case = Case::new(answers);
    let conflicts = conflicts::of(&case);
    let recommendations = recommendations::of(answers);
    conflicts.into_iter().chain(recommendations).map(|finding| finding.say(&case, language)).collect()
}

/// The changes that take every recommendation in `advice`.
pub fn recommended_changes(advice: &[Advice]) -> Vec<Change> {
    let recommended = advice.iter().filter(|advice| advice.kind == Kind::Recommendation);
    recommended.flat_map(|advice| advice.remedy.iter().copied()).collect()
}

/// When an option is the right one, in a sentence; nothing for platforms, whose capabilities say it.
pub fn when(pick: Pick, language: Language) -> Option<&'static str> {
    WORDS.find(language, &format!("when.{}.{}", pick.group(), pick.value()))
}

/// A rule that holds, before it is put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Finding {
    kind: Kind,
    rule: &'static str,
    subject: Pick,
    remedy: Vec<Change>,
}

impl Finding {
    /// Whether both are the same rule about the same subject.
    fn is_same(&self, other: &Self) -> bool {
        self.rule == other.rule && self.subject == other.subject
    }

    fn say(self, case: &Case<'_>, language: Language) -> Advice {
        let tables = case.tables_without_room(language);
        let count = case.tables_asked().to_string();
        let values = [("platform", case.of.name), ("tables", tables.as_str()), ("count", count.as_str())];
        let sentence = WORDS.fill(language, self.rule, &values);
        Advice { kind: self.kind, rule: self.rule, subject: self.subject, sentence, remedy: self.remedy }
    }
}
