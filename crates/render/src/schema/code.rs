//! Names and texts in source code: as comments and as literals, never as code.

use std::fmt::Write as _;

use shared::letters::is_hidden;

/// `text` on one line. Letters that nobody sees or that turn others around are written as numbers, so that a text
/// cannot look like another.
pub(super) fn line(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if is_hidden(c) { push_number(&mut shown, c) } else { shown.push(c) }
    }
    shown
}

/// `text` as a line of a Rust doc comment, where Markdown, HTML and links mean nothing.
pub(super) fn rust_doc(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in line(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            shown.push('\\');
        }
        shown.push(c);
    }
    shown
}

/// `text` as a line of CommonMark that says it and nothing else.
pub(super) fn markdown(text: &str) -> String {
    rust_doc(text).replace("\\<", "&lt;").replace("\\>", ">")
}

/// `text` as a plain title, from which no reader that takes titles for HTML gets a tag.
pub(super) fn title(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match letters.peek() {
            Some(next) if c == '<' && !next.is_whitespace() && *next != '=' => shown.push_str("&lt;"),
            _ => shown.push(c),
        }
    }
    shown
}

/// `text` as a line of a TypeScript comment, which it cannot close.
pub(super) fn typescript_doc(text: &str) -> String {
    line(text).replace("*/", "*\\/")
}

/// `text` as a string literal; Rust and ECMAScript know the same escapes, `\u{202e}` among them.
pub(super) fn literal(text: &str) -> String {
    let mut literal = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => literal.extend(['\\', c]),
            '\n' => literal.push_str("\\n"),
            '\t' => literal.push_str("\\t"),
            c if is_hidden(c) => push_number(&mut literal, c),
            c => literal.push(c),
        }
    }
    literal.push('"');
    literal
}

fn push_number(text: &mut String, c: char) {
    // Writing to a string cannot fail.
    let _ = write!(text, "\\u{{{:x}}}", u32::from(c));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_in_their_comment() {
        assert_eq!(line("two\nlines\r\u{2028}x\u{202e}y"), "two lines x\\u{202e}y");
        assert_eq!(rust_doc("<b> [x] `y` \\z"), "\\<b\\> \\[x\\] \\`y\\` \\\\z");
        assert_eq!(typescript_doc("a */ alert(1) /* **/"), "a *\\/ alert(1) /* **\\/");
    }

    #[test]
    fn texts_stay_in_their_literal() {
        assert_eq!(literal("a \"b\" \\n \n${x}"), "\"a \\\"b\\\" \\\\n \\n${x}\"");
        assert_eq!(literal("\u{202e}\u{0}👩‍👧"), "\"\\u{202e}\\u{0}👩‍👧\"");
    }
}
