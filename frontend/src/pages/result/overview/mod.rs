//! The system at a glance.

mod counts;
mod diagram;
mod fit;
mod next;
mod purposes;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shared::blueprint::TableId;

use self::counts::Counts;
pub(crate) use self::diagram::RelationDiagram;
use self::fit::PlatformFit;
use self::next::Next;
use self::purposes::Purposes;
use super::downloads::Downloads;
use super::part::Part;
use super::problems::Problems;
use super::store::System;
use crate::browser::page;
use crate::components::TourOffer;
use crate::state::help::Place;

/// The system at a glance: how its tables hang together, what each is for, how it fits, what to do next.
#[component]
pub(crate) fn Overview(
    /// The system.
    system: System,
) -> impl IntoView {
    let navigate = use_navigate();
    let open = move |table: TableId| {
        navigate(&table_href(&table), NavigateOptions::default());
        page::show_soon(table.to_string());
    };
    view! {
        <div class="overview">
            <div class="overview-top">
                <Counts system/>
                <TourOffer place=Place::Result/>
            </div>
            <RelationDiagram system on_open=open/>
            <Problems system/>
            <div class="overview-columns">
                <Purposes system/>
                <div class="overview-side">
                    <PlatformFit system/>
                    <Next system/>
                </div>
            </div>
            <Downloads system/>
        </div>
    }
}

/// Where a table is shown with its views and fields.
fn table_href(table: &TableId) -> String {
    format!("{}?table={table}", Part::Tables.href())
}
