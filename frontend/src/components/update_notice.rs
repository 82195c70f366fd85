//! The offer of a newer version.

use leptos::prelude::*;

use super::button::{Button, Look};
use super::icon::Glyph;
use super::notice::Notice;
use crate::i18n::t;
use crate::state::updates::Updates;

/// The offer of a newer version: nothing reloads by itself.
#[component]
pub(crate) fn UpdateNotice(
    /// The versions of the client.
    updates: Updates,
) -> impl IntoView {
    view! {
        <Show when=move || updates.is_ready()>
            <Notice glyph=Glyph::RefreshCw text=t!("update.ready")>
                <Button text=t!("update.reload") look=Look::Primary on_press=move |()| updates.reload()/>
                <Button text=t!("update.later") on_press=move |()| updates.put_off()/>
            </Notice>
        </Show>
    }
}
