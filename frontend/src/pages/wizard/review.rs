//! Last step: all answers at a glance, and the finer points.

use leptos::prelude::*;

use super::Step;
use super::customize::Customize;
use super::options::platform_name;
use super::store::WizardStore;
use crate::components::{Disclosure, PlatformTile};
use crate::i18n::{I18n, t, use_i18n};

/// Last step: all answers at a glance, and the finer points.
#[component]
pub(crate) fn Review(
    /// State of the wizard.
    store: WizardStore,
) -> impl IntoView {
    let i18n = use_i18n();
    let draft = store.draft;
    let platform = move || {
        let platform = draft.with(|answers| answers.platform);
        view! {
            <PlatformTile platform/>
            {platform_name(i18n, platform)}
        }
    };
    let priorities = move || {
        draft.with(|answers| {
            names(i18n, "priority", answers.priorities.iter().map(|priority| priority.as_str()))
        })
    };
    let features = move || {
        draft.with(|answers| names(i18n, "feature", answers.features.iter().map(|feature| feature.as_str())))
    };
    let team = move || {
        draft.with(|answers| {
            let size = names(i18n, "team_size", [answers.team_size.as_str()]);
            let complexity = names(i18n, "complexity", [answers.complexity.as_str()]);
            i18n.fill("review.team", &[("size", &size), ("complexity", &complexity)])
        })
    };
    view! {
        <dl class="review">
            <Answer step=Step::Platform answer=ViewFn::from(platform)/>
            <Answer step=Step::Priorities answer=ViewFn::from(priorities)/>
            <Answer step=Step::Features answer=ViewFn::from(features)/>
            <Answer step=Step::Team answer=ViewFn::from(team)/>
        </dl>
        <Disclosure summary=t!("customize.title")>
            <Customize draft/>
        </Disclosure>
    }
}

/// One answer and the way to change it.
#[component]
fn Answer(
    /// The step that asks for it.
    step: Step,
    /// What was answered.
    answer: ViewFn,
) -> impl IntoView {
    let i18n = use_i18n();
    let name = move || i18n.text(&format!("step.{}", step.as_str()));
    let change = move || i18n.fill("review.change_answer", &[("step", &name())]);
    view! {
        <div class="answer">
            <dt>{name}</dt>
            <dd>{move || answer.run()}</dd>
            <dd class="answer-change"><a href=step.href() aria-label=change>{t!("review.change")}</a></dd>
        </div>
    }
}

/// The names of options, as a list in one line.
fn names<'a>(i18n: I18n, group: &str, values: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<_> =
        values.into_iter().map(|value| i18n.text(&format!("{group}.{value}.title"))).collect();
    if names.is_empty() { i18n.text("review.none") } else { i18n.list(&names) }
}
