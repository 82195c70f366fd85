//! The heading of a page: it names the page and takes the focus when the page changes.

use leptos::html::H1;
use leptos::prelude::*;

use crate::i18n::use_i18n;

/// Whether a page was shown before this one. The first page leaves the focus where the browser puts it.
#[derive(Clone, Copy)]
pub(crate) struct Navigation(StoredValue<bool>);

impl Navigation {
    /// No page was shown yet.
    pub(crate) fn new() -> Self {
        Self(StoredValue::new(false))
    }

    /// Whether this is the first page; from now on, none is.
    pub(crate) fn is_first(self) -> bool {
        let shown = self.0.get_value();
        self.0.set_value(true);
        !shown
    }
}

/// The heading of a page: it names the page and takes the focus when the page changes.
#[component]
pub(crate) fn PageHeading(
    /// What the page is about.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let heading = NodeRef::<H1>::new();
    Effect::new(move || {
        document().set_title(&format!("{} · {}", text.get(), i18n.text("app.name")));
    });
    heading.on_load(move |heading| {
        let is_first = use_context::<Navigation>().is_none_or(Navigation::is_first);
        if !is_first {
            let _ = heading.focus();
        }
    });
    view! { <h1 tabindex="-1" node_ref=heading>{text}</h1> }
}
