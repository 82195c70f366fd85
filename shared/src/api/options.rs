//! Everything a person can choose, with words for people.

use serde::{Deserialize, Serialize};

use crate::answers::{Complexity, Feature, Priority, TeamSize};
use crate::artifact::ArtifactFormat;
use crate::platform::Platform;
use crate::words::{Language, Topic, topic};

pub(crate) static WORDS: Topic = topic!("options");

/// Answer of `list_options`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Options {
    /// Values of `platform`.
    pub platforms: Vec<Choice>,
    /// Values of `priorities`.
    pub priorities: Vec<Choice>,
    /// Values of `features`.
    pub features: Vec<Choice>,
    /// Values of `team_size`.
    pub team_sizes: Vec<Choice>,
    /// Values of `complexity`.
    pub complexities: Vec<Choice>,
    /// Formats of artifacts.
    pub formats: Vec<Choice>,
    /// Languages of designs, plans and files.
    pub languages: Vec<Choice>,
}

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Choice {
    /// Its name in documents.
    pub id: String,
    /// Its name for people.
    pub label: String,
    /// What it means, in a sentence.
    pub explanation: String,
}

/// Everything a person can choose, in words of `language`.
pub fn list(language: Language) -> Options {
    let choices = |kind: &str, ids: &[&str]| ids.iter().map(|id| choice(language, kind, id)).collect();
    Options {
        platforms: choices("platform", &Platform::ALL.map(Platform::as_str)),
        priorities: choices("priority", &Priority::ALL.map(Priority::as_str)),
        features: choices("feature", &Feature::ALL.map(Feature::as_str)),
        team_sizes: choices("team_size", &TeamSize::ALL.map(TeamSize::as_str)),
        complexities: choices("complexity", &Complexity::ALL.map(Complexity::as_str)),
        formats: choices("format", &ArtifactFormat::ALL.map(ArtifactFormat::as_str)),
        languages: choices("language", &Language::ALL.map(Language::tag)),
    }
}

fn choice(language: Language, kind: &str, id: &str) -> Choice {
    let word = |what| word(language, kind, id, what);
    Choice { id: id.to_owned(), label: word("label"), explanation: word("explanation") }
}

/// `what` is said of the choice `id` of a kind: its `label` or its `explanation`.
pub(crate) fn word(language: Language, kind: &str, id: &str, what: &str) -> String {
    WORDS.get(language, &format!("{kind}.{id}.{what}")).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_complete() {
        crate::words::assert_complete(&WORDS);
    }

    #[test]
    fn every_choice_has_words_and_every_word_a_choice() {
        let options = serde_json::to_value(list(Language::En)).unwrap_or_default();
        let choices: Vec<&serde_json::Value> = options
            .as_object()
            .into_iter()
            .flat_map(|o| o.values())
            .flat_map(|v| v.as_array().into_iter().flatten())
            .collect();

        assert_eq!(choices.len() * 2, WORDS.keys(Language::En).count());
        for choice in choices {
            assert!(!choice["label"].as_str().unwrap_or_default().contains(".label"), "{choice}");
        }
    }

    #[test]
    fn ids_are_what_documents_hold() {
        for size in TeamSize::ALL {
            assert_eq!(serde_json::to_value(size).ok(), Some(size.as_str().into()));
        }
    }
}
