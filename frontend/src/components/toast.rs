//! Where short messages appear.

use leptos::prelude::*;

use super::button::IconButton;
use super::icon::Glyph;
use crate::i18n::{t, use_i18n};
use crate::state::toasts::{Message, Toasts};

/// Where short messages appear. It is always there, so that screen readers tell what comes into it.
#[component]
pub(crate) fn ToastRegion(
    /// What is said.
    toasts: Toasts,
) -> impl IntoView {
    let i18n = use_i18n();
    let toast = move |message: Message| {
        let values: Vec<_> = message.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        view! {
            <div class="toast">
                <p>{i18n.fill(message.key.as_str(), &values)}</p>
                <IconButton label=t!("toast.dismiss") glyph=Glyph::X on_press=move |()| toasts.dismiss()/>
            </div>
        }
    };
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {move || toasts.message().map(toast)}
        </div>
    }
}
