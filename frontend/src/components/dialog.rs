//! One question or one short task over the page.

use leptos::prelude::*;

use super::modal::Modal;

/// One question or one short task over the page. Ask only what can't be undone; for the rest there is Undo.
#[component]
pub(crate) fn Dialog(
    /// Its id.
    #[prop(into)]
    id: String,
    /// Classes of the surface, where it needs more room than a question does.
    #[prop(default = "modal dialog")]
    class: &'static str,
    /// What it asks, naming what it is about.
    #[prop(into)]
    title: Signal<String>,
    /// Whether it is open.
    #[prop(into)]
    is_open: Signal<bool>,
    /// Called when the person closes it, by Escape, by the cross or by a press beside it.
    #[prop(into)]
    on_close: Callback<()>,
    /// What can be done, the main thing last.
    #[prop(into, optional)]
    actions: ViewFnOnce,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let (body, actions) = (children().into_any(), Some(actions.run()));
    Modal { class, id, title, is_open, on_close, body, actions }.view()
}
