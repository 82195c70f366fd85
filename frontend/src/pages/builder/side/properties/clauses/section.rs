//! A part of the properties.

use leptos::prelude::*;

/// A part of the properties, below a heading.
#[component]
pub(crate) fn Section(
    /// Id of its heading.
    #[prop(into)]
    id: String,
    /// What it is about.
    #[prop(into)]
    title: Signal<String>,
    /// What it does; empty for nothing to say.
    #[prop(into, default = Signal::stored(String::new()))]
    hint: Signal<String>,
    /// Its controls.
    children: Children,
) -> impl IntoView {
    let heading = id.clone();
    view! {
        <section class="clause-section" aria-labelledby=heading>
            <header>
                <h3 id=id>{title}</h3>
                <p class="hint">{hint}</p>
            </header>
            {children()}
        </section>
    }
}
