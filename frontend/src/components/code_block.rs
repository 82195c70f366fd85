//! Text for machines, to read and to copy.

use leptos::prelude::*;

use super::icon::Glyph;
use super::icon_button::IconButton;
use crate::browser::clipboard;
use crate::i18n::{known, t};
use crate::state::toasts::use_toasts;

/// Text for machines, to read and to copy. It scrolls inside its own frame.
#[component]
pub(crate) fn CodeBlock(
    /// What it is, such as a file's name.
    #[prop(into)]
    label: Signal<String>,
    /// The text.
    #[prop(into)]
    code: Signal<String>,
) -> impl IntoView {
    let toasts = use_toasts();
    let copy = Action::new_local(move |_: &()| {
        let code = code.get_untracked();
        async move {
            let is_copied = clipboard::copy(code).await;
            toasts.say(if is_copied { known!("code.copied") } else { known!("code.not_copied") });
        }
    });
    let press = move |()| {
        copy.dispatch_local(());
    };
    view! {
        <figure class="code-block">
            <figcaption>
                <span>{label}</span>
                <IconButton label=t!("code.copy") glyph=Glyph::Copy on_press=press/>
            </figcaption>
            <pre tabindex="0" role="region" aria-label=label dir="ltr"><code>{code}</code></pre>
        </figure>
    }
}
