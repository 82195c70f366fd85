//! Whether there is a connection. Nearly everything works without one; what does not is said.

use leptos::prelude::*;

use super::toasts::Toasts;
use crate::browser::page;
use crate::i18n::known;

/// Whether there is a connection. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Connection(RwSignal<bool>);

impl Connection {
    /// As it is now, told in `toasts` when it changes.
    pub(crate) fn watch(toasts: Toasts) -> Self {
        let connection = Self(RwSignal::new(page::is_online()));
        let changes = move |_| {
            let is_online = page::is_online();
            connection.0.set(is_online);
            toasts.say(if is_online { known!("offline.back") } else { known!("offline.gone") });
        };
        for event in ["online", "offline"] {
            window_event_listener_untyped(event, changes);
        }
        connection
    }

    /// Whether there is one.
    pub(crate) fn is_online(self) -> bool {
        self.0.get()
    }
}
