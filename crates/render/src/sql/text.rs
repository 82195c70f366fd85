//! Texts and names as SQL writes them: whatever people called their things, none of it becomes a command.

use shared::letters::is_hidden;

/// `text` as a literal, for servers that take backslashes as they are; no database stores NUL in a text.
pub(super) fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\0', "").replace('\'', "''"))
}

/// `name` as the name of a table or column.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('\0', "").replace('"', "\"\""))
}

/// `text` as a comment: one line, without letters that turn around others.
pub(super) fn remark(text: &str) -> String {
    format!("-- {}", one_line(text))
}

/// `text` in one line.
fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if is_hidden(c) { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `number` as a literal, never taken for a whole one: whole numbers divide otherwise.
pub(super) fn number(number: f64) -> String {
    let text = format!("{:?}", number + 0.0);
    if number < 0.0 { format!("({text})") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_texts_cannot_break_out() {
        assert_eq!(literal("Robert'); DROP TABLE x;--\0"), "'Robert''); DROP TABLE x;--'");
        assert_eq!(literal("a \\' b"), "'a \\'' b'");
        assert_eq!(quoted("a \"b\""), "\"a \"\"b\"\"\"");
        assert_eq!(remark("one\nDROP TABLE x;\r\u{2028}two\u{202e}"), "-- one DROP TABLE x; two");
    }

    #[test]
    fn numbers_stay_fractions() {
        assert_eq!(number(3.0), "3.0");
        assert_eq!(number(-0.0), "0.0");
        assert_eq!(number(-2.5), "(-2.5)");
        assert_eq!(number(1e300), "1e300");
    }
}
