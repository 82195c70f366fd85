//! What a person should know before setting the system up.

use leptos::prelude::*;
use shared::validate::{Problem, Severity};

use super::store::System;
use crate::components::{Banner, Disclosure, Tone};
use crate::i18n::{t, use_i18n};

/// What a person should know before setting the system up; nothing where there is nothing.
#[component]
pub(crate) fn Problems(
    /// The system.
    system: System,
) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let problems = system.problems.get();
        let worst = problems.iter().map(|problem| problem.severity).max()?;
        let summary = i18n.count("problems", problems.len());
        Some(view! {
            <div class="problems">
                <Banner tone=tone(worst) text=summary/>
                <Disclosure summary=t!("problems.show")>
                    <ul class="problem-list">{problems.iter().map(item).collect_view()}</ul>
                </Disclosure>
            </div>
        })
    }
}

fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Notice => Tone::Info,
        Severity::Warning => Tone::Warning,
        Severity::Error => Tone::Error,
    }
}

fn item(problem: &Problem) -> impl IntoView + use<> {
    view! {
        <li>
            <p>{problem.sentence.clone()}</p>
            <p class="hint">{problem.fix.clone()}</p>
        </li>
    }
}
