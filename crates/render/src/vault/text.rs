//! Markdown of notes, well-formed and harmless whatever people wrote.

/// `text` on one line, without control characters.
pub(super) fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` so that a line of a note, or the cell of a table in it, shows it as it is: no tag, link or formatting.
pub(super) fn inline(text: &str) -> String {
    let escaped = phrase(text);
    if starts_block(&escaped) { format!("\\{escaped}") } else { numbered(escaped) }
}

/// The same for words inside a line: they begin no list.
pub(super) fn phrase(text: &str) -> String {
    escape(&one_line(text), |c| is_active(c) || matches!(c, '*' | '_' | '|' | '='))
}

/// A text of several lines: its lists and stressed words stay, but nothing in it links, embeds, tags, queries or runs,
/// for sample texts may come from anybody.
pub(super) fn section(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let shown = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    let lines: Vec<_> = text.split('\n').map(|line| line.chars().filter(shown).collect::<String>()).collect();
    escape(lines.join("\n").trim(), is_active)
}

/// A link to the note of this name.
pub(super) fn link(name: &str) -> String {
    format!("[[{name}]]")
}

/// What opens a tag, a link, a comment, code, a formula or markup.
fn is_active(c: char) -> bool {
    matches!(c, '\\' | '`' | '[' | ']' | '<' | '>' | '#' | '%' | '$' | '~' | '&')
}

fn escape(text: &str, is_special: impl Fn(char) -> bool) -> String {
    text.chars().flat_map(|c| is_special(c).then_some('\\').into_iter().chain([c])).collect()
}

fn starts_block(text: &str) -> bool {
    text.starts_with(['-', '+', ':'])
}

/// Keeps `1. text` from becoming a list.
fn numbered(text: String) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    match text.chars().nth(digits) {
        Some('.' | ')') if digits > 0 => {
            let (number, rest) = text.split_at(digits);
            format!("{number}\\{rest}")
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_link_and_run_nothing() {
        for (text, expected) in [
            ("Plain", "Plain"),
            ("[[y]] #tag", "\\[\\[y\\]\\] \\#tag"),
            ("- # : key", "\\- \\# : key"),
            ("1. one", "1\\. one"),
            ("two\nlines", "two lines"),
            ("<% x %> `= y`", "\\<\\% x \\%\\> \\`\\= y\\`"),
        ] {
            assert_eq!(inline(text), expected);
        }
    }

    #[test]
    fn sections_keep_their_lines_and_lists() {
        assert_eq!(section("- *a*\r\n- b\u{7}\n"), "- *a*\n- b");
        assert_eq!(section("```dataviewjs\nx\n```"), "\\`\\`\\`dataviewjs\nx\n\\`\\`\\`");
    }
}
