//! The system at a glance.

mod counts;
mod diagram;
mod fit;
mod next;
mod purposes;

use leptos::prelude::*;
use shared::blueprint::Table;

use self::counts::Counts;
pub(crate) use self::diagram::RelationDiagram;
use self::fit::PlatformFit;
use self::next::Next;
use self::purposes::Purposes;
use super::downloads::Downloads;
use super::part::Part;
use super::problems::Problems;
use super::store::System;
use crate::components::TourOffer;
use crate::state::help::Place;

/// The system at a glance: how its tables hang together, what each is for, how it fits, what to do next.
#[component]
pub(crate) fn Overview(
    /// The system.
    system: System,
) -> impl IntoView {
    view! {
        <div class="overview">
            <div class="overview-top">
                <Counts system/>
                <TourOffer place=Place::Result/>
            </div>
            <RelationDiagram system/>
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
fn table_href(table: &Table) -> String {
    format!("{}?table={}", Part::Tables.href(), table.id)
}
