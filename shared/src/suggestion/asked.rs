//! Which answers a blueprint stands for by now.

use crate::answers::{Answers, Customization, Feature, Priority, TeamSize};
use crate::blueprint::{Blueprint, Cause, Reason, Settings};
use crate::platform::Platform;

/// The answers that `blueprint` stands for by now: those of `answers`, with what its reason says was asked for since.
///
/// Its reason is part of the document: it comes and goes with the steps that change it, and travels in files, so that
/// answers are never ahead of the blueprint. Nothing where nobody answered anything: nothing is guessed.
pub fn asked(answers: Option<&Answers>, platform: Platform, blueprint: &Blueprint) -> Option<Answers> {
    let stated = blueprint.reason.as_ref().and_then(stated);
    let customization = answers.map(|answers| answers.customization.clone()).unwrap_or_default();
    let customization = written_as(customization, &blueprint.settings);
    let asked = stated.or_else(|| answers.cloned())?;
    Some(Answers { platform, customization, ..asked })
}

/// The answers that a reason names; nothing where they are not whole.
fn stated(reason: &Reason) -> Option<Answers> {
    let causes = &reason.asked_by;
    let complexity = causes.iter().find_map(|cause| match cause {
        Cause::Complexity(complexity) => Some(*complexity),
        _ => None,
    })?;
    let team_size = causes.iter().find_map(|cause| match cause {
        Cause::TeamSize(size) => Some(*size),
        _ => None,
    });
    let has = |cause| causes.contains(&cause);
    Some(Answers {
        platform: Platform::Builtin,
        team_size: team_size.unwrap_or(TeamSize::JustMe),
        priorities: Priority::ALL.into_iter().filter(|it| has(Cause::Priority(*it))).collect(),
        features: Feature::ALL.into_iter().filter(|it| has(Cause::Feature(*it))).collect(),
        complexity,
        customization: Customization::default(),
    })
}

/// What is new is written as the blueprint is by now.
fn written_as(customization: Customization, settings: &Settings) -> Customization {
    Customization {
        language: settings.language,
        timezone: settings.timezone.clone(),
        date_format: settings.date_format,
        today: settings.sample_today,
        ..customization
    }
}
