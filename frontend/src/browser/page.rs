//! The page itself: its place for the app, language, address and focus.

use std::time::Duration;

use leptos::prelude::{document, on_cleanup, set_timeout, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FocusOptions, HtmlElement, HtmlSelectElement, UrlSearchParams, VisibilityState};

/// The place of the app in the page, cleared of what it showed while the client was loading.
pub(crate) fn place() -> Option<HtmlElement> {
    super::boot::started();
    let place = element("app")?;
    place.set_inner_html("");
    Some(place)
}

/// The language that the page says it is in.
pub(crate) fn language() -> String {
    document().document_element().and_then(|root| root.get_attribute("lang")).unwrap_or_default()
}

/// On which side lines begin: `ltr` or `rtl`.
pub(crate) fn direction() -> &'static str {
    let dir = document().document_element().and_then(|root| root.get_attribute("dir"));
    if dir.as_deref() == Some("rtl") { "rtl" } else { "ltr" }
}

/// Begins lines on the other side, whatever the language.
pub(crate) fn set_direction(direction: &str) {
    if let Some(root) = document().document_element() {
        // The name is valid, the only thing that this call refuses.
        let _ = root.set_attribute("dir", direction);
    }
}

/// Asks search engines to pass over this page, as long as it is shown.
pub(crate) fn keep_out_of_search_engines() {
    let Ok(Some(head)) = document().query_selector("head") else { return };
    let Ok(robots) = document().create_element("meta") else { return };
    // Both names are valid, the only thing that these calls refuse.
    let _ = robots.set_attribute("name", "robots");
    let _ = robots.set_attribute("content", "noindex");
    let _ = head.append_child(&robots);
    let robots = send_wrapper::SendWrapper::new(robots);
    on_cleanup(move || robots.remove());
}

/// The language that the browser prefers, such as `de-AT`.
pub(crate) fn browser_language() -> String {
    window().navigator().language().unwrap_or_default()
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

/// The address on this site without its fragment, and without the previous product's answers, for the fragment has
/// them.
pub(crate) fn here() -> String {
    let query = window().location().search().ok().filter(|_| parameter("config").is_none());
    format!("{}{}", path(), query.unwrap_or_default())
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

/// Whether the page shows systems that were made already: answers have no place in its address.
pub(crate) fn shows_configurations() -> bool {
    path().starts_with("/configurations")
}

/// Puts the answers in `fragment` into the address without a new history entry, once a change of page that is under way is done:
/// the address on show until then is the old page's.
pub(crate) fn replace_fragment(fragment: String) {
    let replace = move || {
        if !shows_configurations() {
            replace_address(&format!("{}#{fragment}", here()));
        }
    };
    set_timeout(replace, Duration::ZERO);
}

/// Whether somebody looks at this page rather than at another tab.
pub(crate) fn is_shown() -> bool {
    document().visibility_state() == VisibilityState::Visible
}

/// Whether somebody is in the middle of writing something.
pub(crate) fn is_writing() -> bool {
    let fields = "input:not([type=checkbox], [type=radio]), textarea, [contenteditable]";
    document().active_element().is_some_and(|element| element.matches(fields).unwrap_or_default())
}

/// Whether the browser has a connection at all; whether a server answers is another question.
pub(crate) fn is_online() -> bool {
    window().navigator().on_line()
}

/// Shows another address without a new history entry and without loading it.
pub(crate) fn replace_address(address: &str) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        // Browsers refuse this after a hundred calls within seconds; the device remembers the answers as well.
        let _ = history.replace_state_with_url(&state, "", Some(address));
    }
}

/// Loads the page anew, in the newest version of the client that is on this device.
pub(crate) fn reload() {
    super::boot::reload();
}

/// Moves the focus to the element with this id, once the page has changed to what was just asked of it.
pub(crate) fn focus_soon(id: String) {
    set_timeout(move || focus(&id), Duration::ZERO);
}

/// Moves the focus to the element with this id.
pub(crate) fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Moves the focus to the element with this id; the page stays where it is scrolled to.
pub(crate) fn focus_in_place(id: &str) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element(id) {
        let _ = element.focus_with_options(&options);
    }
}

/// Selects `value` in the list with this id.
pub(crate) fn select(id: &str, value: &str) {
    if let Some(list) = element(id).and_then(|element| element.dyn_into::<HtmlSelectElement>().ok()) {
        list.set_value(value);
    }
}

/// The element with this id; one of a drawing takes the focus as those of pages do.
fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id).map(JsCast::unchecked_into)
}

/// Scrolls to the element with this id and moves the focus there, once the page has changed to what was just asked.
pub(crate) fn show_soon(id: String) {
    let show = move || {
        if let Some(element) = document().get_element_by_id(&id) {
            if !element.has_attribute("tabindex") {
                // The name is valid, the only thing that this call refuses.
                let _ = element.set_attribute("tabindex", "-1");
            }
            focus(&id);
            element.scroll_into_view();
        }
    };
    set_timeout(show, Duration::ZERO);
}

/// Whether this device has one of Apple's keyboards.
pub(crate) fn is_apple() -> bool {
    window()
        .navigator()
        .platform()
        .is_ok_and(|platform| platform.starts_with("Mac") || platform.starts_with("iP"))
}
