//! Texts that go on the clipboard.

use leptos::prelude::*;

use super::toasts::use_toasts;
use crate::browser::clipboard;
use crate::i18n::Key;

/// Puts texts on the clipboard, and says whether the browser let us.
pub(crate) fn use_copy(copied: Key, not_copied: Key) -> Action<String, ()> {
    let toasts = use_toasts();
    Action::new_local(move |text: &String| {
        let text = text.clone();
        async move { toasts.say(if clipboard::copy(text).await { copied } else { not_copied }) }
    })
}
