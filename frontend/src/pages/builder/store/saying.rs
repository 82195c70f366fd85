//! What is said to the person.

use shared::operation::Rejection;

use super::Workbench;
use crate::i18n::{Key, known};
use crate::state::toasts::Message;

impl Workbench {
    /// Says what was just done, with the way to undo it for as long as nothing was done after it.
    pub(crate) fn offer_undo(self, text: String) {
        let next = move || self.with_now(|it| it.history().undoes().map(|(id, _)| id.clone()));
        let step = next();
        self.toasts.say_with_undo(said(text), move || {
            // The builder may be gone by then.
            if self.keeping.is_there() {
                if next() == step { self.undo() } else { self.toasts.say(known!("builder.not_last")) }
            }
        });
    }

    /// Says something for a while.
    pub(crate) fn say(self, key: Key) {
        self.toasts.say(key);
    }

    /// Says why something cannot be done.
    pub(crate) fn refuse(self, rejection: &Rejection) {
        let language = self.language();
        let sentence = self.with_now(|it| rejection.sentence(it.blueprint(), language));
        self.tell(sentence);
    }

    /// Says a sentence that was put together elsewhere.
    pub(crate) fn tell(self, sentence: String) {
        self.toasts.say(said(sentence));
    }
}

fn said(text: String) -> Message {
    Message { key: known!("builder.said"), values: vec![("text", text)] }
}
