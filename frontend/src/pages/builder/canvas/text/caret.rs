//! The caret of a text area, in bytes of its text: the area itself counts as JavaScript does.

use std::ops::Range;

use web_sys::HtmlTextAreaElement;

/// How many units of JavaScript `text` has.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The byte of `text` that the `unit`-th unit of JavaScript is.
fn byte_at(text: &str, unit: usize) -> usize {
    let mut passed = 0;
    let before = text.char_indices().find(|(_, letter)| {
        let is_here = passed >= unit;
        passed += letter.len_utf16();
        is_here
    });
    before.map_or(text.len(), |(at, _)| at)
}

/// Where the caret is; nothing while more than one place is selected.
pub(super) fn of(area: &HtmlTextAreaElement, text: &str) -> Option<usize> {
    let (start, end) = (area.selection_start().ok()??, area.selection_end().ok()??);
    (start == end).then(|| byte_at(text, start as usize))
}

/// Selects a part of `text`, which the area shows.
fn select(area: &HtmlTextAreaElement, text: &str, part: Range<usize>) {
    let unit = |byte: usize| text.get(..byte).and_then(|before| u32::try_from(units(before)).ok());
    if let (Some(start), Some(end)) = (unit(part.start), unit(part.end)) {
        let _ = area.set_selection_range(start, end);
    }
}

/// Puts `written` in the place of a part of `text`, which the area shows, as if it was typed: so that the area can undo
/// it and tells of it. Then the caret is `caret` bytes behind where that begins.
pub(super) fn replace(
    area: &HtmlTextAreaElement,
    text: &str,
    part: Range<usize>,
    written: &str,
    caret: usize,
) {
    let start = part.start;
    let _ = area.focus();
    select(area, text, part.clone());
    if !type_in(written) {
        // Where nothing can be typed by a program, the area forgets what was typed before, and is told.
        let mut whole = text.to_owned();
        whole.replace_range(part, written);
        area.set_value(&whole);
        if let Ok(event) = web_sys::Event::new_with_event_init_dict("input", &bubbling()) {
            let _ = area.dispatch_event(&event);
        }
    }
    let whole = area.value();
    select(area, &whole, start + caret..start + caret);
}

fn bubbling() -> web_sys::EventInit {
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    init
}

/// Types `written` where the selection is; whether that is possible.
fn type_in(written: &str) -> bool {
    use wasm_bindgen::JsCast;
    let document = leptos::prelude::document().dyn_into::<web_sys::HtmlDocument>();
    let typed = document.map(|it| it.exec_command_with_show_ui_and_value("insertText", false, written));
    matches!(typed, Ok(Ok(true)))
}

/// Selects a line, from 1, and brings it in sight.
pub(super) fn select_line(area: &HtmlTextAreaElement, line: usize) {
    let text = area.value();
    let at = line.saturating_sub(1);
    let start: usize = text.split_inclusive('\n').take(at).map(str::len).sum();
    let length = text.lines().nth(at).map(str::len).unwrap_or_default();
    let _ = area.focus();
    select(area, &text, start..start + length);
    let lines = text.lines().count().max(1) as f64;
    let top = f64::from(area.scroll_height()) * (line as f64 - 4.0).max(0.0) / lines;
    area.set_scroll_top(top as i32);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_javascript_are_places_in_bytes() {
        let text = "aé😀b";
        for (unit, byte) in [(0, 0), (1, 1), (2, 3), (4, 7), (5, 8), (9, 8)] {
            assert_eq!(byte_at(text, unit), byte, "{unit}");
        }
        for (byte, _) in text.char_indices() {
            assert_eq!(byte_at(text, units(&text[..byte])), byte);
        }
    }
}
