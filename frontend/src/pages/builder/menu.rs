//! What can be done with what is selected, where the pointer or the focus is.

use leptos::html::Div;
use leptos::prelude::*;
use shared::operation::ElementId;

use super::actions::Action;
use super::store::Workbench;
use crate::browser::layer;
use crate::components::{MenuItem, MenuList};
use crate::i18n::{I18n, t};

/// A menu that opens anywhere. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct ContextMenu {
    body: NodeRef<Div>,
    is_open: RwSignal<bool>,
}

impl ContextMenu {
    /// A closed one.
    pub(crate) fn new() -> Self {
        Self { body: NodeRef::new(), is_open: RwSignal::new(false) }
    }

    /// Opens it for `element` at a place of the window; what is selected stays so if the element is part of it.
    pub(crate) fn open(self, bench: Workbench, element: &ElementId, left: f64, top: f64) {
        if !untrack(|| bench.is_selected(element)) {
            bench.select(element.clone());
        }
        self.is_open.set(true);
        let Some(body) = self.body.get_untracked() else { return };
        // What it holds now comes with the next frame, and with it its size.
        request_animation_frame(move || {
            layer::show(&body);
            let (rect, window) = (layer::rect(&body), layer::viewport());
            let left = left.min(window.width - rect.width - 8.0).max(8.0);
            let top = top.min(window.height - rect.height - 8.0).max(8.0);
            layer::put(&body, left, top);
            layer::focus_nth(&body, "[role=menuitem]", 0);
        });
    }

    /// Opens it for `element` below what has the focus.
    pub(crate) fn open_at_focus(self, bench: Workbench, element: Option<&ElementId>) {
        if let (Some(element), Some(focused)) = (element, document().active_element()) {
            let rect = layer::rect(&focused);
            self.open(bench, element, rect.left + 24.0, rect.top + rect.height);
        }
    }

    /// The menu itself, closed at first.
    pub(crate) fn view(self, bench: Workbench, i18n: I18n) -> AnyView {
        let items = Signal::derive(move || {
            let possible = |action: &Action| untrack(|| action.is_possible(bench));
            let items = self.is_open.get().then(|| Action::OF_SELECTION.into_iter().filter(possible));
            items.into_iter().flatten().map(|action| item(action, i18n)).collect::<Vec<_>>()
        });
        let toggled = move |_| {
            if self.body.get_untracked().is_some_and(|body| !layer::is_shown(&body)) {
                self.is_open.set(false);
            }
        };
        let close = move |()| {
            if let Some(body) = self.body.get_untracked() {
                layer::hide(&body);
            }
        };
        let list = MenuList::new(self.body, items, Callback::new(close));
        let choose = Callback::new(move |name: &'static str| run(name, bench, i18n));
        view! {
            <div
                class="menu"
                popover="auto"
                role="menu"
                aria-label=t!("builder.menu")
                node_ref=self.body
                on:toggle=toggled
                on:keydown=move |event| list.press(&event)
            >
                {list.rows(choose)}
            </div>
        }
        .into_any()
    }
}

/// An action as a menu has it.
pub(super) fn item(action: Action, i18n: I18n) -> MenuItem {
    MenuItem {
        glyph: Some(action.glyph()),
        keys: action.keys(),
        is_danger: action == Action::Remove,
        ..MenuItem::new(action.as_str(), Signal::derive(move || action.name(i18n)))
    }
}

/// Does what was chosen from a menu.
pub(super) fn run(name: &str, bench: Workbench, i18n: I18n) {
    if let Some(action) = Action::parse(name) {
        action.run(bench, i18n);
    }
}
