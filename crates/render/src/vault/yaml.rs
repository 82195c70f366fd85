//! YAML of front matter and bases: every text quoted, so that none of them reads as something else.

use std::fmt::Write;

/// `text` as a double-quoted YAML scalar; whatever YAML does not print stands as an escape.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if is_unprintable(c) => {
                // Writing to a string does not fail.
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// An expression of a base as a YAML scalar: single quotes outside, so that the double ones inside stay readable.
pub(super) fn expression(text: &str) -> String {
    if text.chars().any(is_unprintable) { quoted(text) } else { format!("'{}'", text.replace('\'', "''")) }
}

/// What YAML refuses in a text, breaks its line at or takes for a mark of order. All of it fits four hex digits.
fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts() {
        assert_eq!(quoted("yes"), "\"yes\"");
        assert_eq!(quoted("a \"b\" \\ c"), r#""a \"b\" \\ c""#);
        assert_eq!(quoted("two\nlines\u{7}\u{feff}"), r#""two\nlines\u0007\uFEFF""#);
        assert_eq!(expression("a == \"it's\""), "'a == \"it''s\"'");
    }
}
