//! Pointers, wheels and keys on the diagram.

use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::card;
use super::neighbours::{Way, neighbour};
use super::pointers::Pointers;
use super::store::{STEP, Store};
use super::view::Spot;
use crate::browser::page;

/// How far an arrow key moves the drawing.
const KEY_PX: f64 = 64.0;
/// How tall a line is where a wheel counts in lines.
const LINE_PX: f64 = 16.0;
/// How much bigger a pixel of a wheel makes it.
const WHEEL: f64 = 0.0035;

/// Pointers, wheels and keys on the diagram. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Hands {
    store: Store,
    frame: NodeRef<Div>,
    pointers: RwSignal<Pointers>,
}

impl Hands {
    /// On the diagram in `frame`.
    pub(super) fn new(store: Store, frame: NodeRef<Div>) -> Self {
        Self { store, frame, pointers: RwSignal::new(Pointers::default()) }
    }

    /// Whether the drawing is being dragged.
    pub(super) fn is_dragging(self) -> bool {
        self.pointers.with(Pointers::is_drag)
    }

    /// A pointer goes down.
    pub(super) fn down(self, event: &PointerEvent) {
        if event.button() == 0 {
            let at = self.spot(event.client_x(), event.client_y());
            if let Some(from) = handle_of(event) {
                return self.draw(event, from, at);
            }
            self.pointers.update(|pointers| pointers.down(event.pointer_id(), at));
        }
    }

    /// A pointer moves.
    pub(super) fn moved(self, event: &PointerEvent) {
        let at = self.spot(event.client_x(), event.client_y());
        if self.store.drawn.with_untracked(Option::is_some) {
            return self.store.draw_to(at);
        }
        let step = self.pointers.try_update(|pointers| pointers.moved(event.pointer_id(), at)).flatten();
        if let Some(step) = step {
            if let Some(frame) = self.frame.get_untracked() {
                // From here on it is a drag: what is under the pointer is not pressed when it goes up.
                let _ = frame.set_pointer_capture(event.pointer_id());
            }
            self.store.follow(step);
        }
    }

    /// A pointer goes up.
    pub(super) fn up(self, event: &PointerEvent) {
        if let Some(drawn) = self.store.drawn.get_untracked() {
            self.store.drawn.set(None);
            return self.store.connect(&drawn);
        }
        self.pointers.update(|pointers| pointers.up(event.pointer_id()));
    }

    /// A pointer is taken away: what it drew is given up.
    pub(super) fn cancelled(self, event: &PointerEvent) {
        self.store.drawn.set(None);
        self.pointers.update(|pointers| pointers.up(event.pointer_id()));
    }

    /// Escape gives up a line that is being drawn, wherever the focus is.
    pub(super) fn watch_keys(self) {
        let watch = window_event_listener(leptos::ev::keydown, move |event| {
            if event.key() == "Escape" && self.store.drawn.try_get_untracked().flatten().is_some() {
                event.prevent_default();
                self.store.drawn.set(None);
            }
        });
        on_cleanup(move || watch.remove());
    }

    /// A line is drawn from a table on.
    fn draw(self, event: &PointerEvent, from: usize, at: Spot) {
        if let Some(frame) = self.frame.get_untracked() {
            // What is under the pointer is not pressed when it goes up.
            let _ = frame.set_pointer_capture(event.pointer_id());
        }
        self.store.draw_from(from, at);
    }

    /// A wheel or two fingers on a pad. What moves nothing here scrolls the page.
    pub(super) fn wheel(self, event: &WheelEvent) {
        let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { LINE_PX } else { 1.0 };
        let (x, y) = (event.delta_x() * unit, event.delta_y() * unit);
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            let at = self.spot(event.client_x(), event.client_y());
            self.store.zoom_at((-y * WHEEL).clamp(-0.5, 0.5).exp(), at);
        } else if self.store.pan(Spot { x: -x, y: -y }) {
            event.prevent_default();
        }
    }

    /// A key, on the frame or on a table.
    pub(super) fn key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let is_taken = match event.key().as_str() {
            "+" | "=" => self.done(|store| store.zoom(STEP)),
            "-" => self.done(|store| store.zoom(1.0 / STEP)),
            "0" => self.done(Store::fit),
            "Escape" => {
                self.store.lit.set(None);
                false
            }
            key => Way::of(key).is_some_and(|way| self.go(way, self.is_on_frame(event))),
        };
        if is_taken {
            event.prevent_default();
        }
    }

    fn done(self, act: impl FnOnce(Store)) -> bool {
        act(self.store);
        true
    }

    /// From a table to its neighbour, on the frame along the drawing.
    fn go(self, way: Way, is_on_frame: bool) -> bool {
        if is_on_frame {
            let by = match way {
                Way::Left => Spot { x: KEY_PX, y: 0.0 },
                Way::Right => Spot { x: -KEY_PX, y: 0.0 },
                Way::Up => Spot { x: 0.0, y: KEY_PX },
                Way::Down => Spot { x: 0.0, y: -KEY_PX },
            };
            return self.store.pan(by);
        }
        let from = self.store.current.get_untracked();
        let next = self.store.picture.with_untracked(|it| neighbour(&it.drawn.cards, from, way));
        if let Some(next) = next {
            page::focus(&card::id(next));
        }
        true
    }

    fn is_on_frame(self, event: &KeyboardEvent) -> bool {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        target.is_some_and(|target| target.has_attribute("data-frame"))
    }

    /// Where in the frame a place of the window is.
    fn spot(self, x: i32, y: i32) -> Spot {
        let corner = self.frame.get_untracked().map(|frame| frame.get_bounding_client_rect());
        let (left, top) = corner.map_or((0.0, 0.0), |corner| (corner.left(), corner.top()));
        Spot { x: f64::from(x) - left, y: f64::from(y) - top }
    }
}

/// The table whose handle a pointer goes down on.
fn handle_of(event: &PointerEvent) -> Option<usize> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-handle]").ok()??.get_attribute("data-handle")?.parse().ok()
}
