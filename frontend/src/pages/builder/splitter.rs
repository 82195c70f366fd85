//! The line between two panes, which makes one of them wider: by pointer, by arrows, and back by a double press.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::browser::layer;

/// Narrowest and widest that a pane may be, in pixels.
const WIDTHS: (f64, f64) = (200.0, 560.0);
/// How far an arrow key goes, in pixels.
const STEP: f64 = 16.0;

/// The line between a pane and the canvas.
#[component]
pub(crate) fn Splitter(
    /// Which pane it makes wider.
    #[prop(into)]
    label: Signal<String>,
    /// How wide the pane is, in pixels.
    #[prop(into)]
    width: Signal<f64>,
    /// How wide it is usually.
    usual: f64,
    /// Whether the pane comes after the line.
    #[prop(optional)]
    is_after: bool,
    /// Called with the width that the person wants.
    #[prop(into)]
    on_change: Callback<f64>,
) -> impl IntoView {
    let start = StoredValue::new(None::<(f64, f64)>);
    let sign = move |event: &web_sys::Element| {
        if layer::is_right_to_left(event) == is_after { 1.0 } else { -1.0 }
    };
    let set = move |width: f64| on_change.run(width.clamp(WIDTHS.0, WIDTHS.1));
    let line = move |event: &ev::Event| event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    let down = move |event: ev::PointerEvent| {
        if let Some(line) = line(&event) {
            event.prevent_default();
            // Refused only to a pointer that is gone already.
            let _ = line.set_pointer_capture(event.pointer_id());
            start.set_value(Some((f64::from(event.client_x()), width.get_untracked())));
        }
    };
    let moved = move |event: ev::PointerEvent| {
        if let (Some((x, width)), Some(line)) = (start.get_value(), line(&event)) {
            set(width + sign(&line) * (f64::from(event.client_x()) - x));
        }
    };
    let up = move |_| start.set_value(None);
    let press = move |event: ev::KeyboardEvent| {
        let Some(line) = line(&event) else { return };
        let now = width.get_untracked();
        match event.key().as_str() {
            "ArrowRight" => set(now + sign(&line) * STEP),
            "ArrowLeft" => set(now - sign(&line) * STEP),
            "Home" => set(WIDTHS.0),
            "End" => set(WIDTHS.1),
            "Enter" => set(usual),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <div
            class="bench-splitter"
            class:after=is_after
            role="separator"
            tabindex="0"
            aria-orientation="vertical"
            aria-label=label
            aria-valuenow=move || width.get().round().to_string()
            aria-valuemin=WIDTHS.0.to_string()
            aria-valuemax=WIDTHS.1.to_string()
            on:pointerdown=down
            on:pointermove=moved
            on:pointerup=up
            on:pointercancel=up
            on:keydown=press
            on:dblclick=move |_| set(usual)
        ></div>
    }
}
