//! The views of a table.

use leptos::prelude::*;
use shared::blueprint::{View, ViewKind};

use crate::components::{Glyph, Icon, ReasonNote};

/// The views of a table, each with what it is good for and why it is there.
#[component]
pub(crate) fn ViewList(
    /// The views, in order.
    views: Vec<View>,
) -> impl IntoView {
    let item = |view: View| {
        view! {
            <li>
                <Icon glyph=glyph(&view.kind)/>
                <div>
                    <h4>{view.name}</h4>
                    <p>{view.description}</p>
                    <ReasonNote reason=view.reason/>
                </div>
            </li>
        }
    };
    view! { <ul class="view-list">{views.into_iter().map(item).collect_view()}</ul> }
}

fn glyph(kind: &ViewKind) -> Glyph {
    match kind {
        ViewKind::Grid => Glyph::Table,
        ViewKind::Board { .. } => Glyph::SquareKanban,
        ViewKind::Calendar { .. } => Glyph::Calendar,
        ViewKind::Timeline { .. } => Glyph::ChartGantt,
        ViewKind::Gallery => Glyph::LayoutGrid,
        ViewKind::List => Glyph::List,
    }
}
