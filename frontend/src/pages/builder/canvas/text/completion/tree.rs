//! A JSON text as a tree, whole or not: whoever is writing leaves it open, half and without commas.

use std::ops::Range;

/// A value with where it stands, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    /// From its first letter to behind its last.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Members; whether it is closed.
    Object(Vec<Member>, bool),
    /// Values, each with whether a comma follows; whether it is closed.
    Array(Vec<(Node, bool)>, bool),
    /// A text, closed or not.
    Text(Token),
    /// A number, a word, or what is becoming one.
    Word,
}

/// A text with where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// With its quotes.
    pub range: Range<usize>,
    /// Whether its second quote is there.
    pub is_closed: bool,
}

/// A member of an object, as far as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Member {
    /// Its key.
    pub key: Token,
    /// Where its colon ends.
    pub colon: Option<usize>,
    /// Its value.
    pub value: Option<Node>,
    /// Whether a comma follows.
    pub has_comma: bool,
}

impl Member {
    /// Where it ends, as far as it is written.
    pub(super) fn end(&self) -> usize {
        let colon = self.colon.unwrap_or(self.key.range.end);
        self.value.as_ref().map_or(colon, |value| value.range.end)
    }
}

/// Deepest that values may lie in each other: what the JSON reader takes.
const DEPTH_MAX: usize = 128;

/// The value that `text` is, as far as it is written.
pub(super) fn parse(text: &str) -> Option<Node> {
    Parser { text, at: 0, depth: 0 }.value()
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn peek(&mut self) -> Option<char> {
        let rest = self.text.get(self.at..)?;
        self.at += rest.len() - rest.trim_start().len();
        rest.trim_start().chars().next()
    }

    /// Takes `sign` if it is next.
    fn take(&mut self, sign: char) -> bool {
        let is_next = self.peek() == Some(sign);
        self.at += if is_next { sign.len_utf8() } else { 0 };
        is_next
    }

    fn value(&mut self) -> Option<Node> {
        let (first, start) = (self.peek()?, self.at);
        let kind = match first {
            '{' | '[' if self.depth >= DEPTH_MAX => return None,
            '{' | '[' => {
                self.at += 1;
                self.depth += 1;
                let kind = if first == '{' { self.members() } else { self.items() };
                self.depth -= 1;
                kind
            }
            '"' => Kind::Text(self.token()),
            '}' | ']' | ',' | ':' => return None,
            _ => {
                self.word();
                Kind::Word
            }
        };
        Some(Node { range: start..self.at, kind })
    }

    fn members(&mut self) -> Kind {
        let mut members: Vec<Member> = Vec::new();
        loop {
            match self.peek() {
                None | Some(']') => return Kind::Object(members, false),
                Some('}') => {
                    self.at += 1;
                    return Kind::Object(members, true);
                }
                Some(',') => {
                    self.at += 1;
                    if let Some(last) = members.last_mut() {
                        last.has_comma = true;
                    }
                }
                // What cannot stand here is passed over.
                Some(':' | '{' | '[') => match self.value() {
                    Some(_) => {}
                    None => self.at += 1,
                },
                Some(_) => members.push(self.member()),
            }
        }
    }

    fn member(&mut self) -> Member {
        let key = self.token();
        let colon = self.take(':').then_some(self.at);
        let before = self.at;
        let mut value = colon.and_then(|_| self.value());
        let is_text = value.as_ref().is_some_and(|value| matches!(value.kind, Kind::Text(_)));
        // The value is missing, and what follows is the next key.
        if is_text && self.peek() == Some(':') {
            (self.at, value) = (before, None);
        }
        Member { key, colon, value, has_comma: false }
    }

    fn items(&mut self) -> Kind {
        let mut items: Vec<(Node, bool)> = Vec::new();
        loop {
            match self.peek() {
                None | Some('}') => return Kind::Array(items, false),
                Some(']') => {
                    self.at += 1;
                    return Kind::Array(items, true);
                }
                Some(',') => {
                    self.at += 1;
                    if let Some(last) = items.last_mut() {
                        last.1 = true;
                    }
                }
                Some(_) => match self.value() {
                    Some(item) => items.push((item, false)),
                    None => self.at += 1,
                },
            }
        }
    }

    /// Reads a text, or a word where a text should stand. A text never goes on in the next line.
    fn token(&mut self) -> Token {
        let start = self.at;
        if self.peek() != Some('"') {
            self.word();
            return Token { range: start..self.at, is_closed: false };
        }
        let rest = self.text.get(start + 1..).unwrap_or_default();
        let mut is_escaped = false;
        for (at, letter) in rest.char_indices() {
            match letter {
                '\n' => {
                    self.at = start + 1 + at;
                    return Token { range: start..self.at, is_closed: false };
                }
                _ if is_escaped => is_escaped = false,
                '\\' => is_escaped = true,
                '"' => {
                    self.at = start + 2 + at;
                    return Token { range: start..self.at, is_closed: true };
                }
                _ => {}
            }
        }
        self.at = self.text.len();
        Token { range: start..self.at, is_closed: false }
    }

    /// Passes over a word; it has a letter at least.
    fn word(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let is_end = |letter: char| letter.is_whitespace() || "{}[],:\"".contains(letter);
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let after = rest.get(first..).unwrap_or_default();
        self.at += first + after.find(is_end).unwrap_or(after.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree in few letters: what is open has no closing sign, a missing value is `?`, a missing comma shows.
    fn told(text: &str, node: &Node) -> String {
        let written = |range: &Range<usize>| text[range.clone()].to_owned();
        match &node.kind {
            Kind::Word => written(&node.range),
            Kind::Text(token) => written(&token.range),
            Kind::Array(items, is_closed) => {
                let all = items.iter().map(|(item, comma)| told(text, item) + if *comma { "," } else { "" });
                format!("[{}{}", all.collect::<String>(), if *is_closed { "]" } else { "" })
            }
            Kind::Object(members, is_closed) => {
                let all = members.iter().map(|it| {
                    let value = it.value.as_ref().map_or_else(|| "?".to_owned(), |value| told(text, value));
                    let colon = if it.colon.is_some() { ":" } else { "" };
                    format!("{}{colon}{value}{}", written(&it.key.range), if it.has_comma { "," } else { "" })
                });
                format!("{{{}{}", all.collect::<String>(), if *is_closed { "}" } else { "" })
            }
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(parse(text).map(|node| told(text, &node)).unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn what_is_whole_is_read() {
        check(r#" {"a": [1, "b\"}"], "c": {"d": null}} "#, r#"{"a":[1,"b\"}"],"c":{"d":null}}"#);
        check("[]", "[]");
        check("", "");
    }

    #[test]
    fn what_is_open_is_read_as_far_as_it_goes() {
        check(r#"{"a": [1, {"b""#, r#"{"a":[1,{"b"?"#);
        check("{\"a\": \"op\n\"b\": 1}", "{\"a\":\"op\"b\":1}");
        check("{\"a", "{\"a?");
        check(r#"{"a": "#, r#"{"a":?"#);
    }

    #[test]
    fn what_is_missing_is_seen() {
        check(r#"{"a": 1 "b": 2}"#, r#"{"a":1"b":2}"#);
        check(r#"{"a": , "b": 2}"#, r#"{"a":?,"b":2}"#);
        check("{\"a\":\n\"b\": 2}", r#"{"a":?"b":2}"#);
        check(r#"{na "b": 2}"#, r#"{na?"b":2}"#);
        check("[1 2]", "[12]");
    }

    #[test]
    fn signs_that_do_not_fit_close_what_is_around() {
        check(r#"{"a": [1}"#, r#"{"a":[1}"#);
        check("[{]", "[{]");
        check("{:,{}}", "{}");
    }

    #[test]
    fn depth_has_an_end() {
        assert!(parse(&"[".repeat(1_000_000)).is_some());
        assert!(parse(&"{\"a\":".repeat(100_000)).is_some());
    }
}
