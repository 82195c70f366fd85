//! What is wrong, and the way to it.

use leptos::prelude::*;
use shared::operation::ElementId;
use shared::validate::{Problem, Severity};

use super::mend::MendButton;
use crate::components::{EmptyState, Glyph, Icon};
use crate::i18n::{t, use_i18n};
use crate::pages::builder::store::use_workbench;
use crate::pages::result::store::System;

/// For so many it is tried out what mends them; whoever has more mends some and looks again.
const MENDABLE_MAX: usize = 40;

/// Everything that is wrong, the worst first; each leads to what it is about.
#[component]
pub(super) fn ProblemsPanel() -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let (system, language) = (expect_context::<System>(), bench.written());
    let line = move |(at, problem): (usize, &Problem)| {
        let element = bench.settled.with(|blueprint| ElementId::at(blueprint, &problem.pointer));
        let (glyph, key) = look(problem.severity);
        view! {
            <li>
                <button type="button" class="side-line" on:click=move |_| bench.lead_to(element.clone())>
                    <span class="side-line-head">
                        <span class="visually-hidden">{move || i18n.text(key)}</span>
                        <Icon glyph/>
                        <span lang=move || language.get().tag()>{problem.sentence.clone()}</span>
                    </span>
                    <span class="hint" lang=move || language.get().tag()>{problem.fix.clone()}</span>
                </button>
                {(at < MENDABLE_MAX).then(|| view! { <MendButton problem=problem.clone()/> })}
            </li>
        }
    };
    move || {
        let problems = system.problems.get();
        if problems.is_empty() {
            return view! {
                <EmptyState
                    glyph=Glyph::Check
                    title=t!("builder.problems.none.title")
                    text=t!("builder.problems.none.text")
                />
            }
            .into_any();
        }
        let mut sorted: Vec<_> = problems.iter().collect();
        sorted.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
        view! {
            <h2 class="side-title">{i18n.count("builder.problems", problems.len())}</h2>
            <ul class="side-lines">{sorted.into_iter().enumerate().map(line).collect_view()}</ul>
        }
        .into_any()
    }
}

/// The shape of a severity, and the key of its word.
pub(super) fn look(severity: Severity) -> (Glyph, &'static str) {
    match severity {
        Severity::Notice => (Glyph::Info, "builder.severity.notice"),
        Severity::Warning => (Glyph::TriangleAlert, "builder.severity.warning"),
        Severity::Error => (Glyph::CircleAlert, "builder.severity.error"),
    }
}
