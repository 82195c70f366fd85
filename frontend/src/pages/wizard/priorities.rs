//! Second question: what matters most.

use leptos::prelude::*;
use shared::answers::Priority;

use super::options;
use crate::components::{Banner, CheckCards, Tone};
use crate::i18n::{t, use_i18n};
use crate::state::draft::Draft;

/// More than these pull the design apart.
const RECOMMENDED_MAX: usize = 4;

/// Second question: what matters most.
#[component]
pub(crate) fn Priorities(
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let i18n = use_i18n();
    let toggle = move |name: &str| {
        if let Some(priority) = Priority::ALL.into_iter().find(|priority| priority.as_str() == name) {
            draft.toggle_priority(priority);
        }
    };
    let chosen =
        move || draft.with(|answers| answers.priorities.iter().map(|priority| priority.as_str()).collect());
    let count = Memo::new(move |_| draft.with(|answers| answers.priorities.len()));
    view! {
        <CheckCards
            legend=t!("step.priorities.title")
            name="priority"
            choices=Priority::ALL.map(options::priority).to_vec()
            chosen=Signal::derive(chosen)
            on_toggle=toggle
        />
        <div class="below-choices" aria-live="polite">
            {move || match count.get() {
                // Said beside the way on, which stays in sight.
                0 => ().into_any(),
                chosen if chosen > RECOMMENDED_MAX => {
                    view! { <Banner tone=Tone::Info text=t!("priorities.many")/> }.into_any()
                }
                chosen => view! { <p class="hint">{i18n.count("priorities.chosen", chosen)}</p> }.into_any(),
            }}
        </div>
    }
}
