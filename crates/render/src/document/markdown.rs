//! A document as Markdown, well-formed whatever people called their things.

use shared::artifact::{Block, Span};

use super::bare;

/// `blocks` as Markdown, ending in a newline.
pub(crate) fn write(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join("\n")
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, spans, .. } => {
            format!("{} {}\n", "#".repeat(usize::from(*level)), heading(spans))
        }
        Block::Paragraph { spans } => line(spans) + "\n",
        Block::List { items } => list("-", items),
        Block::Checklist { items } => list("- [ ]", items),
        Block::Steps { items } => {
            (1..).zip(items).map(|(number, item)| format!("{number}. {}\n", line(item))).collect()
        }
        Block::Table { header, rows } => {
            let rule = format!("|{}\n", " --- |".repeat(header.len()));
            let rows: String = rows.iter().map(|cells| row(cells)).collect();
            row(header) + &rule + &rows
        }
    }
}

fn list(marker: &str, items: &[Vec<Span>]) -> String {
    items.iter().map(|item| format!("{marker} {}\n", line(item))).collect()
}

fn row(cells: &[Vec<Span>]) -> String {
    format!("| {} |\n", cells.iter().map(|spans| cell(spans)).collect::<Vec<_>>().join(" | "))
}

/// `spans` in the cell of a table: tables part their cells before they look for code.
fn cell(spans: &[Span]) -> String {
    let parted = |span: &Span| match span {
        Span::Code(text) => Span::Code(text.replace('|', "\\|")),
        span => span.clone(),
    };
    line(&spans.iter().map(parted).collect::<Vec<_>>())
}

/// `spans` on one line of a paragraph or a list.
fn line(spans: &[Span]) -> String {
    escape_start(inlines(spans), spans)
}

/// `spans` in a heading, where numbers with a full stop start no list.
fn heading(spans: &[Span]) -> String {
    let line = inlines(spans);
    if line.starts_with('#') { format!("\\{line}") } else { line }
}

fn inlines(spans: &[Span]) -> String {
    spans.iter().map(inline).collect::<String>().trim().to_owned()
}

fn inline(span: &Span) -> String {
    match span {
        // Marks around nothing would be shown themselves.
        span if bare(span).is_empty() => String::new(),
        Span::Plain(text) => escape(text),
        Span::Emphasis(text) => format!("*{}*", escape(text)),
        Span::Strong(text) => format!("**{}**", escape(text)),
        Span::Code(text) => code(text),
    }
}

/// `text` as code. Longer fences keep backticks inside it.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// `text` so that Markdown shows it as it is, in the middle of a line.
fn escape(text: &str) -> String {
    text.chars().flat_map(|c| is_special(c).then_some('\\').into_iter().chain([c])).collect()
}

/// What Markdown reads as more than itself inside a line. Bare addresses stay links.
fn is_special(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$')
}

/// Keeps the start of a line of plain text from reading as a heading, a list or a rule.
fn escape_start(text: String, spans: &[Span]) -> String {
    if !matches!(spans.first(), Some(Span::Plain(_))) {
        return text;
    }
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    match text.chars().nth(digits) {
        Some('.' | ')') if digits > 0 => {
            let (number, rest) = text.split_at(digits);
            format!("{number}\\{rest}")
        }
        Some('#' | '+' | '-' | '=' | ':') if digits == 0 => format!("\\{text}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::super::plain;
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
            assert_eq!(line(&plain(name)), expected);
        }
    }

    #[test]
    fn code_keeps_its_backticks_and_bars() {
        assert_eq!(code("[Platform] Topic"), "`[Platform] Topic`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(line(&[Span::Code("a|b".into())]), "`a|b`");
        assert_eq!(cell(&[Span::Code("a|b".into())]), "`a\\|b`");
        assert_eq!(line(&[Span::Code(String::new()), Span::Strong(String::new())]), "");
    }

    #[test]
    fn tables_have_as_many_cells_in_every_line() {
        let header = vec![plain("A"), plain("B")];
        let rows = vec![vec![plain("x|y"), plain("")], vec![plain("1\n2"), plain("z")]];

        let text = write(&[Block::Table { header, rows }]);

        assert_eq!(text, "| A | B |\n| --- | --- |\n| x\\|y |  |\n| 1 2 | z |\n");
    }
}
