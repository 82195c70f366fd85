//! How the system fits its platform, in one bar.

use leptos::prelude::*;
use shared::plan::Fit;

use super::super::outcome::{OUTCOMES, OutcomeBar, name, spoken};
use super::super::part::Part;
use super::super::store::System;
use crate::components::{Glyph, Icon};
use crate::i18n::{I18n, t, use_i18n};
use crate::pages::wizard::platform_name;

/// How the system fits its platform, in one bar.
#[component]
pub(super) fn PlatformFit(
    /// The system.
    system: System,
) -> impl IntoView {
    let i18n = use_i18n();
    let title = move || i18n.fill("plan.fit", &[("platform", &platform_name(i18n, system.platform.get()))]);
    view! {
        <section class="panel fit" aria-labelledby="overview-fit">
            <h2 id="overview-fit">{title}</h2>
            {move || told(i18n, system.plan.with(|plan| plan.fit()))}
            <a class="more-link" href=Part::Plan.href()>
                <span>{t!("fit.more")}</span>
                <Icon glyph=Glyph::ArrowRight/>
            </a>
        </section>
    }
}

fn told(i18n: I18n, fit: Fit) -> impl IntoView {
    let [exact, all] = [fit.exact, fit.total()].map(|count| count.to_string());
    let legend = |outcome| {
        let count = fit.of(outcome);
        (count > 0).then(|| {
            view! {
                <li>
                    <span class=format!("fit-dot {}", name(outcome))></span>
                    <strong>{count}</strong>
                    <span>{spoken(i18n, outcome)}</span>
                </li>
            }
        })
    };
    view! {
        <OutcomeBar fit/>
        <p class="hint">{i18n.fill("fit.summary", &[("exact", &exact), ("all", &all)])}</p>
        <ul class="fit-legend">{OUTCOMES.map(legend).collect_view()}</ul>
    }
}
