//! The corner where the app speaks of itself: a newer version, installing, no connection.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};
use super::install_notice::InstallNotice;
use super::update_notice::UpdateNotice;
use crate::i18n::t;
use crate::state::connection::Connection;
use crate::state::installation::Installation;
use crate::state::updates::Updates;

/// The corner where the app speaks of itself. It is always there, so that screen readers tell what comes into it.
#[component]
pub(crate) fn Notices(
    /// The versions of the client.
    updates: Updates,
    /// Whether installing is offered.
    installation: Installation,
    /// Whether there is a connection.
    connection: Connection,
) -> impl IntoView {
    view! {
        <section class="notices" aria-label=t!("notices.label") aria-live="polite">
            <UpdateNotice updates/>
            <InstallNotice installation updates/>
            <Show when=move || !connection.is_online()>
                <p class="offline-badge"><Icon glyph=Glyph::WifiOff/><span>{t!("offline.badge")}</span></p>
            </Show>
        </section>
    }
}
