//! What a chat is about, as far as its words tell.

use std::collections::HashMap;

use shared::chat::{KEYWORDS_MAX, Keyword};

use super::hashes::AsItIs;
use super::stop_words;
use super::words::{Script, Word, mixed};

/// How often a word of the title counts: whoever named a chat said what it is about.
pub(super) const TITLE_WEIGHT: u32 = 3;
/// The most words of a chat that are looked at: what it is about shows before.
const WORDS_MAX: usize = 4_000;
/// The most different words that are counted.
const TERMS_MAX: usize = 2_000;
/// How many of the most frequent ones are looked at in the end: some may be pairs that say nothing.
const CANDIDATES: usize = 4 * KEYWORDS_MAX;
/// The longest word that people use, in bytes: beyond are hashes and keys.
const BYTES_MAX: usize = 48;

/// Keywords in the making.
#[derive(Default)]
pub(super) struct Counting<'a> {
    terms: HashMap<u64, Term<'a>, AsItIs>,
    seen: usize,
    /// The Chinese character before, where a word may go on.
    han: Option<Word<'a>>,
}

struct Term<'a> {
    text: &'a str,
    count: u32,
    order: usize,
}

impl<'a> Counting<'a> {
    /// Whether there is room for more words.
    pub(super) fn is_open(&self) -> bool {
        self.seen < WORDS_MAX
    }

    /// Takes in the next word of `text`.
    pub(super) fn add(&mut self, text: &'a str, word: Word<'a>, weight: u32) {
        let before = self.han.take();
        match word.script {
            Script::Alphabet if is_telling(word.text) => self.count(word.text, word.hash, weight),
            Script::Katakana if is_run(word.text) => self.count(word.text, word.hash, weight),
            Script::Han => {
                self.han = Some(word);
                if let Some((pair, hash)) = before.and_then(|before| pair(text, &before, &word)) {
                    self.count(pair, hash, weight);
                }
            }
            _ => {}
        }
    }

    fn count(&mut self, text: &'a str, hash: u64, weight: u32) {
        let has_room = self.terms.len() < TERMS_MAX;
        self.seen += 1;
        match self.terms.get_mut(&hash) {
            Some(term) => term.count += weight,
            None if has_room => {
                let term = Term { text, count: weight, order: self.seen };
                self.terms.insert(hash, term);
            }
            None => {}
        }
    }

    /// The most frequent words, in lower case.
    pub(super) fn end(self) -> Vec<Keyword> {
        let mut terms: Vec<_> = self.terms.into_values().collect();
        let by_frequency = |term: &Term<'_>| (std::cmp::Reverse(term.count), term.order);
        if terms.len() > CANDIDATES {
            terms.select_nth_unstable_by_key(CANDIDATES, by_frequency);
            terms.truncate(CANDIDATES);
        }
        terms.retain(|term| !is_stop_pair(term.text));
        terms.sort_unstable_by_key(by_frequency);
        terms.truncate(KEYWORDS_MAX);
        let keyword = |term: Term<'_>| Keyword { term: term.text.to_lowercase(), count: term.count };
        let mut keywords: Vec<_> = terms.into_iter().map(keyword).collect();
        keywords.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.term.cmp(&other.term)));
        keywords
    }
}

/// Two characters in a row, with their hash; nothing where the one before stands elsewhere, or in another text.
fn pair<'a>(text: &'a str, before: &Word<'a>, word: &Word<'a>) -> Option<(&'a str, u64)> {
    let end = before.start + before.text.len();
    let pair = text.get(before.start..word.start + word.text.len())?;
    let is_pair = end == word.start && pair.starts_with(before.text);
    is_pair.then(|| (pair, mixed(before.hash.rotate_left(1) ^ word.hash)))
}

/// Whether a word of letters may tell something: neither a letter or two, nor a number with a letter, nor a key.
fn is_telling(text: &str) -> bool {
    let fewest = if text.is_ascii() { 3 } else { 2 };
    let begins_with_letter = text.chars().next().is_some_and(char::is_alphabetic);
    begins_with_letter && text.len() <= BYTES_MAX && text.chars().nth(fewest - 1).is_some()
}

/// Whether a run of katakana is a word.
fn is_run(text: &str) -> bool {
    text.len() <= BYTES_MAX && text.chars().nth(1).is_some()
}

/// Whether two Chinese characters are a word that says nothing.
fn is_stop_pair(text: &str) -> bool {
    stop_words::languages_of(text, super::words::hash_of(text)).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::stop_words;
    use super::super::words::words;
    use super::*;

    fn counted(texts: &[&str]) -> Vec<Keyword> {
        let mut counting = Counting::default();
        for text in texts {
            for word in words(text) {
                let is_stop = word.script == Script::Alphabet
                    && stop_words::languages_of(word.text, word.hash).is_some();
                if !is_stop {
                    counting.add(text, word, 1);
                }
            }
        }
        counting.end()
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, u32)]) {
        let found = counted(&[text]);
        let found: Vec<_> = found.iter().map(|keyword| (keyword.term.as_str(), keyword.count)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_count_whatever_their_case() {
        check("The Parser reads. A parser is a PARSER that reads.", &[("parser", 3), ("reads", 2)]);
        check("Größe und GRÖßE der Datenbank", &[("größe", 2), ("datenbank", 1)]);
        check("La base de datos y las bases", &[("base", 1), ("bases", 1), ("datos", 1)]);
        check("L’école, c’est la base", &[("base", 1), ("école", 1)]);
        check("ما هي قاعدة البيانات؟ قاعدة", &[("قاعدة", 2), ("البيانات", 1)]);
        check("하세요 데이터베이스", &[("데이터베이스", 1), ("하세요", 1)]);
    }

    #[test]
    fn characters_count_in_pairs_and_katakana_in_runs() {
        check("データベースの設計と設計書", &[("設計", 2), ("データベース", 1), ("計書", 1)]);
        check("この場合は必要です。ア", &[]);
        check("数、据", &[]);
    }

    #[test]
    fn what_is_no_word_does_not_count() {
        check("42 2024 7z x y ok https://www.x.com", &[]);
        check(&"a1b2c3d4".repeat(10), &[]);
        check(&"ア".repeat(1_000), &[]);
    }

    #[test]
    fn nothing_goes_on_from_one_text_to_the_next() {
        assert_eq!(counted(&["設", "計"]), []);
        assert_eq!(counted(&["設", "あ計"]), []);
    }

    #[test]
    fn there_are_never_too_many() {
        let text: String = (0..5_000).map(|word| format!("word{word} ")).collect();

        assert_eq!(counted(&[&text]).len(), KEYWORDS_MAX);
    }
}
