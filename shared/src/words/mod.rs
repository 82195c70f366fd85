//! Sentences and names in the languages we speak, looked up by key.
//!
//! The words live in `shared/locales/<language>/<topic>.json`: flat objects from key to text. A text may hold
//! `{placeholders}`. English is complete; another language falls back on it for a key it lacks, and a test
//! fails when it lacks one. A build with the feature `embedded-words` carries them all; one without, such as the
//! client's, is given those of a language by [`supply`] before they are needed.

mod language;

use std::collections::BTreeMap;
use std::sync::OnceLock;

pub use language::{Direction, Language};

type Dictionary = BTreeMap<String, String>;

/// The words of one topic, such as `design` or `plan`, in every language.
#[derive(Debug)]
pub struct Topic {
    name: &'static str,
    embedded: Option<[&'static str; Language::ALL.len()]>,
    parsed: [OnceLock<Dictionary>; Language::ALL.len()],
}

impl Topic {
    /// A topic and its JSON texts, in the order of [`Language::ALL`], where they are part of the build.
    pub const fn new(name: &'static str, embedded: Option<[&'static str; Language::ALL.len()]>) -> Self {
        Self { name, embedded, parsed: [const { OnceLock::new() }; Language::ALL.len()] }
    }

    /// The text of `key`, in English where `language` lacks it, the key itself where nobody has it.
    pub fn get<'a>(&'a self, language: Language, key: &'a str) -> &'a str {
        self.find(language, key).or_else(|| self.find(Language::En, key)).unwrap_or(key)
    }

    /// The text of `key` in exactly this language.
    pub fn find(&self, language: Language, key: &str) -> Option<&str> {
        self.dictionary(language)?.get(key).map(String::as_str)
    }

    /// The text of `key` with every `{name}` replaced by its value.
    pub fn fill(&self, language: Language, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.get(language, key), values)
    }

    /// Every key of `language`, sorted.
    pub fn keys(&self, language: Language) -> impl Iterator<Item = &str> {
        self.dictionary(language).into_iter().flat_map(Dictionary::keys).map(String::as_str)
    }

    fn dictionary(&self, language: Language) -> Option<&Dictionary> {
        let parsed = &self.parsed[language as usize];
        match self.embedded {
            // A text that is not JSON leaves its dictionary empty; the tests below keep that from shipping.
            Some(texts) => Some(
                parsed.get_or_init(|| serde_json::from_str(texts[language as usize]).unwrap_or_default()),
            ),
            None => parsed.get(),
        }
    }
}

/// Gives the topics of this build words in `language`: a JSON object from topic to its words, as the client's
/// bundles are. What a topic has already is kept, so the same words may be given any number of times.
///
/// # Errors
/// When `bundle` is no such object; then nothing is given.
pub fn supply(language: Language, bundle: &str) -> Result<(), serde_json::Error> {
    let mut dictionaries: BTreeMap<String, Dictionary> = serde_json::from_str(bundle)?;
    for topic in TOPICS {
        if let Some(dictionary) = dictionaries.remove(topic.name) {
            // An earlier one says the same.
            drop(topic.parsed[language as usize].set(dictionary));
        }
    }
    Ok(())
}

/// Every topic.
static TOPICS: [&Topic; 17] = [
    &crate::advice::WORDS,
    &crate::api::options::WORDS,
    &crate::api::platforms::KINDS,
    &crate::artifact::WORDS,
    &crate::chat::WORDS,
    &crate::compute::WORDS,
    &crate::compute::VIEWS,
    &crate::design::WORDS,
    &crate::operation::WORDS,
    &crate::plan::WORDS,
    &crate::sheet::WORDS,
    &crate::validate::WORDS,
    &DATABASE,
    &GRAPH,
    &GUIDE,
    &IMPORTS,
    &VAULT,
];

/// Replaces every `{name}` of `template` by its value, in one pass: values are never searched again.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(start) = rest.find('{') {
        filled.push_str(&rest[..start]);
        let tail = &rest[start..];
        let value = tail.find('}').and_then(|end| {
            let name = &tail[1..end];
            values.iter().find(|(key, _)| *key == name).map(|(_, value)| (end, *value))
        });
        match value {
            Some((end, value)) => {
                filled.push_str(value);
                rest = &tail[end + 1..];
            }
            None => {
                filled.push('{');
                rest = &tail[1..];
            }
        }
    }
    filled.push_str(rest);
    filled
}

/// Declares a topic whose texts are `shared/locales/<language>/<name>.json`.
macro_rules! topic {
    ($name:literal) => {
        $crate::words::Topic::new($name, $crate::words::embedded!($name "en" "de" "es" "fr" "ja" "ar"))
    };
}
pub(crate) use topic;

/// The texts of a topic in these languages, if this build carries them.
#[cfg(feature = "embedded-words")]
macro_rules! embedded {
    ($name:literal $($language:literal)+) => {
        Some([$(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/", $language, "/", $name, ".json"))),+])
    };
}

/// The texts of a topic in these languages, if this build carries them.
#[cfg(not(feature = "embedded-words"))]
macro_rules! embedded {
    ($name:literal $($language:literal)+) => {
        None
    };
}
pub(crate) use embedded;

/// Words that rendered files add to a blueprint's own.
pub static GUIDE: Topic = topic!("guide");

/// Words of Obsidian vaults.
pub static VAULT: Topic = topic!("vault");

/// Words of Logseq graphs.
pub static GRAPH: Topic = topic!("graph");

/// Words of SQL scripts, schemas, types and diagrams.
pub static DATABASE: Topic = topic!("database");

/// Words of CSV files, of what platforms import and of scripts that build a system.
pub static IMPORTS: Topic = topic!("imports");

/// Fails when a language lacks a key that another has, when a translation has other placeholders, and when a
/// sentence was left in English.
#[cfg(test)]
pub(crate) fn assert_complete(topic: &Topic) {
    let english: Vec<_> = topic.keys(Language::En).collect();
    assert!(!english.is_empty(), "the English words are empty or no JSON object of strings");
    for language in Language::ALL {
        let keys: Vec<_> = topic.keys(language).collect();
        assert_eq!(keys, english, "keys of {language:?} differ from English");
        for key in keys {
            let placeholders = |language| placeholders(topic.get(language, key));
            assert_eq!(placeholders(language), placeholders(Language::En), "`{key}` in {language:?}");
            let is_left = language != Language::En && is_prose(topic.get(Language::En, key));
            assert!(
                !is_left || topic.get(language, key) != topic.get(Language::En, key),
                "`{key}` is English in {language:?}"
            );
        }
    }
}

/// Whether a text has words of its own: names of products and formats are the same in every language.
#[cfg(test)]
fn is_prose(text: &str) -> bool {
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase());
    text.split_whitespace().filter(is_word).count() > 1
}

#[cfg(test)]
fn placeholders(text: &str) -> std::collections::BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    static GREETINGS: Topic = Topic::new(
        "greetings",
        Some([
            r#"{"hello":"Hello {name}","bye":"Bye"}"#,
            r#"{"hello":"Hallo {name}"}"#,
            "{}",
            "{}",
            "{}",
            "{}",
        ]),
    );

    #[test]
    fn the_words_of_files_are_complete() {
        for topic in [&GUIDE, &VAULT, &GRAPH, &DATABASE, &IMPORTS] {
            assert_complete(topic);
        }
    }

    #[test]
    fn a_missing_translation_falls_back_on_english() {
        assert_eq!(GREETINGS.get(Language::De, "bye"), "Bye");
        assert_eq!(GREETINGS.get(Language::De, "never"), "never");
    }

    #[test]
    fn words_can_be_given_and_the_first_ones_stay() {
        static GIVEN: Topic = Topic::new("given", None);

        assert_eq!(GIVEN.get(Language::Fr, "hello"), "hello");
        assert!(GIVEN.parsed[Language::Fr as usize].set([("hello".into(), "Bonjour".into())].into()).is_ok());

        assert_eq!(GIVEN.get(Language::Fr, "hello"), "Bonjour");
        assert_eq!(GIVEN.find(Language::En, "hello"), None);
        assert!(supply(Language::Fr, "[]").is_err());
        assert!(supply(Language::Fr, r#"{"design": {"blueprint.name": "x"}, "nothing": {}}"#).is_ok());
        assert_ne!(crate::design::WORDS.get(Language::En, "blueprint.name"), "x");
    }

    #[test]
    fn values_are_filled_in_once() {
        assert_eq!(GREETINGS.fill(Language::De, "hello", &[("name", "{name} {")]), "Hallo {name} {");
        assert_eq!(fill("{a} {b} {", &[("b", "2")]), "{a} 2 {");
    }
}
