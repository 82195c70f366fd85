//! A question mark that opens an explanation.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, Node};

use super::icon::{Glyph, Icon};
use crate::browser::page;
use crate::i18n::use_i18n;

/// A question mark that opens an explanation below what it stands on. Escape, a second press and leaving it close it.
#[component]
pub(crate) fn HelpButton(
    /// What it explains.
    #[prop(into)]
    about: Signal<String>,
    /// Id of the explanation.
    #[prop(into)]
    id: String,
    /// The explanation, made anew whenever it is opened.
    #[prop(into)]
    content: ViewFn,
) -> impl IntoView {
    let i18n = use_i18n();
    let is_open = RwSignal::new(false);
    let label = move || about.with(|about| i18n.fill("help.about", &[("option", about)]));
    let (panel_id, button_id) = (id.clone(), format!("{id}-button"));
    let (opened, closed) = (id.clone(), button_id.clone());
    // The focus goes along, so that the explanation is read and in sight.
    let press = move |_| {
        is_open.update(|is_open| *is_open = !*is_open);
        if is_open.get_untracked() {
            page::focus_soon(opened.clone());
        }
    };
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && is_open.get_untracked() {
            event.stop_propagation();
            is_open.set(false);
            page::focus(&closed);
        }
    };
    let leave = move |event: FocusEvent| {
        if !stays_inside(&event) {
            is_open.set(false);
        }
    };
    let panel = move || {
        let (id, content) = (panel_id.clone(), content.clone());
        is_open.get().then(|| {
            view! { <div class="help-panel" id=id role="note" tabindex="-1" aria-label=label>{content.run()}</div> }
        })
    };
    view! {
        <div class="help" on:keydown=escape on:focusout=leave>
            <button
                type="button"
                id=button_id
                class="help-button"
                aria-label=label
                aria-expanded=move || is_open.get().to_string()
                aria-controls=move || is_open.get().then(|| id.clone())
                on:click=press
            >
                <Icon glyph=Glyph::CircleHelp/>
            </button>
            {panel}
        </div>
    }
}

/// Whether the focus moves from one part of the element to another.
fn stays_inside(event: &FocusEvent) -> bool {
    let node =
        |target: Option<web_sys::EventTarget>| target.and_then(|target| target.dyn_into::<Node>().ok());
    match (node(event.current_target()), node(event.related_target())) {
        (Some(element), Some(next)) => element.contains(Some(&next)),
        _ => false,
    }
}
