//! Reasons: which answers asked for an element, for programs and in a sentence.

use super::form::{Form, Part};
use crate::blueprint::{Cause, Reason};

/// The reason of an element that `causes` ask for; nothing when no answer gives one of them.
pub(super) fn of(form: &Form<'_>, causes: &[Cause]) -> Option<Reason> {
    let asked_by = form.asking(causes);
    (!asked_by.is_empty()).then(|| Reason { sentence: sentence(form, &asked_by), asked_by })
}

/// Says in `reason` that the element stands in for a table that the complexity does not allow.
pub(super) fn instead_of_table(form: &Form<'_>, part: Part, reason: &mut Reason) {
    let complexity = Cause::Complexity(form.answers.complexity);
    reason.asked_by.push(complexity);
    let table = form.word(&format!("tbl_{}.name", part.key()));
    let limit = label(form, complexity);
    let note = form.fill("reason.instead_of_table", &[("table", &table), ("complexity", &limit)]);
    add_note(reason, &note);
}

/// Adds a sentence to a reason.
pub(super) fn add_note(reason: &mut Reason, note: &str) {
    reason.sentence.push(' ');
    reason.sentence.push_str(note);
}

/// Why the whole system looks as it does: every answer, and what the answers together leave out.
pub(super) fn of_blueprint(form: &Form<'_>) -> Reason {
    let asked_by = form.everything();
    let mut reason = Reason { sentence: sentence(form, &asked_by), asked_by };
    let denied = form.denied().map(|part| form.word(&format!("tbl_{}.name", part.key())));
    let denied: Vec<_> = denied.collect();
    if !denied.is_empty() {
        add_note(&mut reason, &form.fill("reason.denied", &[("tables", &form.language().list(&denied))]));
    }
    if form.is_lean() {
        add_note(&mut reason, &form.word("reason.lean"));
    }
    reason
}

fn sentence(form: &Form<'_>, asked_by: &[Cause]) -> String {
    let always = asked_by.contains(&Cause::Always).then(|| form.word("reason.always"));
    let labels = asked_by.iter().filter(|cause| **cause != Cause::Always).map(|cause| label(form, *cause));
    let labels = form.language().list(&labels.collect::<Vec<_>>());
    let asked = (!labels.is_empty()).then(|| form.fill("reason.asked", &[("causes", &labels)]));
    always.into_iter().chain(asked).collect::<Vec<_>>().join(" ")
}

/// What people call an answer.
fn label(form: &Form<'_>, cause: Cause) -> String {
    let key = match cause {
        Cause::Always => "cause.always".to_owned(),
        Cause::Feature(feature) => format!("cause.feature.{}", feature.as_str()),
        Cause::Priority(priority) => format!("cause.priority.{}", priority.as_str()),
        Cause::TeamSize(size) => format!("cause.team_size.{}", size.as_str()),
        Cause::Complexity(complexity) => format!("cause.complexity.{}", complexity.as_str()),
        Cause::Customization => "cause.customization".to_owned(),
    };
    form.word(&key)
}
