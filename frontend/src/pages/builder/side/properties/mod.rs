//! What is selected, and what can be changed of it.

mod automation;
mod chart;
mod clauses;
mod controls;
mod dashboard;
mod filter;
mod view;

use leptos::prelude::*;
use shared::operation::ElementId;

use self::automation::AutomationProperties;
use self::chart::ChartProperties;
use self::dashboard::DashboardProperties;
use self::view::ViewProperties;
use crate::pages::builder::store::use_workbench;

/// What can be changed of what is selected.
#[component]
pub(super) fn Properties() -> impl IntoView {
    let bench = use_workbench();
    let selected = Memo::new(move |_| bench.selected());
    move || match selected.get() {
        ElementId::View(view) => view! { <ViewProperties view/> }.into_any(),
        ElementId::Automation(automation) => view! { <AutomationProperties automation/> }.into_any(),
        ElementId::Dashboard(dashboard) => view! { <DashboardProperties dashboard/> }.into_any(),
        ElementId::Chart(chart) => view! { <ChartProperties chart/> }.into_any(),
        _ => ().into_any(),
    }
}
