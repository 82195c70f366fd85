//! An automation as a sentence.

use leptos::prelude::*;
use shared::plan::sentences;

use super::Ruled;
use crate::pages::result::sentence::Sentence;

/// The whole rule as a sentence, in the language of what is made, a moment after each edit.
#[component]
pub(super) fn SaidRule(
    /// The automation.
    ruled: Ruled,
) -> impl IntoView {
    let bench = ruled.bench;
    let pieces = Memo::new(move |_| {
        let at = |it: &shared::blueprint::Blueprint| {
            let at = ruled.id.with_value(|id| it.automations.iter().position(|it| it.id == *id));
            at.and_then(|at| sentences(it).into_iter().nth(at)).unwrap_or_default()
        };
        bench.settled.with(|blueprint| at(blueprint))
    });
    let language = Memo::new(move |_| bench.settled.with(|it| it.settings.language));
    view! {
        <p class="clause-said" lang=move || language.get().tag() dir="auto" aria-live="polite">
            {move || view! { <Sentence pieces=pieces.get()/> }}
        </p>
    }
}
