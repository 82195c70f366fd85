//! The views of a table behind tabs: arrows, Home and End go from one to the next.

use leptos::prelude::*;
use shared::blueprint::{Table, TableId, View, ViewId, ViewKind};
use shared::words::Direction;

use crate::browser::page;
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
    let is_mirrored =
        expect_context::<Draft>().language().get_untracked().direction() == Direction::RightToLeft;
    let ids: Vec<_> = table.views.iter().map(|view| view.id.clone()).collect();
    let press = move |event: leptos::ev::KeyboardEvent| {
        let now = open.with_untracked(|open| ids.iter().position(|id| Some(id) == open.as_ref()));
        let next = now.and_then(|now| after(&event.key(), now, ids.len(), is_mirrored));
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

/// Where a key leads from tab `now` of `count`, if it leads anywhere; past the last tab comes the first. Where lines
/// begin on the right, left leads on.
fn after(key: &str, now: usize, count: usize, is_mirrored: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let next = if now >= last { 0 } else { now + 1 };
    let previous = now.checked_sub(1).unwrap_or(last);
    match (key, is_mirrored) {
        ("ArrowRight", false) | ("ArrowLeft", true) => Some(next),
        ("ArrowLeft", false) | ("ArrowRight", true) => Some(previous),
        ("Home", _) => Some(0),
        ("End", _) => Some(last),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::is_known;

    #[test]
    fn keys_lead_on_and_back_as_lines_run() {
        for (key, now, is_mirrored, expected) in [
            ("ArrowRight", 0, false, Some(1)),
            ("ArrowRight", 2, false, Some(0)),
            ("ArrowLeft", 0, false, Some(2)),
            ("ArrowLeft", 0, true, Some(1)),
            ("ArrowRight", 0, true, Some(2)),
            ("Home", 2, true, Some(0)),
            ("End", 0, false, Some(2)),
            ("Enter", 1, false, None),
        ] {
            assert_eq!(after(key, now, 3, is_mirrored), expected, "{key} from {now}");
        }
        assert_eq!(after("End", 0, 0, false), None);
    }

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
