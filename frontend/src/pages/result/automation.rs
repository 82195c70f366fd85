//! What happens by itself: every rule as a sentence, and what becomes of it on the platform.

use leptos::prelude::*;
use shared::blueprint::{Automation, Trigger};
use shared::plan::{Piece, Plan, Step, sentences};
use shared::platform::SupportLevel;

use super::outcome::OutcomeBadge;
use super::sentence::Sentence;
use super::store::System;
use crate::components::{Disclosure, Glyph, Icon, ReasonNote};
use crate::i18n::{I18n, t, use_i18n};
use crate::pages::wizard::platform_name;

/// What happens by itself.
#[component]
pub(crate) fn AutomationPart(
    /// The system.
    system: System,
) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let (blueprint, plan) = (system.blueprint.get(), system.plan.get());
        let rules = blueprint.automations.iter().zip(sentences(&blueprint));
        let rules =
            rules.map(|(automation, sentence)| rule(i18n, automation, sentence, &plan)).collect_view();
        let is_bare = blueprint.automations.is_empty();
        view! {
            {is_bare.then(|| view! { <p class="empty">{t!("automation.none")}</p> })}
            <ul class="rules">{rules}</ul>
        }
    }
}

fn rule(i18n: I18n, automation: &Automation, sentence: Vec<Piece>, plan: &Plan) -> impl IntoView + use<> {
    let title = format!("{}-name", automation.id);
    let outcome = outcome(i18n, automation, plan);
    view! {
        <li aria-labelledby=title.clone() data-element=automation.id.to_string()>
            <span class="rule-glyph"><Icon glyph=glyph(&automation.trigger)/></span>
            <div class="rule-body">
                <h2 id=title.clone()>{automation.name.clone()}</h2>
                <p class="rule-sentence"><Sentence pieces=sentence/></p>
                <ReasonNote reason=automation.reason.clone()/>
                {outcome}
            </div>
        </li>
    }
}

/// What becomes of a rule on the platform, and how it is set up there.
fn outcome(i18n: I18n, automation: &Automation, plan: &Plan) -> impl IntoView + use<> {
    let platform = platform_name(i18n, plan.platform);
    let id = automation.id.as_str();
    let adaptation = plan.adaptations.iter().find(|it| it.element.id == id);
    let level = adaptation.map_or(SupportLevel::Exact, |it| it.outcome);
    let sentence = adaptation.map_or_else(
        || i18n.fill("automation.exact", &[("platform", &platform)]),
        |adaptation| adaptation.sentence.clone(),
    );
    let step = plan.steps.iter().find(|step| step.elements.iter().any(|element| element.id == id));
    let steps = step.map(|step| steps(i18n.fill("automation.how", &[("platform", &platform)]), step));
    view! {
        <div class="rule-outcome">
            <OutcomeBadge outcome=level/>
            <p>{sentence}</p>
        </div>
        {steps}
    }
}

fn steps(summary: String, step: &Step) -> impl IntoView + use<> {
    let line = |line: String| view! { <li>{line}</li> };
    let lines = step.instructions.iter().cloned().map(line).collect_view();
    view! {
        <Disclosure summary>
            <ol class="instructions">{lines}</ol>
        </Disclosure>
    }
}

/// The shape that stands for what starts a rule.
fn glyph(trigger: &Trigger) -> Glyph {
    match trigger {
        Trigger::RowCreated => Glyph::Plus,
        Trigger::FieldChanged { .. } => Glyph::Pencil,
        Trigger::DateReached { .. } => Glyph::Calendar,
        Trigger::Schedule { .. } => Glyph::Clock,
    }
}
