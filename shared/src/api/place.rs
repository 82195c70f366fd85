//! From a JSON pointer to the line of a text on which it stands.

use std::iter::Peekable;
use std::str::CharIndices;

use super::pointer::join;

/// The line, from 1, on which the value at `pointer` (in fragment form) begins in `json`; of the innermost value on the
/// way to it where there is none. The text need be JSON up to there only.
pub fn line_of(json: &str, pointer: &str) -> usize {
    let chars = json.char_indices().peekable();
    let mut scan = Scan { json, chars, wanted: pointer, found: 0, depth: 0 };
    scan.value("#");
    json.get(..scan.found).map_or(1, |before| before.matches('\n').count() + 1)
}

struct Scan<'a> {
    json: &'a str,
    chars: Peekable<CharIndices<'a>>,
    wanted: &'a str,
    /// Where the innermost value on the way begins.
    found: usize,
    depth: usize,
}

/// Deepest that values may lie in each other: what the JSON reader takes.
const DEPTH_MAX: usize = 128;

impl Scan<'_> {
    /// Reads the value at `pointer`; whether the text goes on as JSON does.
    fn value(&mut self, pointer: &str) -> Option<()> {
        self.space();
        let (start, first) = self.chars.peek().copied()?;
        let is_on_the_way = self.wanted == pointer
            || self.wanted.strip_prefix(pointer).is_some_and(|rest| rest.starts_with('/'));
        if is_on_the_way {
            self.found = start;
        }
        match first {
            '{' | '[' if self.depth >= DEPTH_MAX => None,
            '{' | '[' => {
                self.depth += 1;
                let read = if first == '{' {
                    self.members(is_on_the_way, pointer)
                } else {
                    self.items(is_on_the_way, pointer)
                };
                self.depth -= 1;
                read
            }
            '"' => self.text().map(drop),
            _ => {
                while self
                    .chars
                    .next_if(|(_, it)| !matches!(it, ',' | ']' | '}' | ' ' | '\n' | '\r' | '\t'))
                    .is_some()
                {}
                Some(())
            }
        }
    }

    fn members(&mut self, is_on_the_way: bool, pointer: &str) -> Option<()> {
        self.chars.next();
        loop {
            self.space();
            match self.chars.peek()?.1 {
                '}' => return self.chars.next().map(drop),
                ',' => drop(self.chars.next()),
                '"' => {
                    let key = self.text()?;
                    self.space();
                    self.chars.next_if(|(_, it)| *it == ':')?;
                    self.value(&inner(is_on_the_way, pointer, &key))?;
                }
                _ => return None,
            }
        }
    }

    fn items(&mut self, is_on_the_way: bool, pointer: &str) -> Option<()> {
        self.chars.next();
        let mut at = 0_usize;
        loop {
            self.space();
            match self.chars.peek()?.1 {
                ']' => return self.chars.next().map(drop),
                ',' => drop(self.chars.next()),
                _ => {
                    self.value(&inner(is_on_the_way, pointer, &at.to_string()))?;
                    at += 1;
                }
            }
        }
    }

    /// Reads a text and gives back what it says.
    fn text(&mut self) -> Option<String> {
        let (start, _) = self.chars.next()?;
        loop {
            let (at, letter) = self.chars.next()?;
            match letter {
                '\\' => drop(self.chars.next()),
                '"' => return serde_json::from_str(self.json.get(start..=at)?).ok(),
                _ => {}
            }
        }
    }

    fn space(&mut self) {
        while self.chars.next_if(|(_, letter)| letter.is_whitespace()).is_some() {}
    }
}

/// The pointer of what is in a value; nobody asks for those beside the way.
fn inner(is_on_the_way: bool, pointer: &str, step: &str) -> String {
    if is_on_the_way { join(pointer, step) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &str = r#"{
  "name": "a \" {b}",
  "tables": [
    {"id": "t1"},
    {
      "id": "t2",
      "a/b": [1, [2,
        3]]
    }
  ]
}"#;

    #[track_caller]
    fn check(pointer: &str, expected: usize) {
        assert_eq!(line_of(JSON, pointer), expected, "{pointer}");
    }

    #[test]
    fn pointers_lead_to_lines() {
        check("#", 1);
        check("#/name", 2);
        check("#/tables", 3);
        check("#/tables/0/id", 4);
        check("#/tables/1", 5);
        check("#/tables/1/id", 6);
        check("#/tables/1/a~1b/1/0", 7);
        check("#/tables/1/a~1b/1/1", 8);
    }

    #[test]
    fn what_is_not_there_is_found_at_what_holds_it() {
        check("#/tables/1/name", 5);
        check("#/tables/9", 3);
        check("#/nothing", 1);
        check("nonsense", 1);
    }

    #[test]
    fn depth_has_an_end() {
        assert_eq!(line_of(&"[".repeat(1_000_000), "#/0/0"), 1);
    }

    #[test]
    fn any_text_has_a_line() {
        for json in [
            "",
            "{",
            "[1",
            "{\"a\"",
            "{\"a\":",
            "{\"a\" 1}",
            "\"",
            "{a}",
            "\u{feff}{}",
            "[[[[",
            "{\"\\u0000\":[\"\\",
            "null",
        ] {
            for pointer in ["#", "#/a", "#/0", ""] {
                assert_eq!(line_of(json, pointer), 1, "{json} {pointer}");
            }
        }
    }
}
