//! What becomes of the system on its platform: what fits, what is adapted, and the steps.

use leptos::prelude::*;
use shared::plan::{Actor, Adaptation, Plan, Step};
use shared::platform::SupportLevel;

use super::store::System;
use crate::components::{Badge, Disclosure, Glyph, Icon};
use crate::i18n::{I18n, t, use_i18n};
use crate::pages::wizard::platform_name;

/// What a platform may do with an element instead of taking it as it is, most work first.
const OUTCOMES: [SupportLevel; 3] = [SupportLevel::Impossible, SupportLevel::Manual, SupportLevel::Adapted];

/// What becomes of the system on its platform.
#[component]
pub(crate) fn PlanPart(
    /// The system.
    system: System,
) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let plan = system.plan.get();
        view! {
            <section class="plan-fit" aria-labelledby="fit-title">
                <h2 id="fit-title">{i18n.fill("plan.fit", &[("platform", &platform_name(i18n, plan.platform))])}</h2>
                <p>{i18n.text("plan.fit.text")}</p>
                {tally(i18n, &plan)}
                {OUTCOMES.map(|outcome| adaptations(i18n, &plan, outcome)).collect_view()}
            </section>
            <section class="plan-steps" aria-labelledby="steps-title">
                <h2 id="steps-title">{i18n.count("plan.steps", plan.steps.len())}</h2>
                <ol>{plan.steps.iter().map(step).collect_view()}</ol>
            </section>
        }
    }
}

fn tally(i18n: I18n, plan: &Plan) -> impl IntoView + use<> {
    let count = |outcome| plan.adaptations.iter().filter(|it| it.outcome == outcome).count();
    let item = |outcome, count: usize| {
        view! {
            <li class=format!("tally {}", name(outcome))>
                <span class="tally-number">{count}</span>
                <span class="tally-name">{i18n.text(&format!("outcome.{}", name(outcome)))}</span>
            </li>
        }
    };
    view! {
        <ul class="tallies">
            {item(SupportLevel::Exact, plan.exact.len())}
            {item(SupportLevel::Adapted, count(SupportLevel::Adapted))}
            {item(SupportLevel::Manual, count(SupportLevel::Manual))}
            {item(SupportLevel::Impossible, count(SupportLevel::Impossible))}
        </ul>
    }
}

fn adaptations(i18n: I18n, plan: &Plan, outcome: SupportLevel) -> impl IntoView + use<> {
    let of: Vec<_> = plan.adaptations.iter().filter(|it| it.outcome == outcome).cloned().collect();
    let title = format!("{} · {}", i18n.text(&format!("outcome.{}", name(outcome))), of.len());
    // Components read words without following them: they are read here.
    let hint = i18n.text(&format!("outcome.{}.text", name(outcome)));
    let items = of.iter().cloned().map(|it| adaptation(i18n, it)).collect_view();
    (!of.is_empty()).then(|| {
        view! {
            <Disclosure summary=title>
                <p class="hint">{hint}</p>
                <ul class="adaptations">{items}</ul>
            </Disclosure>
        }
    })
}

fn adaptation(i18n: I18n, adaptation: Adaptation) -> impl IntoView {
    let kind = i18n.text(&format!("element.{}", element_name(&adaptation)));
    let becomes = (!adaptation.native.is_empty()).then(|| {
        view! { <span class="becomes"><Icon glyph=Glyph::ArrowRight/><code>{adaptation.native}</code></span> }
    });
    view! {
        <li>
            <h4>
                {adaptation.element.name}
                <span class="kind">{kind}</span>
                {becomes}
            </h4>
            <p>{adaptation.sentence}</p>
        </li>
    }
}

fn step(step: &Step) -> impl IntoView + use<> {
    let by_hand = (step.by == Actor::Person).then(|| view! { <Badge text=t!("plan.by_hand") tone="amber"/> });
    let instructions = step.instructions.iter().cloned().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <li>
            <details class="step-details">
                <summary>
                    <span>{step.title.clone()}</span>
                    {by_hand}
                    <Icon glyph=Glyph::ChevronDown/>
                </summary>
                <ol class="instructions">{instructions}</ol>
            </details>
        </li>
    }
}

fn name(outcome: SupportLevel) -> &'static str {
    match outcome {
        SupportLevel::Exact => "exact",
        SupportLevel::Adapted => "adapted",
        SupportLevel::Manual => "manual",
        SupportLevel::Impossible => "impossible",
    }
}

fn element_name(adaptation: &Adaptation) -> &'static str {
    use shared::plan::ElementKind;
    match adaptation.element.kind {
        ElementKind::Table => "table",
        ElementKind::Field => "field",
        ElementKind::View => "view",
        ElementKind::SampleRow => "sample_row",
        ElementKind::Automation => "automation",
        ElementKind::Dashboard => "dashboard",
        ElementKind::Chart => "chart",
    }
}
