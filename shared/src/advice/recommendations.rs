//! What suits the platform and the team.

use crate::answers::{Answers, Complexity, Feature, Priority, TeamSize};
use crate::blueprint::KindName;
use crate::platform::SupportLevel;

use super::case::{Case, is_exact, is_impossible};
use super::conflicts::{self, PRIORITIES_MAX};
use super::{Change, Finding, Kind, Pick, apply};

/// A rule: the key of its reason, what it recommends, and when.
type Rule = (&'static str, Pick, fn(&Case<'_>) -> bool);

const fn priority(rule: &'static str, priority: Priority, holds: fn(&Case<'_>) -> bool) -> Rule {
    (rule, Pick::Priority(priority), holds)
}

const fn feature(rule: &'static str, feature: Feature, holds: fn(&Case<'_>) -> bool) -> Rule {
    (rule, Pick::Feature(feature), holds)
}

/// Every rule beside that for the complexity, the most useful first: where there is no room for all of them,
/// the first ones win.
const RULES: [Rule; 10] = [
    priority("recommend.organization", Priority::Organization, |case| {
        case.of.field(KindName::Relation).level == SupportLevel::Exact
    }),
    priority("recommend.collaboration", Priority::Collaboration, |case| {
        case.is_team_of(TeamSize::SixToTwenty)
    }),
    priority("recommend.automation", Priority::Automation, |case| is_exact(case.of.automations)),
    priority("recommend.simplicity", Priority::Simplicity, |case| case.fields_are_text()),
    feature("recommend.tags", Feature::Tags, |case| !case.values(Priority::Organization)),
    feature("recommend.timeline", Feature::Timeline, |case| case.time_views().into_iter().all(is_exact)),
    feature("recommend.projects", Feature::Projects, |case| case.is_team_of(TeamSize::SixToTwenty)),
    feature("recommend.reminders", Feature::Reminders, |case| {
        is_exact(case.of.automations)
            || case.is_team_of(TeamSize::TwoToFive) && !is_impossible(case.of.automations)
    }),
    feature("recommend.dashboard", Feature::Dashboard, |case| {
        case.is_team_of(TeamSize::SixToTwenty) && case.draws_charts()
    }),
    feature("recommend.exports", Feature::Exports, |case| case.values(Priority::Portability)),
];

/// Every recommendation for `answers`. Each is taken on trial before the next one is looked at: one that would
/// bring a conflict is none.
pub(super) fn of(answers: &Answers) -> Vec<Finding> {
    let now = conflicts::of(&Case::new(answers));
    let (complexity, mut trial) = complexity(answers);
    let before = conflicts::of(&Case::new(&trial));
    let mut found = vec![complexity];
    for (rule, subject, holds) in RULES {
        let case = Case::new(&trial);
        let is_warned = now.iter().any(|finding| finding.subject == subject);
        if is_warned || !holds(&case) || case.lacks_place(subject) {
            continue;
        }
        let remedy: Vec<_> = (!case.has(subject)).then_some(Change::Take(subject)).into_iter().collect();
        let tried = apply(&trial, &remedy);
        if is_welcome(subject, &before, &conflicts::of(&Case::new(&tried))) {
            found.push(Finding { kind: Kind::Recommendation, rule, subject, remedy });
            trial = tried;
        }
    }
    found
}

/// The complexity that suits the answers, and the answers with it.
fn complexity(answers: &Answers) -> (Finding, Answers) {
    let case = Case::new(answers);
    let fitting = case.fitting();
    let rule = match (fitting, case.ceiling()) {
        (Complexity::Simple, Complexity::Simple) => "recommend.simple_for_platform",
        (Complexity::Simple, _) => "recommend.simple",
        (Complexity::Moderate, Complexity::Moderate) => "recommend.moderate_for_platform",
        (Complexity::Moderate, _) => "recommend.moderate",
        (Complexity::Advanced, _) => "recommend.advanced",
    };
    let subject = Pick::Complexity(fitting);
    let remedy: Vec<_> = (!case.has(subject)).then_some(Change::Take(subject)).into_iter().collect();
    let changed = apply(answers, &remedy);
    (Finding { kind: Kind::Recommendation, rule, subject, remedy }, changed)
}

impl Case<'_> {
    /// Whether one more priority would be one too many.
    fn lacks_place(&self, subject: Pick) -> bool {
        let is_new = matches!(subject, Pick::Priority(_)) && !self.has(subject);
        is_new && self.answers.priorities.len() >= PRIORITIES_MAX
    }
}

/// Whether nothing speaks against `subject`, and nothing speaks up that did not before.
fn is_welcome(subject: Pick, before: &[Finding], after: &[Finding]) -> bool {
    let is_known = |finding: &Finding| before.iter().any(|known| known.is_same(finding));
    after.iter().all(|finding| finding.subject != subject && is_known(finding))
}
