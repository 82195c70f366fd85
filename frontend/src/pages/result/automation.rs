//! What happens by itself, and the charts.

use std::sync::Arc;

use leptos::prelude::*;
use shared::blueprint::{Automation, Blueprint, Chart, ChartKind, Dashboard};
use shared::compute::Evaluator;

use super::charts;
use super::store::System;
use crate::components::{Glyph, Icon, ReasonNote};
use crate::i18n::{I18n, t, use_i18n};

/// What happens by itself, and the charts.
#[component]
pub(crate) fn AutomationPart(
    /// The system.
    system: System,
) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let blueprint = system.blueprint.get();
        let automations = blueprint.automations.iter().map(automation).collect_view();
        let is_bare = blueprint.automations.is_empty() && blueprint.dashboards.is_empty();
        view! {
            {is_bare.then(|| view! { <p class="empty">{t!("automation.none")}</p> })}
            <ul class="automation-list">{automations}</ul>
            {dashboards(i18n, &blueprint)}
        }
    }
}

fn automation(automation: &Automation) -> impl IntoView + use<> {
    view! {
        <li>
            <Icon glyph=Glyph::Zap/>
            <div>
                <h3>{automation.name.clone()}</h3>
                <p>{automation.description.clone()}</p>
                <ReasonNote reason=automation.reason.clone()/>
            </div>
        </li>
    }
}

fn dashboards(i18n: I18n, blueprint: &Arc<Blueprint>) -> Vec<AnyView> {
    let evaluator = Evaluator::new(blueprint);
    let of = |dashboard: &Dashboard| {
        let (figures, drawings): (Vec<_>, Vec<_>) =
            dashboard.charts.iter().partition(|chart| chart.kind == ChartKind::Number);
        let show = |chart: &Chart| charts::show(i18n, blueprint, &evaluator, chart);
        view! {
            <section class="dashboard" aria-labelledby=dashboard.id.to_string()>
                <h2 id=dashboard.id.to_string()>{dashboard.name.clone()}</h2>
                <p>{dashboard.description.clone()}</p>
                <ReasonNote reason=dashboard.reason.clone()/>
                <div class="figures">{figures.into_iter().map(show).collect_view()}</div>
                <div class="charts">{drawings.into_iter().map(show).collect_view()}</div>
            </section>
        }
        .into_any()
    };
    blueprint.dashboards.iter().map(of).collect()
}
