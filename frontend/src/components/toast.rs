//! Where short messages appear.

use std::sync::Arc;

use leptos::prelude::*;

use super::button::Button;
use super::icon::Glyph;
use super::icon_button::IconButton;
use crate::i18n::{t, use_i18n};
use crate::state::toasts::{Said, Toasts};

/// Where short messages appear. It is always there, so that screen readers tell what comes into it. A message stays
/// while one points at it or has the focus in it.
#[component]
pub(crate) fn ToastRegion(
    /// What is said.
    toasts: Toasts,
) -> impl IntoView {
    let i18n = use_i18n();
    let undo = move |undo: Arc<dyn Fn() + Send + Sync>| {
        let take_back = move |()| {
            toasts.dismiss();
            undo();
        };
        view! { <Button text=t!("toast.undo") on_press=take_back/> }
    };
    let toast = move |said: Said| {
        let values: Vec<_> =
            said.message.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        view! {
            <div
                class="toast"
                on:pointerenter=move |_| toasts.hold()
                on:pointerleave=move |_| toasts.release()
                on:focusin=move |_| toasts.hold()
                on:focusout=move |_| toasts.release()
            >
                <p>{i18n.fill(said.message.key.as_str(), &values)}</p>
                {said.undo.map(undo)}
                <IconButton label=t!("toast.dismiss") glyph=Glyph::X on_press=move |()| toasts.dismiss()/>
            </div>
        }
    };
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {move || toasts.said().map(toast)}
        </div>
    }
}
