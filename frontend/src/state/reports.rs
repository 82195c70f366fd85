//! Whether errors are sent to those who run the server: only where the person chose that.

use leptos::prelude::window_event_listener_untyped;
use leptos::task::spawn_local;

use crate::browser::{idle, storage};
use crate::chunk;

/// Remembers that a person chose it.
const CHOSEN: &str = "csmb.errors.send";

/// Whether the person chose that errors are sent.
pub(crate) fn is_chosen() -> bool {
    storage::read(CHOSEN).is_some()
}

/// The person chose, or chose no longer.
pub(crate) fn choose(is_chosen: bool) {
    if is_chosen {
        storage::write(CHOSEN, "1");
        send();
    } else {
        storage::remove(CHOSEN);
    }
}

/// Sends what was written down before, and from now on what is.
pub(crate) fn watch() {
    idle::when_idle(send);
    drop(window_event_listener_untyped("csmb:noted", |_| idle::soon(send)));
}

fn send() {
    if is_chosen() {
        // What cannot be sent now is sent another time.
        spawn_local(async { drop(chunk::send_errors().await) });
    }
}
