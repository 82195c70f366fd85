//! Words of any script, with a hash that is the same whatever their case. One look at each byte of plain text.

/// A word, as far as counting and comparing goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// The word as it is written.
    pub(super) text: &'a str,
    /// Where it begins, in bytes.
    pub(super) start: usize,
    /// The same for the same word in whatever case.
    pub(super) hash: u64,
    /// How it is written.
    pub(super) script: Script,
}

/// How a word is written, where that decides what a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Letters of an alphabet, between spaces.
    Alphabet,
    /// Digits alone.
    Digits,
    /// One Chinese character.
    Han,
    /// One hiragana character.
    Hiragana,
    /// A run of katakana.
    Katakana,
}

/// The words of a text: runs of letters and digits; Chinese characters and hiragana one each, as Unicode has it.
pub(super) struct Words<'a> {
    text: &'a str,
    at: usize,
}

/// The words of `text`.
pub(super) fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        let bytes = self.text.as_bytes();
        loop {
            match CLASSES[usize::from(*bytes.get(self.at)?)] {
                SEPARATOR => self.at += 1,
                BEYOND => match self.beyond() {
                    Some(word) => return Some(word),
                    None => continue,
                },
                _ => return Some(self.plain(bytes)),
            }
        }
    }
}

impl<'a> Words<'a> {
    /// A word that begins with a letter or a digit of ASCII, and most often holds nothing else.
    fn plain(&mut self, bytes: &'a [u8]) -> Word<'a> {
        let start = self.at;
        let mut seen = 0;
        let mut end = start;
        let after = loop {
            match bytes.get(end).map_or(SEPARATOR, |byte| CLASSES[usize::from(*byte)]) {
                class @ (SEPARATOR | BEYOND) => break class,
                class => seen |= class,
            }
            end += 1;
        };
        self.at = end;
        if after == BEYOND && self.is_joined() {
            return self.mixed(start);
        }
        let script = if seen & LETTER == 0 { Script::Digits } else { Script::Alphabet };
        Word { text: &self.text[start..end], start, hash: plain_hash(bytes, start, end), script }
    }

    /// Whether the character beyond ASCII at this place goes on with a word of letters.
    fn is_joined(&self) -> bool {
        self.text[self.at..].chars().next().is_some_and(|next| is_alphabetic(next) || is_mark(next))
    }

    /// A word with letters beyond ASCII.
    fn mixed(&mut self, start: usize) -> Word<'a> {
        let rest = &self.text[start..];
        let end = rest.find(|next| !is_alphabetic(next) && !is_mark(next)).unwrap_or(rest.len());
        self.at = start + end;
        let text = &rest[..end];
        let lower: String = text.chars().filter(|one| !is_mark(*one)).flat_map(char::to_lowercase).collect();
        Word { text, start, hash: hash(lower.as_bytes()), script: Script::Alphabet }
    }

    /// What begins with a character beyond ASCII: a word, or nothing.
    fn beyond(&mut self) -> Option<Word<'a>> {
        let start = self.at;
        let rest = &self.text[start..];
        let first = rest.chars().next()?;
        let script = match first {
            _ if is_han(first) => Script::Han,
            '\u{3041}'..='\u{309f}' => Script::Hiragana,
            _ if is_katakana(first) => Script::Katakana,
            _ if is_alphabetic(first) => return Some(self.mixed(start)),
            _ => {
                self.at += first.len_utf8();
                return None;
            }
        };
        let end = match script {
            Script::Katakana => rest.find(|next| !is_katakana(next)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        self.at = start + end;
        Some(Word { text: &rest[..end], start, hash: hash(&rest.as_bytes()[..end]), script })
    }
}

/// A byte that parts words.
const SEPARATOR: u8 = 0;
/// A letter of ASCII.
const LETTER: u8 = 1;
/// A digit of ASCII.
const DIGIT: u8 = 2;
/// A byte of a character beyond ASCII.
const BEYOND: u8 = 4;

/// What each byte means to a word.
static CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [SEPARATOR; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            b'0'..=b'9' => DIGIT,
            0x80.. => BEYOND,
            _ => SEPARATOR,
        };
        byte += 1;
    }
    classes
}

/// A letter or digit of a script that writes words with spaces between them.
fn is_alphabetic(one: char) -> bool {
    // Most of them: the tables of Unicode are slower to ask.
    matches!(one, 'a'..='z' | 'A'..='Z' | '0'..='9' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}')
        || is_alphabetic_beyond(one)
}

fn is_alphabetic_beyond(one: char) -> bool {
    one.is_alphanumeric() && !is_han(one) && !matches!(one, '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}')
}

/// Accents that stand alone, Arabic vowel signs and the stretching line: they do not make another word.
fn is_mark(one: char) -> bool {
    matches!(one, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{640}' | '\u{670}')
}

fn is_han(one: char) -> bool {
    matches!(one, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}' | '々')
}

fn is_katakana(one: char) -> bool {
    matches!(one, '\u{30a1}'..='\u{30fa}' | 'ー' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}')
}

/// The bit that letters of ASCII have in lower case and digits have anyway, in each byte.
const LOWER: u64 = 0x2020_2020_2020_2020;
/// An odd number without pattern: the fraction of the golden ratio.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// A hash of a word: quick, and no secret depends on it.
fn hash(bytes: &[u8]) -> u64 {
    let (eights, rest) = bytes.as_chunks::<8>();
    let last = rest.iter().rev().fold(0, |last, byte| last << 8 | u64::from(*byte));
    let eights = eights.iter().map(|eight| u64::from_le_bytes(*eight));
    let whole = eights.fold(bytes.len() as u64, |hash, eight| mixed(hash ^ eight));
    if rest.is_empty() { whole } else { mixed(whole ^ last) }
}

/// The hash that the ASCII between `start` and `end` has in lower case. The last letters come with what follows them,
/// where there is enough of that: bytes one by one take longer.
fn plain_hash(bytes: &[u8], start: usize, end: usize) -> u64 {
    let mut hash = (end - start) as u64;
    let mut at = start;
    while at < end {
        let left = end - at;
        let eight = match bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
            Some(eight) => u64::from_le_bytes(*eight),
            None => bytes[at..end].iter().take(8).rev().fold(0, |eight, byte| eight << 8 | u64::from(*byte)),
        };
        let mask = if left < 8 { u64::MAX >> (64 - 8 * left) } else { u64::MAX };
        hash = mixed(hash ^ ((eight | LOWER) & mask));
        at += 8;
    }
    hash
}

/// Spreads every bit over all of them.
pub(super) fn mixed(bits: u64) -> u64 {
    let bits = (bits ^ (bits >> 32)).wrapping_mul(MIX);
    let bits = (bits ^ (bits >> 29)).wrapping_mul(MIX);
    bits ^ (bits >> 32)
}

/// The hash that a word in lower case has.
pub(super) fn hash_of(lower: &str) -> u64 {
    hash(lower.as_bytes())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = words(text).map(|word| word.text).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_of_every_script_are_told() {
        check("", &[]);
        check("Hello, wide world!", &["Hello", "wide", "world"]);
        check("HTTP2 ist größer als 1.1", &["HTTP2", "ist", "größer", "als", "1", "1"]);
        check("l’été naïve", &["l", "été", "naïve"]);
        check("cafe\u{301} noir", &["cafe\u{301}", "noir"]);
        check("Привет, мир", &["Привет", "мир"]);
        check("مَرْحَبًا بالعالم", &["مَرْحَبًا", "بالعالم"]);
        check("データベースの設計。", &["データベース", "の", "設", "計"]);
        check("Rust言語", &["Rust", "言", "語"]);
        check("안녕 세계", &["안녕", "세계"]);
        check("🚀 go🚀", &["go"]);
    }

    #[test]
    fn case_and_vowel_signs_make_no_other_word() {
        let hash = |text| words(text).next().unwrap().hash;

        for (one, other) in [
            ("Straße", "STRAße"),
            ("Index", "inDEX"),
            ("Мир", "мир"),
            ("مرحبا", "مَرْحَبًا"),
            ("Abcdefghij", "ABCDEFGHIJ"),
        ] {
            assert_eq!(hash(one), hash(other), "{one}");
        }
        assert_eq!(hash("Größe"), hash_of("größe"));
        assert_ne!(hash("index"), hash("indey"));
        assert_ne!(hash("あ"), hash("い"));
    }

    proptest! {
        #[test]
        fn the_quick_hash_is_the_slow_one(word in "[A-Za-z0-9]{1,40}", after in "( [a-zé]{0,9})?") {
            let text = format!("{word}{after}");
            prop_assert_eq!(words(&text).next().unwrap().hash, hash_of(&word.to_lowercase()));
        }

        #[test]
        fn any_text_comes_to_an_end(text in "\\PC{0,80}|[a-zé語カの \u{301}\u{64b}]{0,60}") {
            let mut end = 0;
            for word in words(&text) {
                prop_assert!(word.start >= end && !word.text.is_empty());
                end = word.start + word.text.len();
                prop_assert_eq!(&text[word.start..end], word.text);
            }
        }
    }
}
