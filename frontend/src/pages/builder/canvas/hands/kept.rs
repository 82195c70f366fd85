//! What a view that is drawn anew keeps: how far it is scrolled, and where the focus is.

use leptos::prelude::*;
use shared::blueprint::RowId;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDivElement, HtmlElement};

use super::Hands;
use super::pointer::all;

/// What scrolls in a view.
const FRAMES: &str = ".board-view, .timeline-view, .grid-view";

impl Hands {
    /// Remembers what is in sight and has the focus, and brings it back once the view is drawn anew.
    pub(super) fn keep(self) {
        let Some(frame) = self.frame.get_untracked() else { return };
        self.handled.is_redrawn.set_value(true);
        let scrolled = frame.query_selector(FRAMES).ok().flatten();
        let scrolled = scrolled.map(|it| (it.scroll_left(), it.scroll_top()));
        let focused = self.focused(&frame);
        request_animation_frame(move || {
            let inner = frame.query_selector(FRAMES).ok().flatten();
            if let (Some(inner), Some((left, top))) = (inner, scrolled) {
                inner.set_scroll_left(left);
                inner.set_scroll_top(top);
            }
            let wanted = self.focus.try_update_value(Option::take).flatten();
            if let Some((row, column)) = wanted.or(focused) {
                focus(&frame, &row, column);
            }
        });
    }

    /// The row that has the focus.
    fn focused(self, frame: &HtmlDivElement) -> Option<(RowId, Option<usize>)> {
        let active = document().active_element().filter(|active| frame.contains(Some(active)))?;
        let found = self.found(Some(active.as_ref()))?;
        Some((found.row, found.column))
    }
}

/// Moves the focus to a row: to that in the column, where it is in several.
fn focus(frame: &HtmlDivElement, row: &RowId, column: Option<usize>) {
    let is_its = |it: &Element| it.get_attribute("data-element").as_deref() == Some(row.as_str());
    let cards: Vec<_> = all(frame, "[data-element]").into_iter().filter(is_its).collect();
    let column = column.map(|at| format!("[data-column='{at}']"));
    let is_there =
        |it: &&Element| column.as_ref().is_some_and(|column| it.closest(column).ok().flatten().is_some());
    let card = cards.iter().find(is_there).or(cards.first());
    let button = card.and_then(|card| card.query_selector(".row-name").ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
    }
}
