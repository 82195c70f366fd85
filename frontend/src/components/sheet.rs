//! A longer task at the edge of the page.

use leptos::prelude::*;

use super::modal::Modal;

/// Which edge a sheet is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    /// Where lines end; on a phone at the bottom.
    End,
    /// At the bottom, everywhere.
    Bottom,
}

/// A longer task at the edge of the page, which stays in sight behind it.
#[component]
pub(crate) fn Sheet(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What it is about.
    #[prop(into)]
    title: Signal<String>,
    /// Which edge it is at.
    #[prop(default = Edge::End)]
    edge: Edge,
    /// Whether it is open.
    #[prop(into)]
    is_open: Signal<bool>,
    /// Called when the person closes it, by Escape, by the cross or by a press beside it.
    #[prop(into)]
    on_close: Callback<()>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let class = match edge {
        Edge::End => "modal sheet end",
        Edge::Bottom => "modal sheet bottom",
    };
    Modal { class, id, title, is_open, on_close, body: children().into_any(), actions: None }.view()
}
