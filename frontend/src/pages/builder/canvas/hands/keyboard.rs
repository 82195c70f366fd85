//! What keys do to the rows of a view: the same as pointers.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use shared::operation::ElementId;
use shared::operation::intention::arrange::Hold;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::place::Way;
use super::{Found, Hands};
use crate::browser::layer;
use crate::pages::builder::actions::Action;

impl Hands {
    /// Escape gives up what is carried, wherever the focus is.
    pub(super) fn watch_keys(self) {
        let watch = window_event_listener(leptos::ev::keydown, move |event| {
            if event.key() == "Escape" && self.carry.try_with_untracked(Option::is_some) == Some(true) {
                event.prevent_default();
                self.let_go();
            }
        });
        on_cleanup(move || watch.remove());
    }

    /// A key, on the name of a row.
    pub(super) fn key(self, event: &KeyboardEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_name = target.as_ref().is_some_and(|it| it.matches(".row-name").unwrap_or_default());
        let Some(found) = self.found(event.target().as_ref()).filter(|_| is_name) else { return };
        let is_taken = match self.carry.with_untracked(Option::is_some) {
            true => self.carried(&event.key()),
            false => self.pressed_on(event, &found),
        };
        if is_taken {
            event.prevent_default();
        }
    }

    /// A key while a row is carried; whether it is for that.
    fn carried(self, key: &str) -> bool {
        match (key, Way::of(key, self.is_rtl())) {
            (_, Some(way)) => self.carry_on(way),
            ("Enter" | " ", _) => self.put_down(),
            // Who goes elsewhere leaves the row where it was.
            ("Tab", _) => {
                self.give_up();
                return false;
            }
            _ => return false,
        }
        true
    }

    /// A key on a row that stands; whether it is for the row.
    fn pressed_on(self, event: &KeyboardEvent, found: &Found) -> bool {
        let with_mod = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            "Enter" if !with_mod => self.open(found.row.clone()),
            " " => self.take_up_by_key(found),
            "ContextMenu" => self.open_menu_at(event, found),
            "F10" if event.shift_key() => self.open_menu_at(event, found),
            "Delete" => self.run(Action::Remove, found),
            "d" if with_mod => self.run(Action::Duplicate, found),
            key if event.alt_key() => return self.put_by_key(key, event.shift_key(), found),
            _ => return false,
        }
        true
    }

    /// Where rows stand in an order of their own, the space bar selects them as a press does.
    fn take_up_by_key(self, found: &Found) {
        self.bench.select(ElementId::Row(found.row.clone()));
        self.take_up(found, true);
    }

    fn put_by_key(self, key: &str, with_shift: bool, found: &Found) -> bool {
        let Some(way) = Way::of(key, self.is_rtl()) else { return false };
        let hold = if with_shift { Hold::End } else { Hold::Whole };
        self.put_at(&Found { hold: Some(hold), ..found.clone() }, |place, columns| place.next(way, columns));
        // The browser would go back to another page.
        true
    }

    fn open_menu_at(self, event: &KeyboardEvent, found: &Found) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(rect) = target.as_ref().map(layer::rect) {
            self.open_menu(found, (rect.left, rect.top + rect.height));
        }
    }

    fn run(self, action: Action, found: &Found) {
        self.bench.select(ElementId::Row(found.row.clone()));
        action.run(self.bench, self.i18n);
    }
}
