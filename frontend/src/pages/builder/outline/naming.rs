//! A name that is being changed, in its place.

use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use shared::operation::{ElementId, Operation};
use shared::validate::NAME_MAX;

use super::Tree;
use crate::i18n::t;

/// The name of an element, being changed: Enter and leaving keep it, Escape takes it back.
#[component]
pub(super) fn Naming(
    /// The element.
    element: ElementId,
    /// The outline.
    tree: Tree,
) -> impl IntoView {
    let bench = tree.bench;
    let input = NodeRef::<Input>::new();
    input.on_load(|input| {
        request_animation_frame(move || {
            let _ = input.focus();
            input.select();
        });
    });
    let now = bench.blueprint.with_untracked(|blueprint| element.name(blueprint).unwrap_or_default());
    let end = move |is_back: bool| {
        if bench.is_renaming() {
            bench.rename(None);
            if is_back {
                tree.focus_soon();
            }
        }
    };
    let typed = move |name: String| {
        if let Some(operation) = Operation::rename(&element, name) {
            bench.type_in(operation);
        }
    };
    let press = move |event: ev::KeyboardEvent| {
        event.stop_propagation();
        // Enter and Escape are for the words that are being put together then.
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "Enter" => {
                bench.finish();
                end(true);
            }
            "Escape" => {
                bench.abandon();
                end(true);
            }
            _ => return,
        }
        event.prevent_default();
    };
    let leave = move |_| {
        bench.finish();
        end(false);
    };
    view! {
        <input
            class="input tree-naming"
            type="text"
            autocomplete="off"
            maxlength=NAME_MAX.to_string()
            aria-label=t!("builder.name")
            prop:value=now
            node_ref=input
            on:input:target=move |event| typed(event.target().value())
            on:keydown=press
            on:click=|event| event.stop_propagation()
            on:dblclick=|event| event.stop_propagation()
            on:blur=leave
        />
    }
}
