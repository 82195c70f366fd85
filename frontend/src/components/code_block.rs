//! Text for machines, to read and to copy.

use leptos::prelude::*;

use super::icon::Glyph;
use super::icon_button::IconButton;
use crate::i18n::{known, t};
use crate::state::copying::use_copy;

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
    let copy = use_copy(known!("code.copied"), known!("code.not_copied"));
    let press = move |()| {
        copy.dispatch_local(code.get_untracked());
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
