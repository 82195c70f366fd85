//! A panic ends the client for good; the page's own script then shows a page that stands without it.

use std::panic::{PanicHookInfo, set_hook};

use leptos::prelude::window;
use web_sys::{CustomEvent, CustomEventInit};

/// Hands every panic to the page's own script.
pub(crate) fn install() {
    set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        report(panic);
    }));
    #[cfg(debug_assertions)]
    crash_on_demand();
}

fn report(panic: &PanicHookInfo<'_>) {
    let detail = CustomEventInit::new();
    detail.set_detail(&panic.to_string().into());
    if let Ok(event) = CustomEvent::new_with_event_init_dict("csmb:crash", &detail) {
        // Nobody is left to tell that telling failed.
        let _ = window().dispatch_event(&event);
    }
}

/// Lets a test see what a crash looks like. Absent from the client that people load: its profile has no
/// debug assertions.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "panicking is what the test asks for")]
fn crash_on_demand() {
    leptos::prelude::window_event_listener_untyped("csmb:panic-for-test", |_| {
        panic!("asked for by a test");
    });
}
