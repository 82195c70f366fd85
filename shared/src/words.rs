//! Sentences and names in the languages we speak, looked up by key.
//!
//! The words live in `shared/locales/<language>/<topic>.json`: flat objects from key to text. A text may hold
//! `{placeholders}`. English is complete; another language falls back on it for a key it lacks, and a test
//! fails when it lacks one.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

/// A language that designs, plans and files are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// German.
    De,
}

impl Language {
    /// Every language, English first.
    pub const ALL: [Self; 2] = [Self::En, Self::De];

    /// BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
        }
    }
}

type Dictionary = BTreeMap<String, String>;

/// The words of one topic, such as `design` or `plan`, in every language.
#[derive(Debug)]
pub struct Topic {
    texts: [&'static str; Language::ALL.len()],
    parsed: OnceLock<[Dictionary; Language::ALL.len()]>,
}

impl Topic {
    /// A topic from its JSON texts, in the order of [`Language::ALL`].
    pub const fn new(texts: [&'static str; Language::ALL.len()]) -> Self {
        Self { texts, parsed: OnceLock::new() }
    }

    /// The text of `key`, in English where `language` lacks it, the key itself where nobody has it.
    pub fn get<'a>(&'a self, language: Language, key: &'a str) -> &'a str {
        self.find(language, key).or_else(|| self.find(Language::En, key)).unwrap_or(key)
    }

    /// The text of `key` in exactly this language.
    pub fn find(&self, language: Language, key: &str) -> Option<&str> {
        self.dictionaries()[language as usize].get(key).map(String::as_str)
    }

    /// The text of `key` with every `{name}` replaced by its value.
    pub fn fill(&self, language: Language, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.get(language, key), values)
    }

    /// Every key of `language`, sorted.
    pub fn keys(&self, language: Language) -> impl Iterator<Item = &str> {
        self.dictionaries()[language as usize].keys().map(String::as_str)
    }

    fn dictionaries(&self) -> &[Dictionary; Language::ALL.len()] {
        // A text that is not JSON leaves its dictionary empty; the test below keeps that from shipping.
        self.parsed.get_or_init(|| self.texts.map(|text| serde_json::from_str(text).unwrap_or_default()))
    }
}

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
        $crate::words::Topic::new([
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/en/", $name, ".json")),
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/de/", $name, ".json")),
        ])
    };
}
pub(crate) use topic;

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

/// Fails when a language lacks a key that another has, or when a translation has other placeholders.
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
        }
    }
}

#[cfg(test)]
fn placeholders(text: &str) -> std::collections::BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    static GREETINGS: Topic =
        Topic::new([r#"{"hello":"Hello {name}","bye":"Bye"}"#, r#"{"hello":"Hallo {name}"}"#]);

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
    fn values_are_filled_in_once() {
        assert_eq!(GREETINGS.fill(Language::De, "hello", &[("name", "{name} {")]), "Hallo {name} {");
        assert_eq!(fill("{a} {b} {", &[("b", "2")]), "{a} 2 {");
    }
}
