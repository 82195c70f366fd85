//! A few words about what one points at or has come to by keyboard.

use leptos::ev;
use leptos::prelude::*;

use super::float::Float;
use super::float::place::Side;

/// A few words about its child, shown while the pointer is on it or the keyboard's focus in it. It stays while one
/// points at it, and goes by Escape.
#[component]
pub(crate) fn Tooltip(
    /// The words.
    #[prop(into)]
    text: Signal<String>,
    /// Whether they repeat the child's name: then they are for eyes alone.
    #[prop(optional)]
    names: bool,
    /// What they are about: one control.
    children: Children,
) -> impl IntoView {
    let float = Float::new(Side::AboveMiddle, 0.0);
    let escape = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" && float.is_open_now() {
            // This press is for the tooltip alone, not for the dialog that it may be in.
            event.prevent_default();
            float.close();
        }
    });
    on_cleanup(move || escape.remove());
    let point = move |event: ev::PointerEvent| {
        if event.pointer_type() == "mouse" {
            float.open();
        }
    };
    let focus = move |event: ev::FocusEvent| {
        if event_target::<web_sys::Element>(&event).matches(":focus-visible").unwrap_or_default() {
            float.open();
        }
    };
    view! {
        <span
            class="anchor"
            node_ref=float.anchor
            on:pointerenter=point
            on:pointerleave=move |_| float.close()
            on:pointerdown=move |_| float.close()
            on:focusin=focus
            on:focusout=move |_| float.close()
        >
            {children()}
            <div class="tooltip" popover="manual" role="tooltip" aria-hidden=names.then_some("true") node_ref=float.body>
                <span>{text}</span>
            </div>
        </span>
    }
}
