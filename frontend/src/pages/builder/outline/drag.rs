//! Dragging lines of the outline to another place among their siblings. Alt with an arrow does the same by keyboard, and
//! so do the menus.

use leptos::ev::DragEvent;
use leptos::prelude::*;
use shared::operation::{ElementId, ListId};
use wasm_bindgen::JsCast;

use crate::browser::layer;
use crate::i18n::I18n;
use crate::pages::builder::actions::{move_to, place};
use crate::pages::builder::ids;
use crate::pages::builder::store::Workbench;

/// On which side of a line something would come to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drop {
    Before,
    After,
}

/// What is dragged, and where it would go.
#[derive(Clone, Copy)]
pub(super) struct Drag {
    what: RwSignal<Option<ElementId>>,
    target: RwSignal<Option<(String, ElementId, Drop)>>,
}

impl Drag {
    /// Nothing is dragged.
    pub(super) fn new() -> Self {
        Self { what: RwSignal::new(None), target: RwSignal::new(None) }
    }

    /// The pointer takes hold of a line.
    pub(super) fn start(self, event: &DragEvent, element: Option<ElementId>) {
        if let (Some(element), Some(data)) = (&element, event.data_transfer()) {
            data.set_effect_allowed("move");
            // A browser that takes no text drags all the same.
            let _ = data.set_data("text/plain", &ids::write(element));
        }
        self.what.set(element);
    }

    /// The pointer is over a line.
    pub(super) fn over(self, event: &DragEvent, bench: Workbench, line: &str, element: Option<ElementId>) {
        let (Some(what), Some(element)) = (self.what.get_untracked(), element) else { return };
        let are_siblings = bench.blueprint.with_untracked(|blueprint| {
            let list = ListId::of(blueprint, &what);
            list.is_some() && list == ListId::of(blueprint, &element)
        });
        if !are_siblings || what == element {
            return self.target.set(None);
        }
        event.prevent_default();
        let row = event.current_target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        let is_after = row.is_some_and(|row| {
            let rect = layer::rect(&row);
            f64::from(event.client_y()) > rect.top + rect.height / 2.0
        });
        let drop = if is_after { Drop::After } else { Drop::Before };
        self.target.set(Some((line.to_owned(), element, drop)));
    }

    /// Where something would come to stand at the line with this id; nothing for other lines.
    pub(super) fn drop_at(self, line: &str) -> Option<Drop> {
        self.target.with(|target| target.as_ref().filter(|(at, ..)| at == line).map(|(.., drop)| *drop))
    }

    /// The pointer lets go over a line.
    pub(super) fn drop_now(self, bench: Workbench, i18n: I18n) {
        if let (Some(what), Some((_, element, drop))) =
            (self.what.get_untracked(), self.target.get_untracked())
        {
            let places = bench.blueprint.with_untracked(|it| (place(it, &what), place(it, &element)));
            if let (Some((from, _)), Some((to, _))) = places {
                // Places count without what is dragged.
                let to = if from < to { to - 1 } else { to };
                move_to(bench, i18n, &what, if drop == Drop::After { to + 1 } else { to });
            }
        }
        self.end();
    }

    /// Nothing is dragged any more.
    pub(super) fn end(self) {
        self.what.set(None);
        self.target.set(None);
    }
}
