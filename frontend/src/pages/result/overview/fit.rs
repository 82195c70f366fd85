//! How the system fits its platform, in one bar.

use leptos::prelude::*;
use shared::plan::Plan;
use shared::platform::SupportLevel;

use super::super::part::Part;
use super::super::store::System;
use crate::components::{Glyph, Icon};
use crate::i18n::{I18n, t, use_i18n};
use crate::pages::wizard::platform_name;

/// What can become of an element, best first, and what the words call it.
const OUTCOMES: [(SupportLevel, &str); 4] = [
    (SupportLevel::Exact, "exact"),
    (SupportLevel::Adapted, "adapted"),
    (SupportLevel::Manual, "manual"),
    (SupportLevel::Impossible, "impossible"),
];

/// How the system fits its platform, in one bar.
#[component]
pub(super) fn Fit(
    /// The system.
    system: System,
) -> impl IntoView {
    let i18n = use_i18n();
    let title = move || i18n.fill("plan.fit", &[("platform", &platform_name(i18n, system.platform.get()))]);
    view! {
        <section class="panel fit" aria-labelledby="overview-fit">
            <h2 id="overview-fit">{title}</h2>
            {move || system.plan.with(|plan| bar(i18n, plan))}
            <a class="more-link" href=Part::Plan.href()>
                <span>{t!("fit.more")}</span>
                <Icon glyph=Glyph::ArrowRight/>
            </a>
        </section>
    }
}

fn bar(i18n: I18n, plan: &Plan) -> impl IntoView + use<> {
    let counts = OUTCOMES.map(|(outcome, name)| (count(plan, outcome), name));
    let all: usize = counts.iter().map(|(count, _)| count).sum();
    let exact = count(plan, SupportLevel::Exact).to_string();
    let there = move || counts.into_iter().filter(|(count, _)| *count > 0);
    let piece = |(count, name): (usize, &'static str)| {
        view! { <span class=format!("fit-piece {name}") style:flex-grow=count.to_string()></span> }
    };
    let legend = |(count, name): (usize, &'static str)| {
        view! {
            <li>
                <span class=format!("fit-dot {name}")></span>
                <strong>{count}</strong>
                <span>{i18n.text(&format!("outcome.{name}"))}</span>
            </li>
        }
    };
    view! {
        <div class="fit-bar" aria-hidden="true">{there().map(piece).collect_view()}</div>
        <p class="hint">{i18n.fill("fit.summary", &[("exact", &exact), ("all", &all.to_string())])}</p>
        <ul class="fit-legend">{there().map(legend).collect_view()}</ul>
    }
}

fn count(plan: &Plan, outcome: SupportLevel) -> usize {
    match outcome {
        SupportLevel::Exact => plan.exact.len(),
        _ => plan.adaptations.iter().filter(|it| it.outcome == outcome).count(),
    }
}
