//! The views of a table behind tabs: arrows, Home and End go from one to the next.

use leptos::prelude::*;
use shared::blueprint::{Table, TableId, View, ViewId, ViewKind};
use shared::words::Direction;

use crate::browser::page;
use crate::components::keys::{self, Lie};
use crate::components::{Glyph, Icon};
use crate::i18n::use_i18n;
use crate::state::draft::Draft;

/// The id of a view's tab.
pub(crate) fn tab_id(view: &ViewId) -> String {
    format!("tab-{view}")
}

/// The id of what a table's tabs open.
pub(crate) fn panel_id(table: &TableId) -> String {
    format!("views-{table}")
}

/// The views of a table, a tab each.
#[component]
pub(crate) fn ViewTabs(
    /// The table.
    table: Table,
    /// The view in sight.
    #[prop(into)]
    open: Signal<Option<ViewId>>,
    /// Called with the view that the person opens.
    #[prop(into)]
    on_select: Callback<ViewId>,
) -> impl IntoView {
    let i18n = use_i18n();
    let is_rtl = expect_context::<Draft>().language().get_untracked().direction() == Direction::RightToLeft;
    let ids: Vec<_> = table.views.iter().map(|view| view.id.clone()).collect();
    let press = move |event: leptos::ev::KeyboardEvent| {
        let now = open.with_untracked(|open| ids.iter().position(|id| Some(id) == open.as_ref()));
        let next = now
            .and_then(|now| keys::after(&event.key(), Lie::Row { is_rtl }, now, ids.len().saturating_sub(1)));
        if let Some(next) = next.and_then(|next| ids.get(next)) {
            event.prevent_default();
            page::focus(&tab_id(next));
            on_select.run(next.clone());
        }
    };
    let name = table.name.clone();
    let label = move || i18n.fill("views.of", &[("table", &name)]);
    let panel = panel_id(&table.id);
    let tabs = table
        .views
        .iter()
        .map(|view| view! { <ViewTab view=view.clone() panel=panel.clone() open on_select/> });
    view! {
        <div class="view-tabs" role="tablist" aria-label=label on:keydown=press>
            {tabs.collect_view()}
        </div>
    }
}

#[component]
fn ViewTab(
    /// The view.
    view: View,
    /// The id of what the tab opens.
    panel: String,
    /// The view in sight.
    open: Signal<Option<ViewId>>,
    /// Called when the person opens it.
    on_select: Callback<ViewId>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (glyph, kind) = looks(&view.kind);
    let (id, chosen) = (view.id.clone(), view.id.clone());
    let is_open = Memo::new(move |_| open.with(|open| open.as_ref() == Some(&id)));
    view! {
        <button
            type="button"
            role="tab"
            class="view-tab"
            id=tab_id(&view.id)
            title=move || i18n.text(kind)
            aria-controls=panel
            aria-selected=move || is_open.get().to_string()
            tabindex=move || if is_open.get() { "0" } else { "-1" }
            on:click=move |_| on_select.run(chosen.clone())
        >
            <Icon glyph/>
            <span>{view.name}</span>
        </button>
    }
}

/// The shape and the name of a kind of view.
fn looks(kind: &ViewKind) -> (Glyph, &'static str) {
    match kind {
        ViewKind::Grid => (Glyph::Table, "view_kind.grid"),
        ViewKind::Board { .. } => (Glyph::SquareKanban, "view_kind.board"),
        ViewKind::Calendar { .. } => (Glyph::Calendar, "view_kind.calendar"),
        ViewKind::Timeline { .. } => (Glyph::ChartGantt, "view_kind.timeline"),
        ViewKind::Gallery => (Glyph::LayoutGrid, "view_kind.gallery"),
        ViewKind::List => (Glyph::List, "view_kind.list"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::is_known;

    #[test]
    fn every_kind_has_a_name() {
        let day = || "fld_day".into();
        let kinds = [
            ViewKind::Grid,
            ViewKind::Board { by: day() },
            ViewKind::Calendar { date: day() },
            ViewKind::Timeline { start: day(), end: None },
            ViewKind::Gallery,
            ViewKind::List,
        ];
        assert!(kinds.iter().all(|kind| is_known(looks(kind).1)));
    }
}
