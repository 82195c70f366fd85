//! The parts of a page, each with an address.

use leptos::html;
use leptos::prelude::*;

use crate::browser::layer;

/// A part of a page.
#[derive(Clone)]
pub(crate) struct TabLink {
    /// Its address.
    pub href: String,
    /// Its name.
    pub name: Signal<String>,
    /// How many things it holds; empty for none worth counting.
    pub count: Signal<String>,
}

/// The keys that lead to the parts, in their order.
const SHORTCUTS: [&str; 9] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// The parts of a page, each with an address and a digit that leads there.
#[component]
pub(crate) fn TabLinks(
    /// What the parts are parts of.
    #[prop(into)]
    label: Signal<String>,
    /// The parts, in order.
    tabs: Vec<TabLink>,
    /// Address of the open one.
    #[prop(into)]
    current: Signal<String>,
) -> impl IntoView {
    let tab = move |(at, tab): (usize, TabLink)| {
        let (href, counted) = (tab.href.clone(), tab.count);
        let is_open = move || current.with(|current| *current == href).then_some("page");
        view! {
            <a class="tab" href=tab.href aria-current=is_open aria-keyshortcuts=SHORTCUTS.get(at).copied()>
                <span>{tab.name}</span>
                {move || counted.with(|count| !count.is_empty()).then(|| view! { <span class="tab-count">{counted}</span> })}
            </a>
        }
    };
    let nav = NodeRef::<html::Nav>::new();
    // Where not all are in sight, the open one is.
    Effect::new(move || {
        current.track();
        if let Some(nav) = nav.get() {
            request_animation_frame(move || layer::scroll_to_middle(&nav, "[aria-current=page]"));
        }
    });
    view! { <nav class="tabs" node_ref=nav data-tour="parts" aria-label=label>{tabs.into_iter().enumerate().map(tab).collect_view()}</nav> }
}
