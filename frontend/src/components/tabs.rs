//! Things behind tabs, one in sight at a time. Left and right, Home and End go from tab to tab.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::keys::{self, Lie};
use crate::browser::{layer, page};

/// Things behind tabs, one in sight at a time.
#[component]
pub(crate) fn Tabs(
    /// What the ids of the tabs start with.
    id: &'static str,
    /// What the things are.
    #[prop(into)]
    label: Signal<String>,
    /// Their names, in order.
    names: Vec<String>,
    /// Which one is in sight.
    open: RwSignal<usize>,
    /// The one in sight.
    children: Children,
) -> impl IntoView {
    let last = names.len().saturating_sub(1);
    let press = move |event: leptos::ev::KeyboardEvent| {
        let is_rtl = event.current_target().is_some_and(|row| layer::is_right_to_left(row.unchecked_ref()));
        if let Some(next) = keys::after(&event.key(), Lie::Row { is_rtl }, open.get_untracked(), last) {
            event.prevent_default();
            open.set(next);
            page::focus(&format!("{id}-{next}"));
        }
    };
    let tab = |(at, name): (usize, String)| {
        view! {
            <button
                type="button"
                role="tab"
                class="tab"
                id=format!("{id}-{at}")
                aria-controls=format!("{id}-panel")
                aria-selected=move || (open.get() == at).to_string()
                tabindex=move || if open.get() == at { "0" } else { "-1" }
                on:click=move |_| open.set(at)
            >
                <span>{name}</span>
            </button>
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label=label on:keydown=press>
            {names.into_iter().enumerate().map(tab).collect_view()}
        </div>
        <div
            class="tab-panel"
            role="tabpanel"
            id=format!("{id}-panel")
            aria-labelledby=move || format!("{id}-{}", open.get())
        >
            {children()}
        </div>
    }
}
