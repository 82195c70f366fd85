//! Third question: which parts the system gets.

use leptos::prelude::*;
use shared::answers::Feature;

use super::options;
use crate::components::CheckCards;
use crate::i18n::t;
use crate::state::draft::Draft;

/// Third question: which parts the system gets.
#[component]
pub(crate) fn Features(
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let toggle = move |name: &str| {
        if let Some(feature) = Feature::ALL.into_iter().find(|feature| feature.as_str() == name) {
            draft.toggle_feature(feature);
        }
    };
    let chosen =
        move || draft.with(|answers| answers.features.iter().map(|feature| feature.as_str()).collect());
    view! {
        <CheckCards
            legend=t!("step.features.title")
            name="feature"
            choices=Feature::ALL.map(options::feature).to_vec()
            chosen=Signal::derive(chosen)
            on_toggle=toggle
        />
    }
}
