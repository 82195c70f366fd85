//! The dashboards with their charts, over the sample rows.

mod card;
mod drawing;
mod field;
mod figure;
mod labels;
mod legend;
mod lying;
mod plot;
mod ring;
mod scale;
mod series;
mod table;
mod upright;

use leptos::prelude::*;
use shared::blueprint::{Blueprint, Chart, ChartKind, Dashboard};
use shared::compute::Evaluator;
use shared::plan::{Piece, measures};

use self::card::{ChartCard, Subject};
use self::series::Series;
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
        let evaluator = Evaluator::new(&blueprint);
        let all = blueprint.dashboards.iter().map(|one| dashboard(i18n, &blueprint, &evaluator, one));
        let all = all.collect_view();
        let is_bare = blueprint.dashboards.is_empty();
        let hint = if is_bare { t!("dashboards.none") } else { t!("dashboards.sample") };
        view! {
            <p class=if is_bare { "empty" } else { "hint" }>{hint}</p>
            {all}
        }
    }
}

fn dashboard(
    i18n: I18n,
    blueprint: &Blueprint,
    evaluator: &Evaluator<'_>,
    dashboard: &Dashboard,
) -> impl IntoView + use<> {
    let subject = |(chart, shows): (&Chart, Vec<Piece>)| subject(i18n, blueprint, evaluator, chart, shows);
    let subjects = dashboard.charts.iter().zip(measures(blueprint, dashboard)).map(subject);
    let (figures, charts): (Vec<_>, Vec<_>) =
        subjects.partition(|subject| subject.series.kind == ChartKind::Number);
    let card = |subject| view! { <ChartCard subject/> };
    let id = dashboard.id.to_string();
    view! {
        <section class="dashboard" aria-labelledby=id.clone() data-element=id.clone()>
            <div class="dashboard-head">
                <h2 id=id.clone()>{dashboard.name.clone()}</h2>
                <p>{dashboard.description.clone()}</p>
                <ReasonNote reason=dashboard.reason.clone()/>
            </div>
            <div class="figures">{figures.into_iter().map(card).collect_view()}</div>
            <div class="charts">{charts.into_iter().map(card).collect_view()}</div>
        </section>
    }
}

fn subject(
    i18n: I18n,
    blueprint: &Blueprint,
    evaluator: &Evaluator<'_>,
    chart: &Chart,
    shows: Vec<Piece>,
) -> Subject {
    let axis = chart.x.as_ref().and_then(|by| blueprint.field(&by.field));
    Subject {
        id: chart.id.to_string(),
        name: chart.name.clone(),
        reason: chart.reason.clone(),
        shows,
        axis: axis.map(|(_, field)| field.name.clone()).unwrap_or_default(),
        series: Series::of(i18n, blueprint, evaluator, chart),
    }
}
