//! A picture.

use js_sys::encode_uri_component;
use leptos::prelude::*;

use crate::i18n::t;

/// A picture, in a frame that scrolls where it is wider than the screen.
#[component]
pub(super) fn Picture(
    /// The picture as SVG.
    svg: String,
) -> impl IntoView {
    let address = format!("data:image/svg+xml,{}", String::from(encode_uri_component(&svg)));
    view! {
        <div class="picture-frame" tabindex="0" role="region" aria-label=t!("files.preview")>
            <img src=address alt=t!("files.picture")/>
        </div>
    }
}
