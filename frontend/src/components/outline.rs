//! The shape of what is about to come, so that nothing jumps when it does.

use leptos::prelude::*;

/// What is about to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A paragraph.
    Text,
    /// Cards beside each other.
    Cards,
    /// Rows below a line of names.
    Table,
    /// A heading, a paragraph and cards.
    Page,
}

/// The shape of what is about to come, for eyes alone: say in words beside it what is loading.
#[component]
pub(crate) fn Outline(
    /// What is about to come.
    shape: Shape,
) -> impl IntoView {
    let bars = |class: &'static str, count: usize| {
        (0..count).map(|_| view! { <div class=class></div> }).collect_view()
    };
    let text = move || view! { <div class="outline-text">{bars("skeleton", 3)}</div> };
    let cards = move || view! { <div class="outline-cards">{bars("skeleton upright", 3)}</div> };
    let inner = match shape {
        Shape::Text => text().into_any(),
        Shape::Cards => cards().into_any(),
        Shape::Table => view! { <div class="outline-table">{bars("skeleton", 24)}</div> }.into_any(),
        Shape::Page => view! { <div class="skeleton wide"></div> {text()} {cards()} }.into_any(),
    };
    view! { <div class="skeletons" aria-hidden="true">{inner}</div> }
}
