//! The words of one language.

use std::collections::BTreeMap;
use std::sync::Arc;

use shared::words::Language;

use crate::browser::boot;

/// The words of one language. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    language: Language,
    texts: Arc<BTreeMap<String, String>>,
}

impl Words {
    /// No words at all: every key stands for itself, which is better than an empty page.
    pub(crate) fn none(language: Language) -> Self {
        Self { language, texts: Arc::default() }
    }

    /// Words from a flat JSON object.
    pub(crate) fn parse(language: Language, json: &str) -> Option<Self> {
        serde_json::from_str(json).ok().map(|texts| Self { language, texts: Arc::new(texts) })
    }

    /// The words of `language`, once the page's script has them; nothing when they cannot be had.
    pub(crate) async fn fetch(language: Language) -> Option<Self> {
        Self::parse(language, &boot::use_words(language.tag()).await?)
    }

    /// Whose words they are.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// The text of `key`, the key itself where there is none.
    pub(crate) fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.find(key).unwrap_or(key)
    }

    /// The text of `key`.
    pub(crate) fn find(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }
}
