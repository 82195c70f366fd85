//! The words of the interface, in the language in use.
//!
//! They live in `frontend/locales/<language>.json`, flat objects from key to text. The page's own script starts
//! fetching the one in use before the client is even loaded; the others come when the browser has nothing to do.

mod bundle;
mod key;
mod words;

use leptos::prelude::*;
use shared::words::{Language, fill};

pub(crate) use bundle::{Bundle, Bundles, use_bundles};
pub(crate) use key::Key;
#[cfg(test)]
pub(crate) use key::is_known;
pub(crate) use words::Words;

use crate::browser::{boot, idle, page, storage};

/// The text of a key that exists, as a signal that follows the language.
macro_rules! t {
    ($key:literal) => {{
        const KEY: $crate::i18n::Key = $crate::i18n::Key::new($key);
        $crate::i18n::text(KEY)
    }};
}
pub(crate) use t;

/// A key that exists.
macro_rules! known {
    ($key:literal) => {{
        const KEY: $crate::i18n::Key = $crate::i18n::Key::new($key);
        KEY
    }};
}
pub(crate) use known;

const STORED_LANGUAGE: &str = "csmb.language";

/// The language in use and its words. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct I18n {
    words: RwSignal<Words>,
}

impl I18n {
    /// The words of the language that the person chose, or that the browser prefers.
    pub(crate) async fn load() -> Self {
        let language = preferred();
        Self { words: RwSignal::new(Words::fetch(language).await.unwrap_or_else(|| Words::none(language))) }
    }

    /// Has the other languages at hand when the browser has nothing better to do, for the day the server is gone.
    pub(crate) fn prefetch_when_idle(self) {
        idle::when_idle(|| {
            for language in Language::ALL {
                leptos::task::spawn_local(async move {
                    // What cannot be had now is asked for again when it is needed.
                    drop(boot::words(language.tag(), "interface").await);
                });
            }
        });
    }

    /// The language in use.
    pub(crate) fn language(self) -> Language {
        self.words.with(Words::language)
    }

    /// The language in use, for those who need no news of another.
    pub(crate) fn language_now(self) -> Language {
        untrack(|| self.language())
    }

    /// The text of `key`.
    pub(crate) fn text(self, key: &str) -> String {
        self.words.with(|words| words.get(key).to_owned())
    }

    /// The text of `key` with every `{name}` replaced by its value.
    pub(crate) fn fill(self, key: &str, values: &[(&str, &str)]) -> String {
        self.words.with(|words| fill(words.get(key), values))
    }

    /// The items of a list, one after the other, as a sentence has them.
    pub(crate) fn list(self, items: &[impl AsRef<str>]) -> String {
        self.language().list(items)
    }

    /// "1 table" or "3 tables": the text of `key.one`, `key.other` or another form that the language asks for.
    pub(crate) fn count(self, key: &str, count: usize) -> String {
        let count_text = count.to_string();
        self.words.with(|words| {
            let exact = format!("{key}.{}", words.language().plural_form(count));
            // A form that the language does not tell apart is not written down.
            let text = words
                .find(&exact)
                .map_or_else(|| words.get(&format!("{key}.other")).to_owned(), str::to_owned);
            fill(&text, &[("count", &count_text)])
        })
    }

    /// Speaks `language` from now on; without its words (never loaded, server gone) all stays as it is.
    pub(crate) async fn switch(self, language: Language) -> bool {
        let Some(words) = Words::fetch(language).await else { return false };
        storage::write(STORED_LANGUAGE, language.tag());
        self.words.set(words);
        true
    }
}

/// The words in use.
pub(crate) fn use_i18n() -> I18n {
    use_context().unwrap_or_else(|| I18n { words: RwSignal::new(Words::none(Language::En)) })
}

/// The text of `key` as a signal; [`t!`] checks the key as well.
pub(crate) fn text(key: Key) -> Signal<String> {
    let i18n = use_i18n();
    Signal::derive(move || i18n.text(key.as_str()))
}

fn preferred() -> Language {
    let tag = storage::read(STORED_LANGUAGE).unwrap_or_else(page::browser_language);
    Language::ALL.into_iter().find(|language| tag.starts_with(language.tag())).unwrap_or_default()
}
