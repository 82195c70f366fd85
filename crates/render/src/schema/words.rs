//! The words that schemas, types and diagrams add to a blueprint's own.

use shared::words::{DATABASE, Language};

/// The word for `key`.
pub(super) fn word(language: Language, key: &'static str) -> &'static str {
    DATABASE.get(language, key)
}

/// The sentence for `key`, with every `{name}` replaced by its value.
pub(super) fn sentence(language: Language, key: &str, values: &[(&str, &str)]) -> String {
    DATABASE.fill(language, key, values)
}

/// The sentences that are there, joined; each ends before the next begins.
pub(super) fn joined(sentences: &[&str]) -> String {
    let mut text = String::new();
    for sentence in sentences.iter().map(|text| text.trim()).filter(|text| !text.is_empty()) {
        if !text.is_empty() {
            text.push_str(if text.ends_with(['.', '!', '?', '…', ':']) { " " } else { ". " });
        }
        text.push_str(sentence);
    }
    text
}

/// A name and what is said of it.
pub(super) fn named([name, description]: [&str; 2]) -> String {
    if description.is_empty() { name.to_owned() } else { format!("{name}: {description}") }
}
