//! Which languages a chat is held in.
//!
//! A few lines of text vote by their stop words, which costs next to nothing. What stays undecided, because it is in
//! another language or because it is no sentence, is shown to a detector that knows many more.

use std::collections::BTreeMap;

use super::detector;
use super::stop_words::{LANGUAGES, Languages};
use super::words::{Script, Word};

/// A language that holds one part in so many of the text is named.
const SHARE: usize = 5;
/// How many words decide together.
const WINDOW_WORDS: usize = 24;
/// So many of a hundred words must be stop words of a language, for text to be of it: a text has some 40, and in a
/// related language some 25.
const STOP_PERCENT: usize = 30;
/// One word in so many is small, in any sentence in Latin letters: lists of names need not be shown to the detector.
const SMALL_SHARE: usize = 8;
/// The most bytes of a small word.
const SMALL_BYTES: usize = 3;
/// One character in so many is kana, in Japanese.
const KANA_SHARE: usize = 8;
/// So many Chinese characters or kana weigh as much as a word.
const CHARACTERS_A_WORD: usize = 2;
/// How much of what is undecided the detector is shown, in bytes.
const SAMPLE_BYTES: usize = 400;

/// Languages in the making.
#[derive(Default)]
pub(super) struct Hearing {
    window: Window,
    weights: BTreeMap<&'static str, usize>,
    undecided: BTreeMap<Alphabet, Undecided>,
}

/// A few words in a row.
#[derive(Default)]
struct Window {
    start: usize,
    end: usize,
    words: usize,
    small: usize,
    han: usize,
    kana: usize,
    votes: [usize; LANGUAGES.len()],
    alphabet: Option<Alphabet>,
}

/// Text that stop words could not decide.
#[derive(Default)]
struct Undecided {
    words: usize,
    sample: String,
}

/// Alphabets, as far as texts in them cannot be in the same language.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Alphabet {
    Latin,
    Greek,
    Cyrillic,
    RightToLeft,
    Indic,
    Other,
}

impl Hearing {
    /// Takes in the next word of `text`, with the languages of which it is a stop word.
    pub(super) fn add(&mut self, text: &str, word: &Word<'_>, stop_in: Option<Languages>) {
        self.window.add(word, stop_in);
        if self.window.size() >= WINDOW_WORDS {
            self.end_of_text(text);
        }
    }

    /// Decides on the last words of `text`: texts are not of one language.
    pub(super) fn end_of_text(&mut self, text: &str) {
        let window = std::mem::take(&mut self.window);
        let size = window.size();
        match window.language() {
            Some(language) => *self.weights.entry(language).or_default() += size,
            None => {
                let Some(alphabet) = window.alphabet else { return };
                let undecided = self.undecided.entry(alphabet).or_default();
                undecided.words += size;
                if alphabet != Alphabet::Latin || window.small * SMALL_SHARE >= window.words {
                    undecided.show(text.get(window.start..window.end).unwrap_or_default());
                }
            }
        }
    }

    /// The languages that hold a fifth of the text, the one with most text first.
    pub(super) fn end(mut self) -> Vec<String> {
        let undecided: usize = self.undecided.values().map(|undecided| undecided.words).sum();
        let total = self.weights.values().sum::<usize>() + undecided;
        let is_enough = |weight: usize| weight * SHARE >= total;
        for undecided in self.undecided.values().filter(|undecided| is_enough(undecided.words)) {
            if let Some(language) = detector::language(&undecided.sample) {
                *self.weights.entry(language).or_default() += undecided.words;
            }
        }
        let mut found: Vec<_> = self.weights.into_iter().filter(|(_, weight)| is_enough(*weight)).collect();
        found.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
        found.into_iter().map(|(language, _)| language.to_owned()).collect()
    }
}

impl Window {
    fn add(&mut self, word: &Word<'_>, stop_in: Option<Languages>) {
        if self.end == 0 {
            self.start = word.start;
        }
        self.end = word.start + word.text.len();
        match word.script {
            Script::Han => self.han += 1,
            Script::Hiragana => self.kana += 1,
            Script::Katakana => self.kana += word.text.chars().count(),
            Script::Digits => {}
            Script::Alphabet => {
                self.words += 1;
                self.small += usize::from(word.text.len() <= SMALL_BYTES);
                self.alphabet = self.alphabet.or_else(|| Some(Alphabet::of(word.text)));
                let stop_in = stop_in.unwrap_or_default();
                let votes = self.votes.iter_mut().enumerate();
                votes.for_each(|(language, votes)| *votes += usize::from(stop_in >> language & 1));
            }
        }
    }

    /// How much text it is, in words.
    fn size(&self) -> usize {
        self.words + (self.han + self.kana).div_ceil(CHARACTERS_A_WORD)
    }

    fn language(&self) -> Option<&'static str> {
        let characters = self.han + self.kana;
        if characters > self.words * CHARACTERS_A_WORD {
            return Some(if self.kana * KANA_SHARE >= characters { "ja" } else { "zh" });
        }
        let (mut best, mut second) = ((0, ""), 0);
        for (votes, language) in self.votes.into_iter().zip(LANGUAGES) {
            if votes > best.0 {
                (best, second) = ((votes, language), best.0);
            } else {
                second = second.max(votes);
            }
        }
        let is_clear = best.0 * 100 >= self.words * STOP_PERCENT && best.0 * 2 > second * 3;
        is_clear.then_some(best.1)
    }
}

impl Undecided {
    fn show(&mut self, text: &str) {
        if self.sample.len() < SAMPLE_BYTES {
            self.sample.push_str(&text[..text.floor_char_boundary(SAMPLE_BYTES)]);
            self.sample.push(' ');
        }
    }
}

impl Alphabet {
    /// Of the first letter that tells; ASCII is Latin.
    fn of(word: &str) -> Self {
        match word.chars().next().unwrap_or_default() {
            '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Self::Latin,
            '\u{370}'..='\u{3ff}' => Self::Greek,
            '\u{400}'..='\u{52f}' => Self::Cyrillic,
            '\u{590}'..='\u{8ff}' => Self::RightToLeft,
            '\u{900}'..='\u{dff}' => Self::Indic,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::stop_words;
    use super::super::words::words;
    use super::*;

    fn heard(texts: &[&str]) -> Vec<String> {
        let mut hearing = Hearing::default();
        for text in texts {
            for word in words(text) {
                hearing.add(text, &word, stop_words::languages_of(word.text, word.hash));
            }
            hearing.end_of_text(text);
        }
        hearing.end()
    }

    #[track_caller]
    fn check(texts: &[&str], expected: &[&str]) {
        assert_eq!(heard(texts), expected, "{texts:?}");
    }

    #[test]
    fn the_six_languages_of_the_product_are_told() {
        check(&["How do I write a test that waits for the server to be ready?"], &["en"]);
        check(&["Wie schreibe ich einen Test, der auf den Server wartet, bis er bereit ist?"], &["de"]);
        check(&["¿Cómo puedo escribir una prueba que espere a que el servidor esté listo?"], &["es"]);
        check(&["Comment puis-je écrire un test qui attend que le serveur soit prêt ?"], &["fr"]);
        check(&["サーバーの準備ができるまで待つテストはどう書けばいいですか。"], &["ja"]);
        check(&["كيف يمكنني كتابة اختبار ينتظر حتى يكون الخادم جاهزا قبل أن يبدأ؟"], &["ar"]);
    }

    #[test]
    fn other_languages_are_told_by_the_detector() {
        check(
            &[
                "Como posso escrever um teste que espera até que o servidor esteja pronto para receber pedidos? Não sei.",
            ],
            &["pt"],
        );
        check(
            &[
                "Hoe schrijf ik een test die wacht totdat de server klaar is om verzoeken te ontvangen van gebruikers? Ik heb het al geprobeerd, maar het werkt helaas nog niet. Kun je mij uitleggen waarom de uitkomst telkens verschilt en hoe ik dat kan voorkomen?",
            ],
            &["nl"],
        );
        check(
            &[
                "Come posso scrivere una prova che aspetta finché il server non è pronto per ricevere richieste?",
            ],
            &["it"],
        );
        check(
            &["Как мне написать тест, который ждёт, пока сервер не будет готов принимать запросы?"],
            &["ru"],
        );
        check(&["서버가 준비될 때까지 기다리는 테스트를 어떻게 작성하나요?"], &["ko"]);
        check(&["如何编写一个等待服务器准备就绪的测试？"], &["zh"]);
        check(
            &[
                "איך אני כותב בדיקה שמחכה עד שהשרת יהיה מוכן לקבל בקשות? אני לא יודע מה עושים כאשר זה לא עובד, וגם לא את מי לשאול.",
            ],
            &["he"],
        );
        check(
            &["Πώς μπορώ να γράψω μια δοκιμή που περιμένει μέχρι ο διακομιστής να είναι έτοιμος;"],
            &["el"],
        );
    }

    #[test]
    fn a_language_with_a_fifth_of_the_text_is_named_and_one_with_less_is_not() {
        let english = "Please translate this for me, and tell me what the words mean in the sentence.";
        let german = "Das ist der Text, den ich nicht verstehe, weil er von einem anderen Land handelt.";

        check(&[english, german], &["de", "en"]);
        check(&[english, english, german], &["en", "de"]);
        check(&[&english.repeat(9), german], &["en"]);
    }

    #[test]
    fn what_is_no_sentence_is_of_no_language() {
        check(&[], &[]);
        check(&["42 1.5 2024"], &[]);
        check(&["xkcd qwrt zzz"], &[]);
    }
}
