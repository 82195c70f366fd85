//! Copying, cutting and pasting what is selected: between places, tabs, systems.

use leptos::ev::{self, ClipboardEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::operation::intention::{self, Clip, ClipError, Intention};
use shared::operation::{ElementKind, Rejection};
use wasm_bindgen::JsCast;

use super::actions::Action;
use super::keys::{is_over_page, is_writing};
use super::store::Workbench;
use crate::browser::clipboard;
use crate::i18n::{I18n, Key, known, use_i18n};

/// What becomes of what is put on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// It stays.
    Copy,
    /// It goes.
    Cut,
}

/// A clip is text, so that it can be read wherever else it is pasted.
const FORMAT: &str = "text/plain";

/// Listens for as long as the builder is there.
pub(crate) fn watch(bench: Workbench) {
    let i18n = use_i18n();
    let copy = window_event_listener(ev::copy, move |event| take(bench, i18n, &event, Way::Copy));
    let cut = window_event_listener(ev::cut, move |event| take(bench, i18n, &event, Way::Cut));
    let paste = window_event_listener(ev::paste, move |event| {
        let text = event.clipboard_data().and_then(|data| data.get_data(FORMAT).ok());
        if let Some(text) = text.filter(|text| !text.is_empty() && is_ours(&event)) {
            event.prevent_default();
            paste(bench, i18n, &text);
        }
    });
    on_cleanup(move || {
        copy.remove();
        cut.remove();
        paste.remove();
    });
}

/// Puts what is selected on the clipboard, from a menu.
pub(crate) fn copy_to_device(bench: Workbench, i18n: I18n, way: Way) {
    let (selection, Some((clip, text))) = (bench.selection_now(), clip(bench)) else { return };
    spawn_local(async move {
        let is_copied = clipboard::copy(text).await;
        match is_copied {
            _ if !is_there(bench) => {}
            false => bench.say(known!("builder.paste.no_copy")),
            // What was copied goes, and nothing that was selected since.
            true if way == Way::Cut && bench.selection_now() != selection => {}
            true => copied(bench, i18n, &clip, way),
        }
    });
}

/// Pastes what is on the clipboard, from a menu. Many browsers give it to nobody but who presses the keys.
pub(crate) fn paste_from_device(bench: Workbench, i18n: I18n) {
    spawn_local(async move {
        let text = clipboard::read().await;
        match text {
            _ if !is_there(bench) => {}
            Some(text) => paste(bench, i18n, &text),
            None => bench.say(known!("builder.paste.no_read")),
        }
    });
}

/// Whether the person is still in the builder: browsers may ask them first.
fn is_there(bench: Workbench) -> bool {
    bench.palette.try_get_untracked().is_some()
}

/// What is selected, and the text of it that goes on the clipboard. What could not be pasted again is left where it is.
fn clip(bench: Workbench) -> Option<(Clip, String)> {
    let clip = Clip::of(&bench.blueprint.get_untracked(), &bench.selection_now())?;
    let written = clip.write();
    written.map_err(|error| bench.say(reason(&error))).ok().map(|text| (clip, text))
}

fn take(bench: Workbench, i18n: I18n, event: &ClipboardEvent, way: Way) {
    if !is_ours(event) || is_text_selected() {
        return;
    }
    if let Some(value) = focused_value() {
        // A value goes as it is read; nothing is taken away by it.
        if event.clipboard_data().is_some_and(|data| data.set_data(FORMAT, &value).is_ok()) {
            event.prevent_default();
        }
        return;
    }
    let (Some((clip, text)), Some(data)) = (clip(bench), event.clipboard_data()) else { return };
    if data.set_data(FORMAT, &text).is_ok() {
        event.prevent_default();
        copied(bench, i18n, &clip, way);
    }
}

/// The value in the grid that has the focus, as people read it.
fn focused_value() -> Option<String> {
    let focused = document().active_element()?;
    focused.matches(".cells [role=gridcell]").ok()?.then(|| focused.text_content().unwrap_or_default())
}

fn copied(bench: Workbench, i18n: I18n, clip: &Clip, way: Way) {
    match way {
        Way::Copy => bench.said.set(i18n.count("builder.paste.copied", clip.elements().len())),
        Way::Cut => Action::Remove.run(bench, i18n),
    }
}

/// Pastes `text` as one step, and selects what came of it.
fn paste(bench: Workbench, i18n: I18n, text: &str) {
    let clip = match Clip::read(text) {
        Ok(clip) => clip,
        Err(error) => return bench.say(reason(&error)),
    };
    let blueprint = bench.blueprint.get_untracked();
    let selected = bench.selected_now();
    match intention::paste(&blueprint, &clip, &selected, &mut Workbench::new_id, bench.language()) {
        Ok(pasted) => {
            if bench.intend(&Intention::Paste(pasted.names), Ok(pasted.operations)) {
                bench.said.set(i18n.count("builder.paste.pasted", pasted.elements.len()));
                let mut elements = pasted.elements;
                // Only elements of one kind are selected together.
                let kind = elements.first().map(|first| first.kind());
                elements.retain(|element| Some(element.kind()) == kind);
                elements.iter().for_each(|element| bench.unfold_to(element));
                bench.select_all(elements);
            }
        }
        Err(Rejection::Senseless { kind, .. }) => bench.say(place(kind)),
        Err(Rejection::Missing { .. }) => bench.say(known!("builder.paste.missing")),
        Err(rejection) => bench.refuse(&rejection),
    }
}

/// Why a text cannot be pasted.
fn reason(error: &ClipError) -> Key {
    match error {
        ClipError::Other => known!("builder.paste.other"),
        ClipError::TooLarge => known!("builder.paste.too_large"),
        ClipError::TooNew { .. } => known!("builder.paste.too_new"),
        ClipError::Form(_) => known!("builder.paste.damaged"),
    }
}

/// What must be selected so that elements of a kind can be pasted.
fn place(kind: ElementKind) -> Key {
    match kind {
        ElementKind::Option => known!("builder.paste.needs.select"),
        ElementKind::Chart => known!("builder.paste.needs.dashboard"),
        _ => known!("builder.paste.needs.table"),
    }
}

/// Whether an event is for the builder: not for a field in it, nor for what is open over it, nor for what is around.
fn is_ours(event: &ClipboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let is_here = target.is_none_or(|target| {
        target.tag_name() == "BODY" || target.closest(".bench").is_ok_and(|bench| bench.is_some())
    });
    is_here && !event.default_prevented() && !is_over_page() && !is_writing(event)
}

/// Whether the person selected a text on the page, which is what they copy then.
fn is_text_selected() -> bool {
    let selection = window().get_selection().ok().flatten();
    selection.is_some_and(|selection| !selection.is_collapsed())
}
