//! Things that belong together, in a frame.

use leptos::prelude::*;

/// Things that belong together, in a frame with a name.
#[component]
pub(crate) fn Card(
    /// What they are.
    #[prop(into)]
    title: Signal<String>,
    /// A line about them; empty for none.
    #[prop(into, default = Signal::stored(String::new()))]
    text: Signal<String>,
    /// What can be done with all of them, at the end of the name's line.
    #[prop(into, optional)]
    actions: ViewFnOnce,
    /// The things.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="card">
            <header class="card-head">
                <div class="card-words">
                    <h3>{title}</h3>
                    <p class="hint">{text}</p>
                </div>
                <div class="card-actions">{actions.run()}</div>
            </header>
            <div class="card-body">{children()}</div>
        </section>
    }
}
