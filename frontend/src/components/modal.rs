//! What the native dialog gives to [`super::Dialog`] and [`super::Sheet`]: the page behind keeps still, the focus stays
//! inside and goes back after.

use leptos::html;
use leptos::prelude::*;

use super::icon::Glyph;
use super::icon_button::IconButton;
use crate::browser::layer;
use crate::i18n::t;

/// What is in a modal surface.
pub(super) struct Modal {
    /// Classes of the surface.
    pub class: &'static str,
    /// What the ids inside start with.
    pub id: String,
    /// What it is about.
    pub title: Signal<String>,
    /// Whether it is open.
    pub is_open: Signal<bool>,
    /// Called when the person closes it, by Escape, by the cross or by a press beside it.
    pub on_close: Callback<()>,
    /// What is in it.
    pub body: AnyView,
    /// What can be done, the main thing last.
    pub actions: Option<AnyView>,
}

impl Modal {
    /// The surface, over the page.
    pub(super) fn view(self) -> AnyView {
        let Self { class, id, title, is_open, on_close, body, actions } = self;
        let dialog = NodeRef::<html::Dialog>::new();
        Effect::new(move || {
            if let Some(dialog) = dialog.get() {
                layer::set_modal(&dialog, is_open.get());
            }
        });
        let press = move |event: leptos::ev::MouseEvent| {
            // The surface fills the dialog: only the ground around it is the dialog itself.
            if dialog.get_untracked().is_some_and(|dialog| event.target().as_ref() == Some(dialog.as_ref())) {
                on_close.run(());
            }
        };
        // Closed by the browser: whoever holds the state hears of it.
        let closed = move |_| {
            if is_open.get_untracked() {
                on_close.run(());
            }
        };
        let heading = format!("{id}-title");
        view! {
            <dialog class=class id=id aria-labelledby=heading node_ref=dialog on:click=press on:close=closed>
                <div class="modal-surface">
                    <header class="modal-head">
                        // The first stop: a button that took the focus would speak before the title does.
                        <h2 id=heading.clone() tabindex="-1" autofocus>{title}</h2>
                        <IconButton label=t!("dialog.close") glyph=Glyph::X on_press=on_close/>
                    </header>
                    <div class="modal-body">{body}</div>
                    {actions.map(|actions| view! { <footer class="modal-actions">{actions}</footer> })}
                </div>
            </dialog>
        }
        .into_any()
    }
}
