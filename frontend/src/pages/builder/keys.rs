//! What keys do in the builder, wherever the focus is.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::actions::Action;
use super::store::Workbench;
use crate::i18n::use_i18n;

/// A key that is pressed.
#[derive(Clone, Copy, Debug)]
struct Press<'a> {
    key: &'a str,
    with_mod: bool,
    with_shift: bool,
    with_alt: bool,
    /// Whether it is pressed where one writes.
    is_writing: bool,
    /// Whether it is pressed where undoing is about what is written there.
    undoes_itself: bool,
    /// Whether it is pressed on an element, or on nothing in particular.
    is_among_elements: bool,
}

/// Listens for as long as the builder is there.
pub(crate) fn watch(bench: Workbench) {
    let i18n = use_i18n();
    let press = window_event_listener(leptos::ev::keydown, move |event| {
        if event.default_prevented() || is_over_page() || !is_in_builder(&event) {
            return;
        }
        let key = event.key();
        let press = Press {
            key: &key,
            with_mod: event.ctrl_key() || event.meta_key(),
            with_shift: event.shift_key(),
            with_alt: event.alt_key(),
            is_writing: is_writing(&event),
            undoes_itself: matches(&event, "[data-own-undo]"),
            is_among_elements: matches(&event, "body, .outline *, .cells *"),
        };
        if let Some(action) = press.action().filter(|action| untrack(|| action.is_possible(bench))) {
            event.prevent_default();
            action.run(bench, i18n);
        }
    });
    on_cleanup(move || press.remove());
}

impl Press<'_> {
    /// What it does. Undo and redo go before those of the browser, which know of one field alone; the palette opens from
    /// anywhere.
    fn action(self) -> Option<Action> {
        let Self { key, with_mod, with_shift, with_alt, is_writing, .. } = self;
        let lower = key.to_lowercase();
        match (lower.as_str(), with_mod, with_alt) {
            ("z" | "y", true, false) if self.undoes_itself => None,
            ("z", true, false) if with_shift => Some(Action::Redo),
            ("z", true, false) => Some(Action::Undo),
            ("y", true, false) => Some(Action::Redo),
            ("k", true, false) if !with_shift => Some(Action::OpenPalette),
            _ if is_writing || !self.is_among_elements => None,
            ("d", true, false) => Some(Action::Duplicate),
            ("f2", false, false) => Some(Action::Rename),
            ("delete", false, false) => Some(Action::Remove),
            ("arrowup", false, true) => Some(Action::MoveUp),
            ("arrowdown", false, true) => Some(Action::MoveDown),
            _ => None,
        }
    }
}

/// Whether something is open over the page that keys belong to.
pub(super) fn is_over_page() -> bool {
    document().query_selector("dialog[open], [popover]:popover-open:not(.tooltip)").ok().flatten().is_some()
}

/// Whether an event is for something one writes in.
pub(super) fn is_writing(event: &web_sys::Event) -> bool {
    matches(event, "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")
}

/// Whether a key is pressed in the builder, or on nothing in particular.
fn is_in_builder(event: &web_sys::Event) -> bool {
    matches(event, "body, .bench, .bench *")
}

fn matches(event: &web_sys::Event, selector: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.matches(selector).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(key: &str, held: &str, is_writing: bool, expected: Option<Action>) {
        let press = Press {
            key,
            with_mod: held.contains('m'),
            with_shift: held.contains('s'),
            with_alt: held.contains('a'),
            is_writing,
            undoes_itself: held.contains('o'),
            is_among_elements: !held.contains('e'),
        };
        assert_eq!(press.action(), expected, "{key} {held}");
    }

    #[test]
    fn keys_do_what_menus_say() {
        check("z", "m", false, Some(Action::Undo));
        check("z", "m", true, Some(Action::Undo));
        check("Z", "ms", true, Some(Action::Redo));
        check("y", "m", false, Some(Action::Redo));
        check("d", "m", false, Some(Action::Duplicate));
        check("k", "m", true, Some(Action::OpenPalette));
        check("K", "ms", false, None);
        check("ArrowUp", "a", false, Some(Action::MoveUp));
        check("Delete", "", false, Some(Action::Remove));
        check("z", "", false, None);
    }

    #[test]
    fn controls_keep_what_is_about_elements_to_themselves() {
        for (key, held) in [("Delete", "e"), ("d", "me"), ("ArrowDown", "ae"), ("z", "mo"), ("y", "mo")] {
            check(key, held, false, None);
        }
        check("z", "me", false, Some(Action::Undo));
    }

    #[test]
    fn who_writes_keeps_the_keys_of_writing() {
        for (key, held) in [("Delete", ""), ("d", "m"), ("ArrowDown", "a"), ("F2", "")] {
            check(key, held, true, None);
        }
    }
}
