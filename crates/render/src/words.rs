//! The words that files add to a blueprint's own.

use shared::words::{GUIDE, Language};

/// The word for `key`.
pub(crate) fn word(language: Language, key: &'static str) -> &'static str {
    GUIDE.get(language, key)
}

/// The sentence for `key`, with every `{name}` replaced by its value.
pub(crate) fn sentence(language: Language, key: &str, values: &[(&str, &str)]) -> String {
    GUIDE.fill(language, key, values)
}
