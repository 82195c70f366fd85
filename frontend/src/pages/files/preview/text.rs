//! How a text starts.

use leptos::prelude::*;

use crate::i18n::t;

/// How a text starts, in a frame of its own that scrolls.
#[component]
pub(super) fn Text(
    /// Its first lines.
    text: String,
    /// Whether it goes on.
    is_cut: bool,
) -> impl IntoView {
    view! {
        <pre class="text-frame" tabindex="0" role="region" aria-label=t!("files.preview")>{text}</pre>
        {is_cut.then(|| view! { <p class="hint">{t!("files.goes_on")}</p> })}
    }
}
