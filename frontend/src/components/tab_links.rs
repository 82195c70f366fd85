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

/// The parts of a page, each with an address.
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
    let tab = move |tab: TabLink| {
        let (href, counted) = (tab.href.clone(), tab.count);
        let is_open = move || current.with(|current| *current == href).then_some("page");
        view! {
            <a class="tab" href=tab.href aria-current=is_open>
                <span>{tab.name}</span>
                {move || counted.with(|count| !count.is_empty()).then(|| view! { <span class="tab-count">{counted}</span> })}
            </a>
        }
    };
    view! { <nav class="tabs" aria-label=label>{tabs.into_iter().map(tab).collect_view()}</nav> }
}
