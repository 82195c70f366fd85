//! Gathering problems: where one stands, and its words.

use super::{Problem, ProblemKind};
use crate::api::pointer::join;
use crate::words::{Language, Topic, topic};

/// Most problems that are reported; whoever has so many mends some and looks again.
pub const PROBLEMS_MAX: usize = 1_000;
/// Longest value that a sentence repeats, in characters.
const VALUE_MAX: usize = 80;

pub(crate) static WORDS: Topic = topic!("problems");

/// A place in the blueprint. It becomes text only when there is a problem, so that sound blueprints are quick.
#[derive(Clone, Copy, Debug)]
pub(super) struct At<'p> {
    parent: Option<&'p At<'p>>,
    step: Step<'p>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'p> {
    Root,
    Key(&'p str),
    Index(usize),
}

impl<'p> At<'p> {
    pub(super) const ROOT: At<'static> = At { parent: None, step: Step::Root };

    pub(super) fn key(&'p self, key: &'p str) -> At<'p> {
        At { parent: Some(self), step: Step::Key(key) }
    }

    pub(super) fn index(&'p self, index: usize) -> At<'p> {
        At { parent: Some(self), step: Step::Index(index) }
    }

    pub(super) fn pointer(&self) -> String {
        let parent = self.parent.map_or_else(|| "#".to_owned(), At::pointer);
        match self.step {
            Step::Root => parent,
            Step::Key(key) => join(&parent, key),
            Step::Index(index) => join(&parent, index),
        }
    }
}

/// The problems found so far.
#[derive(Debug)]
pub(super) struct Report {
    language: Language,
    problems: Vec<Problem>,
}

impl Report {
    pub(super) fn new(language: Language) -> Self {
        Self { language, problems: Vec::new() }
    }

    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// Adds a problem with the value that breaks the rule.
    pub(super) fn add(&mut self, at: At<'_>, code: ProblemKind, value: &str) {
        self.add_with(at, code, value, &[]);
    }

    /// Adds a problem with the value that breaks the rule, and more for its sentences.
    pub(super) fn add_with(&mut self, at: At<'_>, code: ProblemKind, value: &str, more: &[(&str, &str)]) {
        if self.problems.len() >= PROBLEMS_MAX {
            return;
        }
        let value = shortened(value);
        let mut values = vec![("value", value.as_str())];
        values.extend_from_slice(more);
        let text = |part: &str| WORDS.fill(self.language, &format!("{}.{part}", code.as_str()), &values);
        let (sentence, fix) = (text("sentence"), text("fix"));
        self.problems.push(Problem { pointer: at.pointer(), severity: code.severity(), code, sentence, fix });
    }

    pub(super) fn finish(self) -> Vec<Problem> {
        self.problems
    }
}

/// A value as a sentence repeats it: on one line, and not endless.
fn shortened(value: &str) -> String {
    let mut text: String =
        value.chars().take(VALUE_MAX).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.len() < value.len() {
        text.push('…');
    }
    text
}
