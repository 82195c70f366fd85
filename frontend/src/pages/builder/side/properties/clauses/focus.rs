//! Where the focus goes when what had it is gone or has moved.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::browser::layer;

/// Moves the focus into the element of this id, once it is there: to the first button in it that `wanted` counts
/// from, or to itself where it is a button.
pub(crate) fn focus_later(id: String, wanted: usize) {
    request_animation_frame(move || {
        let Some(element) = document().get_element_by_id(&id) else { return };
        match element.dyn_ref::<web_sys::HtmlButtonElement>() {
            Some(button) => drop(button.focus()),
            None => layer::focus_nth(&element, "button", wanted),
        }
    });
}
