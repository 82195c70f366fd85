//! What an address that leads nowhere shows.

use leptos::prelude::*;

use crate::components::{ButtonLink, Look, PageHeading};
use crate::i18n::t;

/// What an address that leads nowhere shows.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    view! {
        <section class="empty-page">
            <PageHeading text=t!("not_found.title")/>
            <p class="lead">{t!("not_found.text")}</p>
            <ButtonLink text=t!("not_found.home") href="/" look=Look::Primary/>
        </section>
    }
}
