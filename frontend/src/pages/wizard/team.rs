//! Fourth question: how many people, and how much structure.

use leptos::prelude::*;
use shared::answers::{Complexity, TeamSize};

use super::options;
use crate::components::RadioCards;
use crate::i18n::t;
use crate::state::draft::Draft;

/// Fourth question: how many people, and how much structure.
#[component]
pub(crate) fn Team(
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let choose_size = move |name: &str| {
        if let Some(size) = TeamSize::ALL.into_iter().find(|size| size.as_str() == name) {
            draft.set_team_size(size);
        }
    };
    let choose_complexity = move |name: &str| {
        if let Some(complexity) = Complexity::ALL.into_iter().find(|complexity| complexity.as_str() == name) {
            draft.set_complexity(complexity);
        }
    };
    view! {
        <RadioCards
            legend=t!("team_size.question")
            name="team_size"
            choices=TeamSize::ALL.map(options::team_size).to_vec()
            chosen=Signal::derive(move || draft.with(|answers| answers.team_size.as_str()))
            on_choose=choose_size
        />
        <RadioCards
            legend=t!("complexity.question")
            name="complexity"
            choices=Complexity::ALL.map(options::complexity).to_vec()
            chosen=Signal::derive(move || draft.with(|answers| answers.complexity.as_str()))
            on_choose=choose_complexity
        />
    }
}
