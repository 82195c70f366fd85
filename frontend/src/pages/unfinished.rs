//! What stands in the place of a system while the answers make none.

use leptos::prelude::*;

use crate::components::{ButtonLink, Look, PageHeading};
use crate::i18n::t;

/// What stands in the place of a system while the answers make none.
#[component]
pub(crate) fn Unfinished() -> impl IntoView {
    view! {
        <section class="empty-page">
            <PageHeading text=t!("result.unfinished.title")/>
            <p class="lead">{t!("result.unfinished.text")}</p>
            <ButtonLink text=t!("result.unfinished.go") href="/design/priorities" look=Look::Primary/>
        </section>
    }
}
