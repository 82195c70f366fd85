//! What is selected, and what can be changed of it.

mod automation;
mod bulk;
pub(crate) mod cell;
mod chart;
mod clauses;
mod color;
mod controls;
mod dashboard;
mod field;
mod filter;
mod head;
mod icons;
mod kinds;
mod links;
mod option;
mod own_problems;
mod row;
mod system;
mod table;
mod texts;
mod value;
mod view;

use leptos::prelude::*;
use shared::blueprint::Blueprint;
use shared::operation::ElementId;

use self::automation::AutomationProperties;
use self::bulk::Bulk;
use self::chart::ChartProperties;
use self::dashboard::DashboardProperties;
use self::field::FieldPanel;
use self::head::Head;
use self::option::OptionPanel;
use self::own_problems::OwnProblems;
use self::row::RowPanel;
use self::system::SystemPanel;
use self::table::TablePanel;
use self::view::ViewProperties;
use crate::pages::builder::store::use_workbench;

/// What can be changed of what is selected.
#[component]
pub(super) fn Properties() -> impl IntoView {
    let bench = use_workbench();
    let alone = Memo::new(move |_| match bench.selection().as_slice() {
        [_, _, ..] => None,
        [element] => Some(element.clone()),
        [] => Some(ElementId::Blueprint),
    });
    move || match alone.get() {
        None => view! { <Bulk/> }.into_any(),
        Some(element) => {
            let panel = panel(&element);
            view! {
                <Head element=element.clone()/>
                {panel}
                <OwnProblems element/>
            }
            .into_any()
        }
    }
}

/// What can be changed of an element.
fn panel(element: &ElementId) -> AnyView {
    match element.clone() {
        ElementId::Blueprint => view! { <SystemPanel/> }.into_any(),
        ElementId::Table(table) => view! { <TablePanel table/> }.into_any(),
        ElementId::Field(field) => view! { <FieldPanel field/> }.into_any(),
        ElementId::Option(option) => view! { <OptionPanel option/> }.into_any(),
        ElementId::Row(row) => view! { <RowPanel row/> }.into_any(),
        ElementId::View(view) => view! { <ViewProperties view/> }.into_any(),
        ElementId::Automation(automation) => view! { <AutomationProperties automation/> }.into_any(),
        ElementId::Dashboard(dashboard) => view! { <DashboardProperties dashboard/> }.into_any(),
        ElementId::Chart(chart) => view! { <ChartProperties chart/> }.into_any(),
    }
}

/// A part of the blueprint, followed; what it was last where it is gone.
fn follow<T>(read: impl Fn(&Blueprint) -> Option<T> + Send + Sync + 'static) -> Memo<T>
where
    T: Clone + Default + PartialEq + Send + Sync + 'static,
{
    let bench = use_workbench();
    Memo::new(move |last: Option<&T>| {
        bench.blueprint.with(|it| read(it)).or_else(|| last.cloned()).unwrap_or_default()
    })
}
