//! What a page of the server's shows while the server cannot be reached.

use leptos::prelude::*;

use crate::browser::page;
use crate::components::{Button, Look, PageHeading};
use crate::i18n::t;

/// What a page of the server's shows while the server cannot be reached: the service worker puts us in its place.
#[component]
pub(super) fn NeedsServer() -> impl IntoView {
    view! {
        <section class="empty-page">
            <PageHeading text=t!("offline.page.title")/>
            <p class="lead">{t!("offline.page.text")}</p>
            <Button text=t!("offline.page.again") look=Look::Primary on_press=|()| page::reload()/>
        </section>
    }
}
