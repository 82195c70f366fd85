//! Beside the preview: the file's name and size, the ways to take it, and what to do with it.

use leptos::prelude::*;

use super::size::size;
use super::store::File;
use super::{save, stressed};
use crate::components::{Button, Glyph, Look};
use crate::i18n::{known, t, use_i18n};
use crate::state::copying::use_copy;
use crate::state::toasts::use_toasts;

/// Beside the preview: the file's name and size, the ways to take it, and what to do with it.
#[component]
pub(super) fn Aside(
    /// The file.
    file: File,
) -> impl IntoView {
    let i18n = use_i18n();
    let name = move || file.made().map(|made| made.artifact.file_name);
    let length = move || file.made().map(|made| size(i18n, made.artifact.bytes.length().into()));
    let steps = move || {
        let step = |step: String| view! { <li><span>{stressed::show(&step)}</span></li> };
        file.made().map(|made| made.steps.into_iter().map(step).collect_view())
    };
    view! {
        <aside class="file-aside" aria-labelledby="steps-title" hidden=move || file.has_failed()>
            <p class="file-facts">
                <span class="file-name">{name}</span>
                <span class="file-size">{length}</span>
            </p>
            <div class="file-ways">
                <Take file/>
                {file.format.is_text().then(|| view! { <Copy file/> })}
            </div>
            <h2 id="steps-title">{t!("files.steps")}</h2>
            <ol class="file-steps">{steps}</ol>
        </aside>
    }
}

/// Saves the file.
#[component]
fn Take(
    /// The file.
    file: File,
) -> impl IntoView {
    let toasts = use_toasts();
    let take = move |()| {
        if let Some(made) = untrack(|| file.made()) {
            toasts.say_if(save::save(Ok(made.artifact)));
        }
    };
    view! {
        <Button
            text=t!("files.take")
            look=Look::Primary
            glyph=Glyph::Download
            busy=Signal::derive(move || file.making.is_under_way())
            on_press=take
        />
    }
}

/// Puts the whole text on the clipboard, not only what the preview shows.
#[component]
fn Copy(
    /// The file.
    file: File,
) -> impl IntoView {
    let copy = use_copy(known!("files.copied"), known!("files.not_copied"));
    let press = move |()| {
        if let Some(made) = untrack(|| file.made()) {
            copy.dispatch_local(String::from_utf8_lossy(&made.artifact.bytes.to_vec()).into_owned());
        }
    };
    view! {
        <Button
            text=t!("files.copy")
            glyph=Glyph::Copy
            busy=Signal::derive(move || file.making.is_under_way())
            on_press=press
        />
    }
}
