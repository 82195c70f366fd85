//! Words that say nothing about what a chat is about, but much about its language.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::hashes::AsItIs;
use super::words::hash_of;

/// The languages with lists, as BCP 47 codes.
pub(super) const LANGUAGES: [&str; 6] = ["en", "de", "es", "fr", "ja", "ar"];

/// The lists, in the order of [`LANGUAGES`]. Words are in lower case and of one piece; Japanese ones of two characters,
/// as keywords have them.
const LISTS: [&str; LANGUAGES.len()] = [
    include_str!("stop_words/en.txt"),
    include_str!("stop_words/de.txt"),
    include_str!("stop_words/es.txt"),
    include_str!("stop_words/fr.txt"),
    include_str!("stop_words/ja.txt"),
    include_str!("stop_words/ar.txt"),
];

/// Pieces of addresses: of no language.
const ADDRESSES: [&str; 6] = ["http", "https", "www", "com", "org", "html"];

/// The longest word of the lists, in bytes: longer words need not be looked up.
const BYTES_MAX: usize = 24;

/// Languages by the positions of their bits; none of them for a word that is of no language and still says nothing.
pub(super) type Languages = u8;

/// The languages in which a word is a stop word; nothing for a word that may say something.
pub(super) fn languages_of(text: &str, hash: u64) -> Option<Languages> {
    static KNOWN: OnceLock<HashMap<u64, Languages, AsItIs>> = OnceLock::new();
    if text.len() > BYTES_MAX {
        return None;
    }
    KNOWN.get_or_init(read).get(&hash).copied()
}

fn read() -> HashMap<u64, Languages, AsItIs> {
    let mut known = HashMap::default();
    for word in ADDRESSES {
        known.insert(hash_of(word), 0);
    }
    for (language, list) in LISTS.iter().enumerate() {
        for word in list.split_whitespace() {
            *known.entry(hash_of(word)).or_default() |= 1 << language;
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn lists_hold_words_as_texts_are_read() {
        for (language, list) in LANGUAGES.iter().zip(LISTS) {
            for entry in list.split_whitespace() {
                let parts: Vec<_> = words(entry).collect();
                let is_japanese = *language == "ja";
                assert!(parts.len() == 1 || is_japanese && parts.len() == 2, "{language}: {entry}");
                assert_eq!(entry.to_lowercase(), entry, "{language}");
                assert!(entry.len() <= BYTES_MAX, "{language}: {entry}");
            }
        }
    }

    #[test]
    fn a_word_is_of_all_its_languages() {
        let of = |text| languages_of(text, words(text).next().unwrap().hash);

        assert_eq!(of("the"), Some(1));
        assert_eq!(of("Was"), Some(0b11));
        assert_eq!(of("HTTPS"), Some(0));
        assert_eq!(of("harbour"), None);
    }
}
