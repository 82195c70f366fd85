//! What would do a system good, each as one step: a reason in words, what it brings, and the operations that bring
//! exactly that to the blueprint as the person has edited it.
//!
//! A suggestion is a change of answers. What it brings is the difference between the design before and after, brought
//! into the blueprint three ways: what the person changed stays, and what they removed does not come back, unless it
//! is what they ask for now.

mod asked;
mod step;
#[cfg(test)]
mod tests;

pub use asked::asked;

use step::{Sides, with_room};

use crate::advice::{self, Advice, Effect, Kind, Pick, WORDS, advise};
use crate::answers::{Answers, Feature, Priority};
use crate::blueprint::Blueprint;
use crate::operation::Operation;
use crate::platform::Platform;
use crate::words::Language;

/// Something that would do a system good.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// What it asks for.
    pub pick: Pick,
    /// Whether it suits the other answers; the others are there for whoever wants them.
    pub is_recommended: bool,
    /// What it does, as the name of its step: `Add reminders`.
    pub title: String,
    /// Why, in a sentence.
    pub reason: String,
    /// What speaks against it, in a sentence.
    pub caution: Option<String>,
    /// What it brings and takes away.
    pub effect: Effect,
    /// What does that to the blueprint: one step.
    pub operations: Vec<Operation>,
}

/// Everything to suggest for `blueprint`, told in `language`: first what suits it best. Deterministic; nothing where
/// nobody answered anything, and nothing that would change nothing.
pub fn suggest(
    answers: Option<&Answers>,
    platform: Platform,
    blueprint: &Blueprint,
    language: Language,
) -> Vec<Suggestion> {
    let Some(asked) = asked(answers, platform, blueprint) else { return Vec::new() };
    let advice = advise(&asked, language);
    let sides = Sides::new(&asked, blueprint);
    let suggestion = |pick: Pick| {
        let changed = with_room(&asked, pick);
        let step = sides.step(pick, &changed)?;
        let recommended = advice.iter().find(|it| it.kind == Kind::Recommendation && it.subject == pick);
        let when = || advice::when(pick, language).unwrap_or_default().to_owned();
        Some(Suggestion {
            pick,
            is_recommended: recommended.is_some(),
            title: title(pick, language),
            reason: recommended.map_or_else(when, |advice| advice.sentence.clone()),
            caution: caution(&advice, &changed, pick, language),
            effect: step.effect,
            operations: step.operations,
        })
    };
    picks(&asked, &advice).into_iter().filter_map(suggestion).collect()
}

/// What is recommended, then features, then priorities that were not asked for.
fn picks(asked: &Answers, advice: &[Advice]) -> Vec<Pick> {
    let recommended = advice.iter().filter(|advice| advice.kind == Kind::Recommendation);
    let mut picks: Vec<_> = recommended.map(|advice| advice.subject).collect();
    let features = Feature::ALL.into_iter().map(Pick::Feature);
    let others: Vec<_> = features.chain(Priority::ALL.into_iter().map(Pick::Priority)).collect();
    picks.extend(others.into_iter().filter(|pick| !picks.contains(pick)).collect::<Vec<_>>());
    picks.retain(|pick| !pick.is_taken(asked));
    picks
}

/// What it does, in words: the name of its step.
fn title(pick: Pick, language: Language) -> String {
    WORDS.get(language, &format!("suggest.{}.{}", pick.group(), pick.value())).to_owned()
}

/// What would pull apart that does not yet.
fn caution(before: &[Advice], changed: &Answers, pick: Pick, language: Language) -> Option<String> {
    let is_known =
        |advice: &Advice| before.iter().any(|it| it.rule == advice.rule && it.subject == advice.subject);
    let conflicts = advise(changed, language).into_iter().filter(|it| it.kind != Kind::Recommendation);
    let mut fresh: Vec<_> = conflicts.filter(|it| !is_known(it)).collect();
    fresh.sort_by_key(|advice| (advice.subject != pick, std::cmp::Reverse(advice.kind)));
    fresh.into_iter().next().map(|advice| advice.sentence)
}
