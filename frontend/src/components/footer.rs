//! The end of a page.

use leptos::prelude::*;

use crate::i18n::t;

/// The end of a page: the promise that everything is computed here.
#[component]
pub(crate) fn Footer() -> impl IntoView {
    view! {
        <footer class="footer">
            <p>{t!("footer.promise")}</p>
        </footer>
    }
}
