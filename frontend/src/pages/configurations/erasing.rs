//! The one question: whether a configuration is to go for good.

use leptos::prelude::*;

use super::store::Systems;
use crate::components::{Button, Dialog, Look};
use crate::i18n::{t, use_i18n};

/// Asks before a configuration goes for good.
#[component]
pub(super) fn EraseDialog(
    /// The configurations.
    systems: Systems,
) -> impl IntoView {
    let i18n = use_i18n();
    let asked = systems.erasing;
    let title = Signal::derive(move || {
        let name = asked.with(|asked| asked.as_ref().map(|it| it.name.clone()).unwrap_or_default());
        i18n.fill("configurations.erase.title", &[("name", &name)])
    });
    let close = move |()| asked.set(None);
    let erase = move |()| {
        if let Some(summary) = asked.get_untracked() {
            asked.set(None);
            systems.erase(summary);
        }
    };
    let actions = move || {
        view! {
            <Button text=t!("configurations.cancel") on_press=close/>
            <Button text=t!("configurations.away.erase") look=Look::Danger on_press=erase/>
        }
    };
    view! {
        <Dialog
            id="systems-erase"
            title
            is_open=Signal::derive(move || asked.with(Option::is_some))
            on_close=close
            actions
        >
            <p>{t!("configurations.erase.text")}</p>
        </Dialog>
    }
}
