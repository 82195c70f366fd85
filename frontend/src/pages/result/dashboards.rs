//! The dashboards with their charts.

use leptos::prelude::*;
use shared::blueprint::{Blueprint, Chart, ChartKind, Dashboard};
use shared::compute::Evaluator;

use super::charts;
use super::store::System;
use crate::components::ReasonNote;
use crate::i18n::{I18n, t, use_i18n};

/// The dashboards with their charts.
#[component]
pub(crate) fn DashboardsPart(
    /// The system.
    system: System,
) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let blueprint = system.blueprint.get();
        let is_bare = blueprint.dashboards.is_empty();
        view! {
            {is_bare.then(|| view! { <p class="empty">{t!("dashboards.none")}</p> })}
            {dashboards(i18n, &blueprint)}
        }
    }
}

fn dashboards(i18n: I18n, blueprint: &Blueprint) -> Vec<AnyView> {
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
