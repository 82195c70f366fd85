//! What stands in the place of a configuration that cannot be opened: why, and the ways on.

use js_sys::Uint8Array;
use leptos::prelude::*;

use super::opening::NotOpened;
use crate::browser::database::StorageError;
use crate::browser::file;
use crate::components::{Button, ButtonLink, Look, PageHeading};
use crate::i18n::{Key, known, text, use_i18n};

/// Why the configuration cannot be opened, and the ways on.
#[component]
pub(crate) fn NotOpenedPage(
    /// Why.
    why: NotOpened,
    /// Called when the person wants it tried again.
    #[prop(into)]
    on_again: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let key = reason(&why);
    let (kept, detail) = match why {
        NotOpened::Unreadable { text, why, .. } => (Some(text), why),
        NotOpened::Storage(StorageError::Failed(why)) => (None, why),
        _ => (None, String::new()),
    };
    let save = move |()| {
        if let Some(text) = &kept {
            // A browser that makes no file says so itself.
            let _ = file::save(&Uint8Array::from(text.as_bytes()), "blueprint.json", "application/json");
        }
    };
    let has_text = !detail.is_empty() && matches!(key.as_str(), "builder.unreadable" | "builder.newer");
    view! {
        <section class="empty-page">
            <PageHeading text=move || i18n.text("builder.not_opened")/>
            <p class="lead">{text(key)}</p>
            {(!detail.is_empty()).then(|| view! { <p class="hint" lang="en">{detail}</p> })}
            <div class="actions">
                <ButtonLink text=text(known!("builder.to_list")) href="/configurations" look=Look::Primary/>
                <Button text=text(known!("builder.again")) on_press=on_again/>
                {has_text.then(|| view! { <Button text=text(known!("builder.take_text")) on_press=save/> })}
            </div>
        </section>
    }
}

/// Why something was not kept or found, in words.
pub(crate) fn storage_reason(error: &StorageError) -> Key {
    match error {
        StorageError::Full => known!("builder.storage.full"),
        StorageError::Outdated => known!("builder.newer"),
        StorageError::Unavailable => known!("builder.storage.unavailable"),
        StorageError::Failed(_) => known!("builder.storage.failed"),
    }
}

fn reason(why: &NotOpened) -> Key {
    match why {
        NotOpened::NotThere => known!("builder.not_there"),
        NotOpened::Storage(error) => storage_reason(error),
        NotOpened::Unreadable { is_newer: true, .. } => known!("builder.newer"),
        NotOpened::Unreadable { .. } => known!("builder.unreadable"),
    }
}
