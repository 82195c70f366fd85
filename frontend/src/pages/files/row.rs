//! A file among others: what it is, and the ways to see and to take it.

use std::sync::Arc;

use leptos::prelude::*;
use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::platform::Platform;

use super::making::{Making, MakingBar};
use super::{offer, save};
use crate::api::worker::Order;
use crate::components::{Button, ButtonLink, Glyph, Icon, Look};
use crate::i18n::{t, use_i18n};
use crate::state::toasts::use_toasts;

/// A file among others.
#[component]
pub(crate) fn FileRow(
    /// Which file.
    format: ArtifactFormat,
    /// The design.
    blueprint: Memo<Arc<Blueprint>>,
    /// Where it will live.
    platform: Memo<Platform>,
    /// How much taking it asks for attention.
    #[prop(default = Look::Secondary)]
    look: Look,
) -> impl IntoView {
    let (i18n, toasts, making) = (use_i18n(), use_toasts(), Making::new());
    let take = Action::new_local(move |_: &()| {
        let blueprint = (*blueprint.get_untracked()).clone();
        let order = Order { blueprint, platform: platform.get_untracked(), format };
        async move {
            toasts.say_if(save::save(making.file(order).await));
        }
    });
    let named = move |key: &'static str| {
        Signal::derive(move || i18n.fill(key, &[("file", &offer::title(i18n, format))]))
    };
    let id = format!("take-{}", format.as_str());
    view! {
        <div class="file-row">
            <span class="choice-mark"><Icon glyph=offer::glyph(format)/></span>
            <div class="file-words">
                <h3>{move || offer::title(i18n, format)}</h3>
                <p class="hint">{move || offer::text(i18n, format)}</p>
            </div>
            <div class="file-actions">
                <ButtonLink text=t!("files.preview") label=named("files.preview_named") href=offer::href(format)/>
                <Button
                    id=id.clone()
                    text=t!("files.take")
                    label=named("files.take_named")
                    look
                    glyph=Glyph::Download
                    busy=take.pending()
                    on_press=move |()| {
                        take.dispatch_local(());
                    }
                />
            </div>
            <MakingBar making format then_focus=id/>
        </div>
    }
}
