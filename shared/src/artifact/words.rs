//! What a file is and what one does with it, in words.

use super::ArtifactFormat;
use crate::api::options;
use crate::words::{Language, Topic, topic};

pub(crate) static WORDS: Topic = topic!("files");

/// What people call a file of `format`.
pub fn label(format: ArtifactFormat, language: Language) -> String {
    options::word(language, "format", format.as_str(), "label")
}

/// What a file of `format` is, in a sentence.
pub fn explanation(format: ArtifactFormat, language: Language) -> String {
    options::word(language, "format", format.as_str(), "explanation")
}

/// One thing to do; `*stressed*` words name what is on the screen.
pub type Step = &'static str;

/// What to do with a file of `format`, from the download to the finished system, a click or two a step.
pub fn steps(format: ArtifactFormat, language: Language) -> Vec<Step> {
    (1..).map_while(|number| WORDS.find(language, &format!("{}.{number}", format.as_str()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_complete() {
        crate::words::assert_complete(&WORDS);
    }

    #[test]
    fn every_format_says_what_to_do_and_every_word_is_said() {
        for language in Language::ALL {
            let steps: Vec<_> =
                ArtifactFormat::ALL.into_iter().map(|format| steps(format, language).len()).collect();

            assert!(steps.iter().all(|count| *count > 0), "{steps:?}");
            assert_eq!(steps.iter().sum::<usize>(), WORDS.keys(language).count());
        }
    }
}
