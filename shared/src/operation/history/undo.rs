//! Undoing and redoing one's own steps.

use super::{Change, Deed, History, Stamp, Step, StepId, effect, take_back};
use crate::blueprint::Blueprint;
use crate::operation::{Rejection, WORDS, apply};
use crate::words::Language;

/// What came of undoing or redoing.
#[derive(Clone, Debug, PartialEq)]
pub struct Reverted {
    /// The step that did it, to be sent; nothing if there was nothing to undo or redo.
    pub step: Option<Step>,
    /// Steps that were passed over on the way, the last one first. They are off the stack.
    pub skipped: Vec<Skipped>,
}

/// A step that can no longer be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Which.
    pub step: StepId,
    /// What it was called.
    pub label: String,
    /// Why it was passed over.
    pub why: Why,
}

/// Why a step was passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Others have since changed everything that it changed.
    NothingLeft,
    /// Others have since built upon it, or taken away what it needs.
    Rejected(Rejection),
    /// It was undone or redone already, or it lies too far back. The stacks are as they were.
    Gone,
}

#[derive(Clone, Copy)]
enum Way {
    Undo,
    Redo,
}

impl Way {
    fn back(self) -> Self {
        match self {
            Self::Undo => Self::Redo,
            Self::Redo => Self::Undo,
        }
    }
}

impl Skipped {
    /// That it was passed over and why, in a sentence; names are looked up in `blueprint`.
    pub fn sentence(&self, blueprint: &Blueprint, language: Language) -> String {
        let label = ("label", self.label.as_str());
        match &self.why {
            Why::NothingLeft => WORDS.fill(language, "skipped.nothing_left", &[label]),
            Why::Rejected(rejection) => {
                let why = rejection.sentence(blueprint, language);
                WORDS.fill(language, "skipped.rejected", &[label, ("why", &why)])
            }
            Why::Gone => WORDS.fill(language, "skipped.gone", &[label]),
        }
    }
}

impl History {
    /// Whether there is an own step to undo.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty() || self.open.as_ref().is_some_and(|open| !open.changes.is_empty())
    }

    /// Whether there is an undone step to redo.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// The own step that is undone next, and what it was called.
    pub fn undoes(&self) -> Option<(&StepId, &str)> {
        self.next(&self.undo)
    }

    /// The step that is redone next, and what it was called.
    pub fn redoes(&self) -> Option<(&StepId, &str)> {
        self.next(&self.redo)
    }

    fn next<'a>(&'a self, stack: &'a [StepId]) -> Option<(&'a StepId, &'a str)> {
        let step = stack.iter().rev().find_map(|id| self.find(id))?;
        Some((&step.id, self.plain_label(step)))
    }

    /// Undoes the last of one's own steps whose effect still stands; an open step is committed first.
    ///
    /// What others have set since stays as they set it.
    pub fn undo(&mut self, blueprint: &mut Blueprint, stamp: Stamp) -> Reverted {
        self.commit(blueprint);
        self.go(blueprint, stamp, Way::Undo)
    }

    /// Redoes the last undone step whose undoing still stands; an open step is committed first, after which there is
    /// nothing to redo.
    pub fn redo(&mut self, blueprint: &mut Blueprint, stamp: Stamp) -> Reverted {
        self.commit(blueprint);
        self.go(blueprint, stamp, Way::Redo)
    }

    /// Undoes this one of one's own steps, whatever was done after it, and no other; an open step is committed first.
    pub fn undo_step(&mut self, blueprint: &mut Blueprint, stamp: Stamp, step: &StepId) -> Reverted {
        self.commit(blueprint);
        self.go_to(blueprint, stamp, Way::Undo, step)
    }

    /// Redoes what this step undid, and nothing else; an open step is committed first, after which there is nothing to
    /// redo.
    pub fn redo_step(&mut self, blueprint: &mut Blueprint, stamp: Stamp, step: &StepId) -> Reverted {
        self.commit(blueprint);
        self.go_to(blueprint, stamp, Way::Redo, step)
    }

    /// Takes steps off one stack until one can be reverted, which then lies on the other.
    fn go(&mut self, blueprint: &mut Blueprint, stamp: Stamp, way: Way) -> Reverted {
        let mut skipped = Vec::new();
        while let Some(id) = self.stack(way).pop() {
            let Some(of) = self.find(&id).cloned() else { continue };
            match self.revert(blueprint, stamp.clone(), way, &of) {
                Ok(step) => return Reverted { step: Some(step), skipped },
                Err(passed) => skipped.push(passed),
            }
        }
        Reverted { step: None, skipped }
    }

    /// Takes one step off a stack, wherever it lies in it, and reverts it where it can be.
    fn go_to(&mut self, blueprint: &mut Blueprint, stamp: Stamp, way: Way, id: &StepId) -> Reverted {
        let of = self.find(id).cloned();
        let at = self.stack(way).iter().rposition(|other| other == id);
        let reverted = match (at, of) {
            (Some(at), Some(of)) => {
                self.stack(way).remove(at);
                self.revert(blueprint, stamp, way, &of)
            }
            (_, of) => {
                let told = of.map(|of| self.plain_label(&of).to_owned());
                let label = told.or(stamp.label).unwrap_or_default();
                Err(Skipped { step: id.clone(), label, why: Why::Gone })
            }
        };
        match reverted {
            Ok(step) => Reverted { step: Some(step), skipped: Vec::new() },
            Err(passed) => Reverted { step: None, skipped: vec![passed] },
        }
    }

    /// Reverts a step that is off its stack; the step that does it lies on the other.
    fn revert(
        &mut self,
        blueprint: &mut Blueprint,
        stamp: Stamp,
        way: Way,
        of: &Step,
    ) -> Result<Step, Skipped> {
        let passed = |why| Skipped { step: of.id.clone(), label: self.plain_label(of).to_owned(), why };
        let changes = revert(blueprint, of).map_err(passed)?;
        let (key, deed) = match way {
            Way::Undo => ("history.undid", Deed::Undid(of.id.clone())),
            Way::Redo => ("history.redid", Deed::Redid(of.id.clone())),
        };
        let told = || stamp.tell(key, self.plain_label(of));
        let label = Some(stamp.label.clone().unwrap_or_else(told));
        let step = Stamp { label, ..stamp }.step(deed, changes, None);
        self.stack(way.back()).push(step.id.clone());
        self.steps.push(step.clone());
        self.fold(blueprint);
        Ok(step)
    }

    fn stack(&mut self, way: Way) -> &mut Vec<StepId> {
        match way {
            Way::Undo => &mut self.undo,
            Way::Redo => &mut self.redo,
        }
    }

    /// What the step was called that this one undoes, redoes, or is.
    fn plain_label<'a>(&'a self, step: &'a Step) -> &'a str {
        let of = |step: &'a Step| match &step.deed {
            Deed::Undid(of) | Deed::Redid(of) => self.find(of),
            Deed::Did | Deed::Restored(_) => None,
        };
        let chain = std::iter::successors(Some(step), |step| of(step));
        // Each names an earlier one; what was stored otherwise must not go in circles.
        chain.take(self.steps.len()).last().map_or(&step.label, |step| &step.label)
    }

    pub(super) fn find(&self, id: &StepId) -> Option<&Step> {
        self.steps.iter().rev().find(|step| step.id == *id)
    }
}

/// Undoes what still stands of a step, all or nothing of it.
fn revert(blueprint: &mut Blueprint, step: &Step) -> Result<Vec<Change>, Why> {
    let mut done: Vec<Change> = Vec::new();
    for change in step.changes.iter().rev() {
        let Some(operation) = effect::standing(blueprint, change) else { continue };
        match apply(blueprint, operation.clone()) {
            Ok(inverse) if inverse.undoes_nothing_of(&operation) => {}
            Ok(inverse) => done.push(Change::new(blueprint, operation, inverse)),
            Err(rejection) => {
                take_back(blueprint, &done);
                return Err(Why::Rejected(rejection));
            }
        }
    }
    if done.is_empty() { Err(Why::NothingLeft) } else { Ok(done) }
}
