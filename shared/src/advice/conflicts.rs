//! Where answers pull apart: with each other, or with what the platform can do.

use crate::answers::{Complexity, Feature, Priority, TeamSize};

use super::case::{Case, is_impossible};
use super::{Change, Finding, Kind, Pick};

/// More priorities than these pull a design apart.
pub(super) const PRIORITIES_MAX: usize = 4;
/// Features from which on little is left to leave out.
const MANY_FEATURES: usize = 5;

/// Every conflict of `case`, in the order in which the questions come.
pub(super) fn of(case: &Case<'_>) -> Vec<Finding> {
    let rules = [
        shared_files,
        people_as_text,
        many_priorities,
        no_automation,
        numbers_without_charts,
        alone_together,
        simplicity_advanced,
        simplicity_features,
        no_timeline,
        no_charts,
        no_alerts,
        weak_relations,
        no_room,
    ];
    rules.into_iter().filter_map(|rule| rule(case)).collect()
}

fn notice(rule: &'static str, subject: Pick, remedy: Vec<Change>) -> Option<Finding> {
    Some(Finding { kind: Kind::Notice, rule, subject, remedy })
}

fn warning(rule: &'static str, subject: Pick, remedy: Vec<Change>) -> Option<Finding> {
    Some(Finding { kind: Kind::Warning, rule, subject, remedy })
}

/// A folder on a device, and people who all need it.
fn shared_files(case: &Case<'_>) -> Option<Finding> {
    let subject = Pick::TeamSize(case.answers.team_size);
    match case.is_folder() && case.is_team_of(TeamSize::TwoToFive) {
        true if case.is_team_of(TeamSize::SixToTwenty) => warning("conflict.shared_files", subject, vec![]),
        true => notice("conflict.shared_files", subject, vec![]),
        false => None,
    }
}

/// A team, and a platform that knows nobody.
fn people_as_text(case: &Case<'_>) -> Option<Finding> {
    let holds = case.people_are_text() && !case.is_folder() && case.is_team_of(TeamSize::TwoToFive);
    holds.then(|| notice("conflict.people_as_text", Pick::TeamSize(case.answers.team_size), vec![]))?
}

fn many_priorities(case: &Case<'_>) -> Option<Finding> {
    let mut priorities = case.answers.priorities.clone();
    priorities.sort_unstable();
    let beyond = priorities.iter().skip(PRIORITIES_MAX).map(|priority| Pick::Priority(*priority));
    let subject = beyond.clone().next()?;
    notice("conflict.many_priorities", subject, beyond.map(Change::Leave).collect())
}

fn no_automation(case: &Case<'_>) -> Option<Finding> {
    let holds = case.values(Priority::Automation) && is_impossible(case.of.automations);
    let remedy = || case.leave(Priority::Automation);
    holds.then(|| warning("conflict.no_automation", Pick::Priority(Priority::Automation), remedy()))?
}

/// Analytics on a platform without charts: the numbers are worth keeping all the same.
fn numbers_without_charts(case: &Case<'_>) -> Option<Finding> {
    let asks_for_charts = case.has(Pick::Feature(Feature::Dashboard));
    let holds = case.values(Priority::Analytics) && case.lacks_charts() && !asks_for_charts;
    let subject = Pick::Priority(Priority::Analytics);
    holds.then(|| notice("conflict.numbers_without_charts", subject, vec![]))?
}

fn alone_together(case: &Case<'_>) -> Option<Finding> {
    let holds = case.values(Priority::Collaboration) && !case.is_team_of(TeamSize::TwoToFive);
    let remedy = || case.leave(Priority::Collaboration);
    holds.then(|| notice("conflict.alone_together", Pick::Priority(Priority::Collaboration), remedy()))?
}

/// Advanced systems keep everything, so that simplicity has no say.
fn simplicity_advanced(case: &Case<'_>) -> Option<Finding> {
    let is_advanced = case.answers.complexity == Complexity::Advanced;
    let remedy = || match case.with_room() {
        Complexity::Advanced => case.leave(Priority::Simplicity),
        _ => vec![Change::Take(Pick::Complexity(Complexity::Moderate))],
    };
    let holds = case.values(Priority::Simplicity) && is_advanced && !has_many_features(case);
    holds.then(|| notice("conflict.simplicity_advanced", Pick::Priority(Priority::Simplicity), remedy()))?
}

fn simplicity_features(case: &Case<'_>) -> Option<Finding> {
    let holds = case.values(Priority::Simplicity) && has_many_features(case);
    let remedy = || case.leave(Priority::Simplicity);
    holds.then(|| notice("conflict.simplicity_features", Pick::Priority(Priority::Simplicity), remedy()))?
}

fn has_many_features(case: &Case<'_>) -> bool {
    case.answers.features.len() >= MANY_FEATURES
}

fn no_timeline(case: &Case<'_>) -> Option<Finding> {
    let subject = Pick::Feature(Feature::Timeline);
    let holds = case.has(subject) && case.time_views().into_iter().all(is_impossible);
    holds.then(|| warning("conflict.no_timeline", subject, vec![Change::Leave(subject)]))?
}

fn no_charts(case: &Case<'_>) -> Option<Finding> {
    let subject = Pick::Feature(Feature::Dashboard);
    let holds = case.has(subject) && case.lacks_charts();
    holds.then(|| warning("conflict.no_charts", subject, vec![Change::Leave(subject)]))?
}

/// Reminders on a platform that reminds nobody: the due dates are worth keeping all the same.
fn no_alerts(case: &Case<'_>) -> Option<Finding> {
    let subject = Pick::Feature(Feature::Reminders);
    let holds = case.has(subject) && is_impossible(case.of.automations);
    holds.then(|| notice("conflict.no_alerts", subject, vec![]))?
}

/// More structure than the platform holds together.
fn weak_relations(case: &Case<'_>) -> Option<Finding> {
    let (ceiling, chosen) = (case.ceiling(), case.answers.complexity);
    // Moderate is more than simple only from the second table on.
    let is_used = chosen == Complexity::Advanced || case.with_room() > Complexity::Simple;
    if chosen <= ceiling || !is_used {
        return None;
    }
    let remedy = vec![Change::Take(Pick::Complexity(ceiling))];
    match ceiling {
        Complexity::Simple => warning("conflict.relations_as_text", Pick::Complexity(chosen), remedy),
        _ => notice("conflict.weak_relations", Pick::Complexity(chosen), remedy),
    }
}

/// Tables that were asked for and have become fields. Where more structure would not suit the platform or go
/// against simplicity, that is as it should be.
fn no_room(case: &Case<'_>) -> Option<Finding> {
    if !case.lacks_room() {
        return None;
    }
    let with_room = case.with_room();
    let is_simple = case.values(Priority::Simplicity) && with_room == Complexity::Advanced;
    let suits = with_room <= case.ceiling() && !is_simple;
    let remedy = suits.then_some(Change::Take(Pick::Complexity(with_room)));
    notice("conflict.no_room", Pick::Complexity(case.answers.complexity), remedy.into_iter().collect())
}
