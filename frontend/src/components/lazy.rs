//! What is shown of a chunk while it loads, once it is there, and when it cannot be had.

use leptos::prelude::*;
use shared::api::client_errors::ClientErrorKind;

use super::banner::{Banner, Tone};
use super::button::{Button, Look};
use crate::browser::{boot, page};
use crate::chunk::Chunk;
use crate::i18n::t;

/// Shows a chunk once it is loaded; until then its outline, and ways on where it cannot be had.
#[component]
pub(crate) fn Lazy(
    /// What is to be shown.
    chunk: Chunk,
    /// The shape of it.
    #[prop(into)]
    outline: ViewFn,
) -> impl IntoView {
    let loaded = LocalResource::new(move || async move {
        let loaded = chunk.load().await;
        if loaded.is_err() {
            boot::note(ClientErrorKind::Load, &format!("{chunk:?}"));
        }
        loaded
    });
    let again = move |()| loaded.refetch();
    move || match loaded.get() {
        Some(Ok(())) => chunk.view().into_any(),
        Some(Err(_)) => view! { <Missing on_again=again/> }.into_any(),
        None => outline.run().into_any(),
    }
}

/// Says that a part of the app is missing: the connection may be gone, or a newer version may have taken its place.
#[component]
fn Missing(
    /// Called when the person wants to try again.
    #[prop(into)]
    on_again: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="missing" role="alert">
            <Banner tone=Tone::Error text=t!("chunk.missing")>
                <Button text=t!("words.again") look=Look::Primary on_press=on_again/>
                <Button text=t!("crash.reload") on_press=move |()| page::reload()/>
            </Banner>
        </div>
    }
}
