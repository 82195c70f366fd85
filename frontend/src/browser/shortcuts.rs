//! Shortcuts: a control says by `aria-keyshortcuts` which key presses it, and the page's own script presses it.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::layer;

/// What a key does on this page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shortcut {
    /// The key.
    pub key: String,
    /// What it does, as the control says it.
    pub name: String,
}

/// Those of the controls that are in sight, in their order.
pub(crate) fn on_page() -> Vec<Shortcut> {
    let Ok(found) = document().query_selector_all("[aria-keyshortcuts]") else { return Vec::new() };
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok())
        .filter(|control| layer::is_in_sight(control))
        .filter_map(|control| {
            let key = control.get_attribute("aria-keyshortcuts")?;
            Some(Shortcut { key, name: name(&control) })
        })
        .collect()
}

/// What a control says of itself, without the numbers and shapes beside it.
fn name(control: &HtmlElement) -> String {
    let words = || control.query_selector("span").ok().flatten().and_then(|words| words.text_content());
    let label = || control.closest("label").ok().flatten().and_then(|label| label.text_content());
    let text = control.get_attribute("aria-label").or_else(words).or_else(label);
    let text = text.or_else(|| control.text_content());
    text.unwrap_or_default().trim().to_owned()
}
