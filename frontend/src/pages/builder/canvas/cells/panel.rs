//! A value that takes more than a line, changed on a small surface below its cell.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use shared::blueprint::{FieldId, RowId};
use wasm_bindgen::JsCast;
use web_sys::Node;

use super::Grid;
use crate::browser::layer;
use crate::components::float::Float;
use crate::components::float::place::Side;
use crate::pages::builder::side::properties::cell::CellControl;

/// A value, changed below its cell. Escape and going elsewhere close it.
#[component]
pub(super) fn Panel(
    /// Its row.
    row: RowId,
    /// Its field.
    field: FieldId,
    /// The grid.
    grid: Grid,
) -> impl IntoView {
    let float = Float::new(Side::Below, 2.0);
    float.body.on_load(move |body| {
        request_animation_frame(move || {
            float.open();
            layer::focus_nth(&body, "input, select, textarea, button", 0);
        });
    });
    let press = move |event: KeyboardEvent| {
        event.stop_propagation();
        // Enter and Escape are for the words that are being put together then.
        if event.is_composing() {
            return;
        }
        let is_line = event.target().is_some_and(|it| it.dyn_ref::<web_sys::HtmlInputElement>().is_some());
        let by = match event.key().as_str() {
            "Escape" => (0, 0),
            "Enter" if is_line => (1, 0),
            _ => return,
        };
        event.prevent_default();
        grid.end(by);
    };
    let leave = move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        let stays = float.body.try_get_untracked().flatten().is_some_and(|body| body.contains(to.as_ref()));
        // What is pressed and takes no focus leaves it nowhere: then the surface stays.
        if !stays && to.is_some() {
            grid.left();
        }
    };
    view! {
        <span class="anchor" node_ref=float.anchor></span>
        <div
            class="popover cell-panel dense"
            popover="manual"
            role="dialog"
            aria-label=move || grid.label_of_edited()
            node_ref=float.body
            on:keydown=press
            on:focusout=leave
            on:click=|event| event.stop_propagation()
            on:dblclick=|event| event.stop_propagation()
        >
            <CellControl row field/>
        </div>
    }
}
