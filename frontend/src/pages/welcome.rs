//! The first page. Its markup is in `index.html`; here it only takes its turn among the pages.

use leptos::prelude::*;

use crate::browser::{boot, page};
use crate::components::Navigation;

const HEADING: &str = "landing-title";

/// The first page: what this is, and one thing to do.
#[component]
pub(crate) fn Welcome() -> impl IntoView {
    boot::show_landing();
    on_cleanup(boot::show_app);
    let is_first = use_context::<Navigation>().is_none_or(Navigation::is_first);
    if !is_first {
        page::focus_in_place(HEADING);
        // The way back changes the address before the page, a link after it.
        if page::path() == "/" {
            boot::return_to_place();
        }
    }
}
