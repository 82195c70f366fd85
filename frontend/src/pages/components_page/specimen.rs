//! A component on show.

use leptos::prelude::*;

use crate::browser::boot;

/// A text of this page, made longer where the person asked for longer texts.
pub(super) fn say(text: &str) -> Signal<String> {
    Signal::stored(boot::lengthened(text))
}

/// Components of one kind.
#[component]
pub(super) fn Family(
    /// What kind.
    name: &'static str,
    /// The components.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="family">
            <h2>{say(name)}</h2>
            <div class="specimens">{children()}</div>
        </section>
    }
}

/// A component in all its states.
#[component]
pub(super) fn Specimen(
    /// What it is called in the code.
    name: &'static str,
    /// When to use it.
    when: &'static str,
    /// Whether it takes the whole line.
    #[prop(optional)]
    wide: bool,
    /// The states.
    children: Children,
) -> impl IntoView {
    view! {
        <article class="specimen" class:wide=wide>
            <h3><code>{name}</code></h3>
            <p class="hint">{say(when)}</p>
            <div class="specimen-stage">{children()}</div>
        </article>
    }
}

/// States beside each other.
#[component]
pub(super) fn States(
    /// The states.
    children: Children,
) -> impl IntoView {
    view! { <div class="states">{children()}</div> }
}
