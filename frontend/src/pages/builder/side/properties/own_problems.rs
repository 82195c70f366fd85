//! What is wrong with the selected element itself.

use leptos::prelude::*;
use shared::operation::ElementId;
use shared::validate::Problem;

use crate::components::Icon;
use crate::i18n::{t, use_i18n};
use crate::pages::builder::side::mend::MendButton;
use crate::pages::builder::side::problems::look;
use crate::pages::builder::store::use_workbench;
use crate::pages::result::store::System;

/// What is wrong with an element itself, and how to mend it; nothing where nothing is.
#[component]
pub(super) fn OwnProblems(
    /// The element.
    element: ElementId,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let system = expect_context::<System>();
    let problems = Memo::new(move |_| {
        system.problems.with(|problems| {
            bench.settled.with(|blueprint| {
                let is_own = |problem: &&Problem| ElementId::at(blueprint, &problem.pointer) == element;
                problems.iter().filter(is_own).cloned().collect::<Vec<_>>()
            })
        })
    });
    let line = move |problem: Problem| {
        let (glyph, key) = look(problem.severity);
        let language = bench.written();
        view! {
            <li>
                <p class="side-line-head">
                    <span class="visually-hidden">{move || i18n.text(key)}</span>
                    <Icon glyph/>
                    <span lang=move || language.get().tag()>{problem.sentence.clone()}</span>
                </p>
                <p class="hint" lang=move || language.get().tag()>{problem.fix.clone()}</p>
                <MendButton problem/>
            </li>
        }
    };
    let list = move || {
        let problems = problems.get();
        (!problems.is_empty()).then(|| {
            view! {
                <h3 class="side-title">{t!("builder.props.problems")}</h3>
                <ul class="props-problems">{problems.into_iter().map(line).collect_view()}</ul>
            }
        })
    };
    view! { <div class="props-mind" aria-live="polite">{list}</div> }
}
