//! The way from the design to the builder: the system becomes a configuration of one's own.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use shared::configuration::{Configuration, ConfigurationId};

use super::store::System;
use crate::browser::{random, time};
use crate::components::{Button, Glyph};
use crate::i18n::{known, t};
use crate::state::configurations as kept;
use crate::state::draft::Draft;
use crate::state::toasts::use_toasts;

/// Makes the system a configuration of one's own and opens it in the builder.
#[component]
pub(crate) fn EditButton(
    /// The system.
    system: System,
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let (toasts, navigate) = (use_toasts(), StoredValue::new_local(use_navigate()));
    let make = move || {
        let id = ConfigurationId::new(random::id("cfg"));
        let blueprint = (*system.blueprint.get_untracked()).clone();
        let answers = untrack(|| draft.with(Clone::clone));
        Configuration::new(id, system.platform.get_untracked(), Some(answers), blueprint)
    };
    let edit = Action::new_local(move |_: &()| {
        let (configuration, now) = (make(), time::now());
        async move {
            if kept::put(&configuration, &configuration.summary(now, now)).await.is_err() {
                return toasts.say(known!("configurations.not_kept"));
            }
            // Whether and when the browser promises, work goes on.
            kept::ask_to_persist();
            let address = format!("/configurations/{}", configuration.id());
            // The person may have gone elsewhere meanwhile.
            navigate.try_with_value(|navigate| navigate(&address, Default::default()));
        }
    });
    let press = move |()| {
        edit.dispatch_local(());
    };
    view! { <Button text=t!("configurations.edit") glyph=Glyph::Pencil busy=edit.pending() on_press=press/> }
}
