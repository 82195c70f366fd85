//! Work for when the browser has nothing better to do.

use std::time::Duration;

use leptos::leptos_dom::helpers::request_idle_callback_with_handle;
use leptos::prelude::{request_idle_callback, set_timeout};

/// How long the first page is left alone: by then it has painted and its fonts and styles are there.
const SETTLED: Duration = Duration::from_millis(400);

/// Runs `work` once the page has settled and the browser is idle.
pub(crate) fn when_idle(work: impl Fn() + 'static) {
    set_timeout(move || request_idle_callback(work), SETTLED);
}

/// Runs `work` in the browser's next idle moment; after what is under way, where a browser does not tell when it is idle.
pub(crate) fn soon(work: impl Fn() + Clone + 'static) {
    if request_idle_callback_with_handle(work.clone()).is_err() {
        set_timeout(work, Duration::ZERO);
    }
}
