//! Texts in YAML that every reader takes for the same text.

use std::fmt::Write as _;

use crate::letters::is_hidden;

/// `text` as a double-quoted scalar.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if is_escaped(c) => push_number(&mut quoted, u32::from(c)),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Whether `c` stands as an escape: what YAML refuses or takes for a line break, and what nobody sees.
pub fn is_escaped(c: char) -> bool {
    let is_no_letter = matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe;
    is_hidden(c) || is_no_letter
}

fn push_number(text: &mut String, number: u32) {
    // Writing to a string cannot fail.
    let _ = if number > 0xffff { write!(text, "\\U{number:08x}") } else { write!(text, "\\u{number:04x}") };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts() {
        for (text, expected) in [
            ("yes", r#""yes""#),
            ("a \"b\" \\ c", r#""a \"b\" \\ c""#),
            ("two\r\nlines\t\u{7}\u{feff}", r#""two\r\nlines\t\u0007\ufeff""#),
            ("a\u{202e}\u{2028}\u{1ffff}", r#""a\u202e\u2028\U0001ffff""#),
            ("👩‍👧", "\"👩‍👧\""),
        ] {
            assert_eq!(quoted(text), expected);
        }
    }
}
