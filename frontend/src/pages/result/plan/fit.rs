//! How much of the system fits, as a bar and as numbers that narrow the plan down.

use leptos::prelude::*;
use shared::platform::SupportLevel;

use super::super::outcome::{OUTCOMES, OutcomeBar, name, spoken};
use super::super::store::System;
use super::store::Shown;
use crate::i18n::{t, use_i18n};

/// How much of the system fits; a number narrows the plan down to what it counts.
#[component]
pub(super) fn FitFilter(
    /// The system.
    system: System,
    /// What of the plan is on show.
    shown: Shown,
) -> impl IntoView {
    let i18n = use_i18n();
    let fit = Memo::new(move |_| system.plan.with(|plan| plan.fit()));
    let tally = move |outcome: SupportLevel| {
        let count = move || fit.get().of(outcome);
        view! {
            <li>
                <button
                    type="button"
                    class=format!("tally {}", name(outcome))
                    aria-pressed=move || shown.is_only(outcome).to_string()
                    disabled=move || count() == 0
                    on:click=move |_| shown.toggle(outcome)
                >
                    <span class="tally-number">{count}</span>
                    <span class="tally-name">{move || spoken(i18n, outcome)}</span>
                </button>
            </li>
        }
    };
    view! {
        {move || view! { <OutcomeBar fit=fit.get()/> }}
        <ul class="tallies" aria-label=t!("plan.filter")>{OUTCOMES.map(tally).collect_view()}</ul>
    }
}
