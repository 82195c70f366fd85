//! What becomes of the system where it is to live.

use leptos::prelude::*;
use shared::operation::ElementId;
use shared::plan::Adaptation;

use crate::i18n::{t, use_i18n};
use crate::pages::builder::store::use_workbench;
use crate::pages::result::outcome::OutcomeBadge;
use crate::pages::result::store::System;
use crate::pages::wizard::platform_name;

/// What is not possible there as it stands, and what becomes of it instead; each leads to what it is about.
#[component]
pub(super) fn Fit() -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let (system, language) = (expect_context::<System>(), bench.written());
    let title =
        move || i18n.fill("builder.fit.title", &[("platform", &platform_name(i18n, bench.platform.get()))]);
    let line = move |adaptation: &Adaptation| {
        let element = bench.settled.with(|blueprint| ElementId::at(blueprint, &adaptation.element.pointer));
        view! {
            <li>
                <button type="button" class="side-line" on:click=move |_| bench.lead_to(element.clone())>
                    <span class="side-line-head">
                        <span>{adaptation.element.name.clone()}</span>
                        <OutcomeBadge outcome=adaptation.outcome/>
                    </span>
                    <span class="hint" lang=move || language.get().tag()>{adaptation.sentence.clone()}</span>
                </button>
            </li>
        }
    };
    let lines = move || {
        let plan = system.plan.get();
        match plan.adaptations.is_empty() {
            true => view! { <p class="hint">{t!("builder.fit.all")}</p> }.into_any(),
            false => view! { <ul class="side-lines">{plan.adaptations.iter().map(line).collect_view()}</ul> }
                .into_any(),
        }
    };
    view! {
        <h2 class="side-title">{title}</h2>
        {lines}
    }
}
