//! The first link of every page.

use leptos::prelude::*;

use crate::browser::page;
use crate::i18n::t;

/// Leads past the top bar. The address keeps its fragment: the answers live there.
#[component]
pub(crate) fn SkipLink() -> impl IntoView {
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        page::focus("main");
    };
    view! { <a class="skip-link" href="#main" on:click=skip>{t!("skip")}</a> }
}
