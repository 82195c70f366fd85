//! Where short messages appear.

use leptos::prelude::*;

use super::button::IconButton;
use super::icon::Glyph;
use crate::i18n::t;
use crate::state::toasts::Toasts;

/// Where short messages appear. It is always there, so that screen readers tell what comes into it.
#[component]
pub(crate) fn ToastRegion(
    /// What is said.
    toasts: Toasts,
) -> impl IntoView {
    let toast = move |message: String| {
        view! {
            <div class="toast">
                <p>{message}</p>
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
