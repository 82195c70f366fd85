//! Short messages about what just happened.

use std::time::Duration;

use leptos::prelude::*;

use crate::i18n::Key;

/// How long a message stays: long enough to read two sentences.
const SHOWN: Duration = Duration::from_secs(6);

/// A message: a text of the words and what its placeholders stand for.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    /// The text.
    pub key: Key,
    /// Values of its placeholders.
    pub values: Vec<(&'static str, String)>,
}

impl From<Key> for Message {
    fn from(key: Key) -> Self {
        Self { key, values: Vec::new() }
    }
}

/// What was just said; the newest message replaces the one before.
#[derive(Clone, Copy)]
pub(crate) struct Toasts {
    message: RwSignal<Option<Message>>,
    count: StoredValue<u32>,
}

impl Toasts {
    /// Nothing was said yet.
    pub(crate) fn new() -> Self {
        Self { message: RwSignal::new(None), count: StoredValue::new(0) }
    }

    /// The message shown.
    pub(crate) fn message(self) -> Option<Message> {
        self.message.get()
    }

    /// Says `message`, for a while.
    pub(crate) fn say(self, message: impl Into<Message>) {
        self.count.update_value(|count| *count = count.wrapping_add(1));
        let said = self.count.get_value();
        self.message.set(Some(message.into()));
        let expire = move || {
            if self.count.get_value() == said {
                self.dismiss();
            }
        };
        set_timeout(expire, SHOWN);
    }

    /// Says `message` if there is one.
    pub(crate) fn say_if(self, message: Option<Message>) {
        if let Some(message) = message {
            self.say(message);
        }
    }

    /// Takes the message away.
    pub(crate) fn dismiss(self) {
        self.message.set(None);
    }
}

/// Where messages go.
pub(crate) fn use_toasts() -> Toasts {
    use_context().unwrap_or_else(Toasts::new)
}
