//! The parts of a page, each with an address.

use leptos::prelude::*;

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
    view! { <nav class="tabs" data-tour="parts" aria-label=label>{tabs.into_iter().enumerate().map(tab).collect_view()}</nav> }
}
