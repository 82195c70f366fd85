//! Short messages about what just happened.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::i18n::Key;

/// How long a message stays: long enough to read two sentences.
const SHOWN: Duration = Duration::from_secs(6);
/// How long one stays that can be taken back: long enough to change one's mind.
const UNDOABLE: Duration = Duration::from_secs(12);

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

/// What was just said, and the way to take it back.
#[derive(Clone)]
pub(crate) struct Said {
    /// The message.
    pub message: Message,
    /// Takes back what the message tells of; it outlives the part of the page that said so.
    pub undo: Option<Arc<dyn Fn() + Send + Sync>>,
}

/// What was just said; the newest message replaces the one before.
#[derive(Clone, Copy)]
pub(crate) struct Toasts {
    said: RwSignal<Option<Said>>,
    count: StoredValue<u32>,
    is_held: StoredValue<bool>,
}

impl Toasts {
    /// Nothing was said yet.
    pub(crate) fn new() -> Self {
        Self { said: RwSignal::new(None), count: StoredValue::new(0), is_held: StoredValue::new(false) }
    }

    /// What is shown.
    pub(crate) fn said(self) -> Option<Said> {
        self.said.get()
    }

    /// Says `message`, for a while.
    pub(crate) fn say(self, message: impl Into<Message>) {
        self.show(Said { message: message.into(), undo: None });
    }

    /// Says `message` of something done that `undo` takes back.
    pub(crate) fn say_with_undo(self, message: impl Into<Message>, undo: impl Fn() + Send + Sync + 'static) {
        self.show(Said { message: message.into(), undo: Some(Arc::new(undo)) });
    }

    /// Says `message` if there is one.
    pub(crate) fn say_if(self, message: Option<Message>) {
        if let Some(message) = message {
            self.say(message);
        }
    }

    /// Takes the message away.
    pub(crate) fn dismiss(self) {
        self.is_held.set_value(false);
        self.said.set(None);
    }

    /// Keeps the message while somebody points at it or has the focus in it.
    pub(crate) fn hold(self) {
        self.is_held.set_value(true);
    }

    /// Lets it go after its time, counted anew.
    pub(crate) fn release(self) {
        self.is_held.set_value(false);
        self.expire_later();
    }

    fn show(self, said: Said) {
        self.said.set(Some(said));
        self.expire_later();
    }

    fn expire_later(self) {
        self.count.update_value(|count| *count = count.wrapping_add(1));
        let counted = self.count.get_value();
        let is_undoable =
            self.said.with_untracked(|said| said.as_ref().is_some_and(|said| said.undo.is_some()));
        let expire = move || {
            if self.count.get_value() == counted && !self.is_held.get_value() {
                self.dismiss();
            }
        };
        set_timeout(expire, if is_undoable { UNDOABLE } else { SHOWN });
    }
}

/// Where messages go.
pub(crate) fn use_toasts() -> Toasts {
    use_context().unwrap_or_else(Toasts::new)
}
