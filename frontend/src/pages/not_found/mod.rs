//! What an address that leads nowhere shows.

mod needs_server;

use leptos::prelude::*;

use self::needs_server::NeedsServer;
use crate::browser::page;
use crate::components::{ButtonLink, Look, PageHeading};
use crate::i18n::t;

/// What an address that leads nowhere shows.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    if is_of_server(&page::path()) {
        return NeedsServer().into_any();
    }
    view! {
        <section class="empty-page">
            <PageHeading text=t!("not_found.title")/>
            <p class="lead">{t!("not_found.text")}</p>
            <ButtonLink text=t!("not_found.home") href="/" look=Look::Primary/>
        </section>
    }
    .into_any()
}

/// Whether the server has something of its own at this path, so that the client comes there only in its absence.
fn is_of_server(path: &str) -> bool {
    path.starts_with("/api/") || path.rsplit('/').next().is_some_and(|name| name.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_the_server_are_told_from_ours() {
        assert!(is_of_server("/api/docs"));
        assert!(is_of_server("/openapi.json"));
        assert!(!is_of_server("/nowhere"));
        assert!(!is_of_server("/v1.2/nowhere"));
    }
}
