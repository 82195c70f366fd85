//! What becomes of the system on its platform: what fits, what is adapted, and the steps.

use leptos::prelude::*;
use shared::plan::{Adaptation, Plan};
use shared::platform::SupportLevel;

use super::plan_steps;
use super::store::System;
use crate::components::{Disclosure, Glyph, Icon};
use crate::i18n::{I18n, use_i18n};
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
                {plan_steps::show(i18n, &plan.steps)}
            </section>
        }
    }
}

fn tally(i18n: I18n, plan: &Plan) -> impl IntoView + use<> {
    let count = |outcome| plan.adaptations.iter().filter(|it| it.outcome == outcome).count();
    let item = |outcome, count: usize| {
        // Colour says that there is something to look at.
        let tone = if count > 0 { name(outcome) } else { "none" };
        view! {
            <li class=format!("tally {tone}")>
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
