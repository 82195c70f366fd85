//! Names for files, columns and types, made of what people called their things.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest name of a file or folder, without its ending.
const FILE_NAME_CHARS: usize = 100;
/// The same in bytes: file systems take 255, and a number and an ending come on top.
const FILE_NAME_BYTES: usize = 200;
/// Longest identifier, in characters: PostgreSQL cuts at 63 bytes, and a number may come on top.
const IDENTIFIER_CHARS: usize = 48;

/// `text` as the name of a file or folder that Windows, macOS, Linux and links take, `fallback` when nothing of it
/// is left. Letters of every script stay; whatever could part a path, hide or turn around other letters goes.
pub(crate) fn file_name(text: &str, fallback: &str) -> String {
    let spaced: String = text.nfc().filter(|c| !is_invisible(*c)).map(replaced).collect();
    let mut name = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    cut(&mut name, FILE_NAME_CHARS, FILE_NAME_BYTES);
    let name = name.trim_matches(|c: char| matches!(c, '.' | ' ' | '-' | '\'')).to_owned();
    match name {
        name if name.is_empty() => fallback.to_owned(),
        name => no_device(name, fallback),
    }
}

/// `name`, with `more` in front of its first dot where Windows takes a file of this name for a device.
pub(crate) fn no_device(name: String, more: &str) -> String {
    match name.split_once('.') {
        _ if !is_device(&name) => name,
        Some((stem, rest)) => format!("{} {more}.{rest}", stem.trim_end()),
        None => format!("{name} {more}"),
    }
}

/// The first `chars` characters of [`file_name`], not ending in a space or a dot either.
pub(crate) fn short_file_name(text: &str, fallback: &str, chars: usize) -> String {
    let name: String = file_name(text, fallback).chars().take(chars).collect();
    file_name(&name, fallback)
}

/// `text` as lower-case ASCII words joined by `_`, a letter first, such as `follow_up_date`; `fallback`, an id of the
/// blueprint, when nothing of it is left.
pub(crate) fn identifier(text: &str, fallback: &str) -> String {
    let joined = ascii_words(text).join("_");
    let mut name = if joined.is_empty() { ascii_words(fallback).join("_") } else { joined };
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) {
        name.insert_str(0, "x_");
    }
    name.truncate(IDENTIFIER_CHARS);
    name.trim_end_matches('_').to_owned()
}

/// The lower-case ASCII words of `text`: accents are dropped, German umlauts spelled out, other letters left out.
pub(crate) fn ascii_words(text: &str) -> Vec<String> {
    let mut spelled = String::new();
    for c in text.nfc().flat_map(char::to_lowercase) {
        match c {
            'ä' => spelled.push_str("ae"),
            'ö' => spelled.push_str("oe"),
            'ü' => spelled.push_str("ue"),
            'ß' => spelled.push_str("ss"),
            // Apostrophes join: "Ada's chats" is `adas_chats`.
            '\'' | '’' => {}
            c => spelled.extend(c.nfkd().filter(|c| !is_combining_mark(*c))),
        }
    }
    spelled
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect()
}

/// Names given out so far, each once in any spelling of upper and lower case.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    names: HashSet<String>,
    /// By the first numbered name of a series, the number with which its search for a free name goes on: ten thousand
    /// rows of one title do not try each other's names again.
    next: HashMap<String, usize>,
}

impl Taken {
    /// `name` if it is free, else the first of `numbered(name, 2)`, `numbered(name, 3)`, … that is; taken from now on.
    pub(crate) fn claim(&mut self, name: String, numbered: impl Fn(&str, usize) -> String) -> String {
        let name = if self.is_free(&name) { name } else { self.number(&name, numbered) };
        self.names.insert(folded(&name));
        name
    }

    fn number(&mut self, name: &str, numbered: impl Fn(&str, usize) -> String) -> String {
        let next = self.next.entry(folded(&numbered(name, 2))).or_insert(2);
        loop {
            let name = numbered(name, *next);
            *next += 1;
            if !self.names.contains(&folded(&name)) {
                return name;
            }
        }
    }

    /// Whether nobody has `name` yet.
    pub(crate) fn is_free(&self, name: &str) -> bool {
        !self.names.contains(&folded(name))
    }

    /// A file name, numbered like `Name (2)`.
    pub(crate) fn claim_file(&mut self, name: String) -> String {
        self.claim(name, |name, number| format!("{name} ({number})"))
    }

    /// An identifier, numbered like `name_2`.
    pub(crate) fn claim_identifier(&mut self, name: String) -> String {
        self.claim(name, |name, number| format!("{name}_{number}"))
    }
}

/// What two names have in common that file systems take for one.
pub(crate) fn folded(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).collect()
}

/// Whether Windows takes a file of this name, with any ending, for a device.
///
/// Source: learn.microsoft.com, "Naming Files, Paths, and Namespaces": superscript digits count, too.
pub(crate) fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let is_numbered = |kind| {
        let mut rest = stem.strip_prefix(kind).unwrap_or_default().chars();
        let is_digit = rest.next().is_some_and(|c| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³'));
        is_digit && rest.next().is_none()
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
        || is_numbered("com")
        || is_numbered("lpt")
}

/// Zero-width and direction marks: they make two names look alike or one name read backwards.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A space for what some file system, link or archive refuses.
fn replaced(c: char) -> char {
    match c {
        '/' | '\\' | ':' | '|' | '*' | '?' | '"' | '<' | '>' | '#' | '^' | '[' | ']' | '%' => ' ',
        c if c.is_control() => ' ',
        c => c,
    }
}

fn cut(name: &mut String, chars: usize, bytes: usize) {
    let end =
        name.char_indices().take(chars).map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= bytes);
    let end = end.last().unwrap_or_default();
    name.truncate(end);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_safe_on_every_system() {
        for (text, expected) in [
            ("Plan the week", "Plan the week"),
            ("../../etc/passwd", "etc passwd"),
            ("CON", "CON row"),
            ("com1.txt", "com1 row.txt"),
            ("nul . b", "nul row. b"),
            ("LPT²", "LPT² row"),
            ("com10", "com10"),
            ("a: \"b\" <c>?", "a b c"),
            ("dots...", "dots"),
            ("…", "…"),
            ("", "row"),
            ("   ", "row"),
            ("\u{202e}gpj.exe", "gpj.exe"),
            ("two\nlines", "two lines"),
            ("会话 😀", "会话 😀"),
            ("=cmd()", "=cmd()"),
        ] {
            assert_eq!(file_name(text, "row"), expected, "{text}");
        }
        let long = file_name(&"😀".repeat(300), "row");
        assert!(long.chars().count() <= FILE_NAME_CHARS && long.len() <= FILE_NAME_BYTES);
    }

    #[test]
    fn identifiers_are_ascii_words() {
        for (text, expected) in [
            ("Follow-up Date", "follow_up_date"),
            ("Größe", "groesse"),
            ("Café №5", "cafe_no5"),
            ("2nd try", "x_2nd_try"),
            ("会话", "fld_sessions_title"),
            ("", "fld_sessions_title"),
        ] {
            assert_eq!(identifier(text, "fld_sessions_title"), expected, "{text}");
        }
        assert!(identifier(&"long name ".repeat(50), "x").len() <= IDENTIFIER_CHARS);
    }

    #[test]
    fn names_are_given_out_once_in_any_case() {
        let mut taken = Taken::default();

        let names = ["Note", "note", "NOTE", "Note (2)"].map(|name| taken.claim_file(name.to_owned()));

        assert_eq!(names, ["Note", "note (2)", "NOTE (3)", "Note (2) (2)"]);
        assert_eq!(taken.claim_identifier("note".into()), "note_2");
        assert_eq!(taken.claim_file("nOtE".to_owned()), "nOtE (4)");
    }
}
