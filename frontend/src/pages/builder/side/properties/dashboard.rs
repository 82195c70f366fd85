//! The properties of a dashboard.

use leptos::prelude::*;
use shared::blueprint::{ChartId, ChartKind, Dashboard, DashboardId};
use shared::operation::ElementId;
use shared::validate::DASHBOARDS_MAX;

use super::chart::chart_glyph;
use super::clauses::{Naming, Section};
use crate::components::{Button, Glyph, Icon, Look};
use crate::i18n::{t, use_i18n};
use crate::pages::builder::actions::Action;
use crate::pages::builder::store::use_workbench;

/// What a dashboard is called, and its charts.
#[component]
pub(super) fn DashboardProperties(
    /// Which.
    dashboard: DashboardId,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let id = dashboard.as_str().to_owned();
    let element = ElementId::Dashboard(dashboard.clone());
    let charts = Memo::new(move |_| {
        let of =
            |it: &Dashboard| it.charts.iter().map(|it| (it.id.clone(), it.name.clone(), it.kind)).collect();
        bench
            .blueprint
            .with(|it| it.dashboards.iter().find(|it| it.id == dashboard).map(of))
            .unwrap_or_default()
    });
    let line = move |(chart, name, kind): (ChartId, String, ChartKind)| {
        view! {
            <li>
                <button
                    type="button"
                    class="side-line"
                    on:click=move |_| bench.select(ElementId::Chart(chart.clone()))
                >
                    <span class="side-line-head">
                        <Icon glyph=chart_glyph(kind)/>
                        <span>{name}</span>
                    </span>
                </button>
            </li>
        }
    };
    let is_full = Signal::derive(move || charts.with(Vec::len) >= DASHBOARDS_MAX);
    view! {
        <Naming element/>
        <Section id=format!("{id}-charts-title") title=t!("builder.chart.charts")>
            <ul class="side-lines">
                <For each=move || charts.get() key=|chart| chart.clone() children=line/>
            </ul>
            <div>
                <Button
                    text=t!("builder.action.add_chart")
                    look=Look::Quiet
                    glyph=Glyph::Plus
                    disabled=is_full
                    on_press=move |()| Action::AddChart.run(bench, i18n)
                />
            </div>
        </Section>
    }
}
