//! The page itself: its title, language, theme, address and focus.

use std::time::Duration;

use leptos::prelude::{document, set_timeout, window};
use shared::words::{Direction, Language};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, UrlSearchParams};

/// Removes what the page showed while the client was loading.
pub(crate) fn clear_body() {
    super::boot::started();
    if let Some(loading) = document().get_element_by_id("loading") {
        loading.remove();
    }
}

/// Says in which language the page is and on which side its lines begin.
pub(crate) fn set_language(language: Language) {
    let direction = match language.direction() {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    };
    set_root_attribute("lang", Some(language.tag()));
    set_root_attribute("dir", Some(direction));
}

/// The language that the browser prefers, such as `de-AT`.
pub(crate) fn browser_language() -> String {
    window().navigator().language().unwrap_or_default()
}

/// Sets the page's theme; none follows the system's.
pub(crate) fn set_theme(theme: Option<&str>) {
    set_root_attribute("data-theme", theme);
}

fn set_root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = document().document_element() {
        // Both names are valid, the only thing that these calls refuse.
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// The address of `path` on this site, with `fragment`.
pub(crate) fn address(path: &str, fragment: &str) -> String {
    let origin = window().location().origin().unwrap_or_default();
    format!("{origin}{path}#{fragment}")
}

/// The path of the address.
pub(crate) fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// The part of the address after `#`, without it. It never travels to a server.
pub(crate) fn fragment() -> String {
    window().location().hash().unwrap_or_default().trim_start_matches('#').to_owned()
}

/// A parameter of the address's query.
pub(crate) fn parameter(name: &str) -> Option<String> {
    let query = window().location().search().ok()?;
    UrlSearchParams::new_with_str(&query).ok()?.get(name)
}

/// Puts `fragment` into the address without a new history entry, once a change of page that is under way is done:
/// the address on show until then is the old page's.
pub(crate) fn replace_fragment(fragment: String) {
    set_timeout(move || replace_address(&format!("{}#{fragment}", path())), Duration::ZERO);
}

/// Shows another address without a new history entry and without loading it.
pub(crate) fn replace_address(address: &str) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        // Browsers refuse this after a hundred calls within seconds; the device remembers the answers as well.
        let _ = history.replace_state_with_url(&state, "", Some(address));
    }
}

/// Loads the page anew.
pub(crate) fn reload() {
    // Refused only to pages that are being left already.
    drop(window().location().reload());
}

/// Moves the focus to the element with this id, once the page has changed to what was just asked of it.
pub(crate) fn focus_soon(id: String) {
    set_timeout(move || focus(&id), Duration::ZERO);
}

/// Moves the focus to the element with this id.
pub(crate) fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.focus();
    }
}
