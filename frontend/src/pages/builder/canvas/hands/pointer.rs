//! What pointers do to the rows of a view.

use std::time::Duration;

use leptos::ev::{MouseEvent, PointerEvent, TouchEvent};
use leptos::prelude::*;
use shared::operation::intention::arrange::Hold;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDivElement};

use super::place::{Place, Ruler, column_at, day_at};
use super::press::{Press, Then};
use super::{Found, Hands};
use crate::browser::layer;

/// How long a finger stays before it takes the row that it is on.
const LONG: Duration = Duration::from_millis(400);
/// How near to an end of a frame a pointer scrolls it, and by how much a move.
const EDGE_PX: f64 = 40.0;
const SCROLL_PX: f64 = 14.0;

/// A pointer that is down, and the row that it is on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pressed {
    press: Press,
    found: Found,
    /// Where it went down, from the start of the ruler.
    on_ruler: f64,
}

impl Hands {
    /// A pointer goes down: on a row it may take it along.
    pub(super) fn down(self, event: &PointerEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_apart = |it: &Element| it.closest(".row-menu, summary, [data-add]").ok().flatten().is_some();
        if event.button() != 0 || target.as_ref().is_none_or(is_apart) {
            return;
        }
        let Some(found) = self.found(event.target().as_ref()) else { return };
        // Of a timeline the bars alone are dragged: words beside them can be far away from their days.
        let is_bar = self.look(|scene| scene.kind() == "timeline") == Some(true);
        if is_bar && found.hold.is_none() {
            return;
        }
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        let press = Press::new(event.pointer_id(), at, event.pointer_type() == "touch");
        let on_ruler = at.0 - self.ruler().map_or(0.0, |(left, _)| left);
        let pressed = Pressed { press, found, on_ruler };
        self.pressed.set_value(Some(pressed));
        if press.is_finger() {
            set_timeout(move || self.stayed(press), LONG);
        }
    }

    /// A finger may have stayed where it was.
    fn stayed(self, press: Press) {
        let is_same = |it: &Option<Pressed>| it.as_ref().is_some_and(|it| it.press == press);
        if self.pressed.try_with_value(is_same) != Some(true) {
            return;
        }
        let takes = self.pressed.try_update_value(|it| it.as_mut().is_some_and(|it| it.press.stay()));
        if takes == Some(true) {
            self.begin(press.start);
        }
    }

    /// A pointer moves.
    pub(super) fn moved(self, event: &PointerEvent) {
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        let then = self.pressed.try_update_value(|pressed| {
            let pressed = pressed.as_mut().filter(|it| it.press.pointer == event.pointer_id())?;
            Some(pressed.press.moved(at))
        });
        match then.flatten() {
            Some(Then::Begin) => self.begin(at),
            Some(Then::Leave) => self.pressed.set_value(None),
            Some(Then::Follow) => self.follow(at),
            Some(Then::Wait) | None => {}
        }
    }

    fn begin(self, at: (f64, f64)) {
        let Some(pressed) = self.pressed.get_value() else { return };
        if !self.take_up(&pressed.found, false) {
            // A finger that stays where nothing is to be taken still asks for what there is.
            if !pressed.press.is_finger() {
                self.pressed.set_value(None);
            }
            return;
        }
        if let Some(frame) = self.frame.get_untracked() {
            // From here on it is a drag: what is under the pointer is not pressed when it goes up.
            let _ = frame.set_pointer_capture(pressed.press.pointer);
        }
        self.follow(at);
    }

    /// The row goes where the pointer is; beside every place it goes back.
    fn follow(self, at: (f64, f64)) {
        let Some(carry) = self.carry.get_untracked().filter(|carry| !carry.by_keys) else { return };
        self.put_chip(at);
        self.scroll(at);
        self.carry_to(self.under(at).unwrap_or(carry.from));
    }

    /// The place under the pointer.
    fn under(self, at: (f64, f64)) -> Option<Place> {
        let frame = self.frame.get_untracked()?;
        match self.carry.get_untracked()?.from {
            Place::Column(_) => {
                let columns: Vec<_> = all(&frame, "[data-column]").iter().map(layer::rect).collect();
                column_at(&columns, at.0).map(Place::Column)
            }
            Place::Day(_) => {
                let days = all(&frame, "[data-day]").into_iter().filter_map(|day| {
                    let date = day.get_attribute("data-day")?.parse().ok()?;
                    Some((date, layer::rect(&day)))
                });
                day_at(&days.collect::<Vec<_>>(), at).map(Place::Day)
            }
            Place::Bar(span, hold) => {
                let (left, ruler) = self.ruler()?;
                let from = self.pressed.with_value(|it| it.as_ref().map(|it| it.on_ruler))?;
                let span = span.moved(hold, ruler.days(at.0 - left - from))?;
                Some(Place::Bar(span, hold))
            }
        }
    }

    /// Where the ruler of a timeline begins, and how long its days are.
    pub(super) fn ruler(self) -> Option<(f64, Ruler)> {
        let frame = self.frame.get_untracked()?;
        let canvas = frame.query_selector(".timeline-canvas").ok().flatten()?;
        let days: f64 = canvas.get_attribute("data-days")?.parse().ok()?;
        let rect = layer::rect(&canvas.query_selector(".timeline-ruler").ok().flatten()?);
        Some((rect.left, Ruler { day: rect.width / days.max(1.0), is_rtl: self.is_rtl() }))
    }

    /// Near its ends, a frame that holds more than it shows goes along.
    fn scroll(self, (x, _): (f64, f64)) {
        let frame = self.frame.get_untracked();
        let inner =
            frame.and_then(|frame| frame.query_selector(".board-view, .timeline-view").ok().flatten());
        let Some(inner) = inner else { return };
        let rect = layer::rect(&inner);
        if x < rect.left + EDGE_PX {
            inner.scroll_by_with_x_and_y(-SCROLL_PX, 0.0);
        } else if x > rect.left + rect.width - EDGE_PX {
            inner.scroll_by_with_x_and_y(SCROLL_PX, 0.0);
        }
    }

    /// A pointer goes up: what it carried is put down; a finger that stayed opens the menu.
    pub(super) fn up(self, event: &PointerEvent) {
        let is_its = |it: &Pressed| it.press.pointer == event.pointer_id();
        let Some(pressed) = self.pressed.get_value().filter(is_its) else { return };
        self.pressed.set_value(None);
        if pressed.press.is_finger() && pressed.press.is_long() {
            self.carry.set(None);
            self.open_menu(&pressed.found, pressed.press.start);
        } else {
            self.put_down();
        }
    }

    /// A pointer is taken away.
    pub(super) fn cancelled(self, event: &PointerEvent) {
        let is_its =
            |it: &Option<Pressed>| it.as_ref().is_some_and(|it| it.press.pointer == event.pointer_id());
        if self.pressed.with_value(is_its) {
            self.let_go();
        }
    }

    /// Whatever a pointer carried stays where it was.
    pub(super) fn let_go(self) {
        self.pressed.set_value(None);
        self.give_up();
    }

    /// A finger that carries something does not scroll the page.
    pub(super) fn hold_page(self, event: &TouchEvent) {
        if event.cancelable() && self.carry.with_untracked(Option::is_some) {
            event.prevent_default();
        }
    }

    /// The second button of a mouse.
    pub(super) fn context_menu(self, event: &MouseEvent) {
        let Some(found) = self.found(event.target().as_ref()) else { return };
        event.prevent_default();
        let is_finger = |it: &Option<Pressed>| it.as_ref().is_some_and(|it| it.press.is_finger());
        // A long press of a finger says the same; the menu opens when it goes up without having gone anywhere.
        if !self.pressed.with_value(is_finger) {
            let found = Found { hold: Some(Hold::Whole), ..found };
            self.open_menu(&found, (f64::from(event.client_x()), f64::from(event.client_y())));
        }
    }
}

/// What `selector` finds in `frame`, as far as it takes up room.
pub(super) fn all(frame: &HtmlDivElement, selector: &str) -> Vec<Element> {
    let Ok(found) = frame.query_selector_all(selector) else { return Vec::new() };
    let elements = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<Element>().ok());
    elements.filter(layer::is_in_sight).collect()
}
