//! Markdown, well-formed whatever people called their things.

/// A document that grows block by block.
#[derive(Debug, Default)]
pub(crate) struct Document {
    text: String,
}

impl Document {
    /// A heading; `text` is Markdown.
    pub(crate) fn heading(&mut self, level: usize, text: &str) {
        self.block(&format!("{} {}", "#".repeat(level), one_line(text)));
    }

    /// A paragraph of Markdown; nothing when it is empty.
    pub(crate) fn paragraph(&mut self, text: &str) {
        if !text.is_empty() {
            self.block(&one_line(text));
        }
    }

    /// A list of Markdown lines; nothing when it is empty.
    pub(crate) fn list<T: AsRef<str>>(&mut self, marker: &str, items: impl IntoIterator<Item = T>) {
        let lines: Vec<_> =
            items.into_iter().map(|item| format!("{marker} {}", one_line(item.as_ref()))).collect();
        if !lines.is_empty() {
            self.block(&lines.join("\n"));
        }
    }

    /// A table of Markdown cells; nothing when it has no rows.
    pub(crate) fn table<const N: usize>(&mut self, header: [&str; N], rows: &[[String; N]]) {
        if rows.is_empty() {
            return;
        }
        let line = |cells: &[String]| {
            format!("| {} |", cells.iter().map(|cell| one_line(cell)).collect::<Vec<_>>().join(" | "))
        };
        let mut lines = vec![line(&header.map(str::to_owned)), format!("|{}", " --- |".repeat(N))];
        lines.extend(rows.iter().map(|row| line(row)));
        self.block(&lines.join("\n"));
    }

    /// The text, ending in a newline.
    pub(crate) fn finish(self) -> String {
        self.text
    }

    fn block(&mut self, block: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(block);
        self.text.push('\n');
    }
}

/// `text` so that Markdown shows it as it is, in a paragraph, a list or the cell of a table.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        if is_special(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escape_start(escaped)
}

/// A sentence that may stress words `*like this*`; everything else in it is shown as it is.
pub(crate) fn escape_sentence(text: &str) -> String {
    let text = one_line(text);
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, stressed, after)) = split_stressed(rest, escaped.is_empty()) {
        escaped.push_str(&escape_inline(before));
        escaped.push_str(&format!("*{}*", escape_inline(stressed)));
        rest = after;
    }
    escaped.push_str(&escape_inline(rest));
    escape_start(escaped)
}

/// `text` as code. Longer fences keep backticks inside it.
pub(crate) fn code(text: &str) -> String {
    let text = one_line(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    // Tables part their cells before they look for code.
    format!("{fence}{pad}{}{pad}{fence}", text.replace('|', "\\|"))
}

/// The first `*stressed*` words: what stands before them, they, what stands after them.
fn split_stressed(text: &str, at_start: bool) -> Option<(&str, &str, &str)> {
    for (open, _) in text.match_indices('*') {
        let (before, inner) = (&text[..open], &text[open + 1..]);
        let close = inner.find('*')?;
        let (stressed, after) = (&inner[..close], &inner[close + 1..]);
        let opens = before.chars().next_back().map_or(at_start, |c| c.is_whitespace() || "“„(".contains(c));
        let closes = after.chars().next().is_none_or(|c| c.is_whitespace() || ".,:;!?)”“".contains(c));
        let tight = !stressed.is_empty() && stressed.trim() == stressed;
        if opens && closes && tight {
            return Some((before, stressed, after));
        }
    }
    None
}

fn escape_inline(text: &str) -> String {
    text.chars().flat_map(|c| is_special(c).then_some('\\').into_iter().chain([c])).collect()
}

/// What Markdown reads as more than itself inside a line. Bare addresses stay links.
fn is_special(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$')
}

/// Keeps the start of a line from reading as a heading, a list or a rule.
fn escape_start(text: String) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let mark = text.chars().nth(digits);
    match mark {
        Some('.' | ')') if digits > 0 => {
            let (number, rest) = text.split_at(digits);
            format!("{number}\\{rest}")
        }
        Some('#' | '+' | '-' | '=' | ':') if digits == 0 => format!("\\{text}"),
        _ => text,
    }
}

/// `text` on one line, without control characters.
fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_shown_as_they_are() {
        for (name, expected) in [
            ("Plain", "Plain"),
            ("a|b", "a\\|b"),
            ("[Claude] Topic", "\\[Claude\\] Topic"),
            ("<b>&amp;</b>", "\\<b\\>\\&amp;\\</b\\>"),
            ("# not a heading", "\\# not a heading"),
            ("1. not a list", "1\\. not a list"),
            ("2026 is a year", "2026 is a year"),
            ("- neither", "\\- neither"),
            ("two\nlines\u{7}", "two lines"),
            ("*x* _y_ `z`", "\\*x\\* \\_y\\_ \\`z\\`"),
        ] {
            assert_eq!(escape(name), expected);
        }
    }

    #[test]
    fn sentences_keep_their_stress() {
        assert_eq!(escape_sentence("Choose *Insert → Table* once."), "Choose *Insert → Table* once.");
        assert_eq!(escape_sentence("Type 2*3*4 and a_b"), "Type 2\\*3\\*4 and a\\_b");
        assert_eq!(escape_sentence("*Go* on, * alone"), "*Go* on, \\* alone");
    }

    #[test]
    fn code_keeps_its_backticks() {
        assert_eq!(code("[Platform] Topic"), "`[Platform] Topic`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`"), "`` ` ``");
    }

    #[test]
    fn tables_have_as_many_cells_in_every_line() {
        let mut document = Document::default();
        document.table(["A", "B"], &[[escape("x|y"), escape("")], [escape("1\n2"), escape("z")]]);

        let text = document.finish();

        assert_eq!(text, "| A | B |\n| --- | --- |\n| x\\|y |  |\n| 1 2 | z |\n");
    }
}
