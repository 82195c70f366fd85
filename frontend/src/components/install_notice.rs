//! The offer to install the app.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::button::{Button, Look};
use super::icon::Glyph;
use super::notice::Notice;
use crate::i18n::t;
use crate::state::installation::Installation;
use crate::state::updates::Updates;

/// The offer to install the app: only beside a finished system, and never beside another offer.
#[component]
pub(crate) fn InstallNotice(
    /// Whether it is offered.
    installation: Installation,
    /// The versions of the client; a newer one comes first.
    updates: Updates,
) -> impl IntoView {
    let path = use_location().pathname;
    let is_at_result = Memo::new(move |_| path.with(|path| path.starts_with("/system")));
    Effect::new(move || {
        if is_at_result.get() {
            installation.saw_result();
        }
    });
    let is_shown = Memo::new(move |_| is_at_result.get() && installation.is_offered() && !updates.is_ready());
    view! {
        <Show when=move || is_shown.get()>
            <Notice glyph=Glyph::Download text=t!("install.text")>
                <Button text=t!("install.install") look=Look::Primary on_press=move |()| installation.install()/>
                <Button text=t!("install.decline") on_press=move |()| installation.decline()/>
            </Notice>
        </Show>
    }
}
