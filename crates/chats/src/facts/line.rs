//! A line of Markdown, as far as lists and headings go.

/// What a line is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// Nothing.
    Blank,
    /// `## Next steps`, `**Next steps**`, `Next steps:`; without its marks.
    Heading(&'a str),
    /// An item of a list; without its mark.
    Item {
        /// How far in it stands, in bytes.
        indent: usize,
        /// Whether it has a box: one that is ticked, or one that is not.
        is_ticked: Option<bool>,
        /// What it says.
        text: &'a str,
    },
    /// Anything else.
    Text(&'a str),
}

/// The longest heading that is written as a line with a colon, in bytes.
const HEADING_MAX: usize = 120;

/// Reads a line.
pub(super) fn read(line: &str) -> Line<'_> {
    let text = line.trim_start_matches([' ', '\t', '>']);
    let indent = line.len() - text.len();
    let text = text.trim_end();
    if text.is_empty() {
        return Line::Blank;
    }
    if let Some(item) = item(text) {
        let (is_ticked, text) = boxed(item);
        return Line::Item { indent, is_ticked, text };
    }
    if is_heading(text) { Line::Heading(without_marks(text)) } else { Line::Text(text) }
}

/// What stands behind the mark of a list.
fn item(text: &str) -> Option<&str> {
    let after_mark = match text.as_bytes().first()? {
        b'-' | b'*' | b'+' => text.get(1..)?,
        b'0'..=b'9' => {
            let rest = text.trim_start_matches(|one: char| one.is_ascii_digit());
            rest.strip_prefix(['.', ')'])?
        }
        0x80.. => return text.strip_prefix(['•', '・', '◦', '–']).map(str::trim_start),
        _ => return None,
    };
    after_mark.strip_prefix([' ', '\t']).map(str::trim_start)
}

/// The box before an item.
fn boxed(item: &str) -> (Option<bool>, &str) {
    let ticked = ["[x] ", "[X] "].iter().find_map(|mark| item.strip_prefix(mark));
    match (item.strip_prefix("[ ] "), ticked) {
        (Some(text), _) => (Some(false), text.trim_start()),
        (None, Some(text)) => (Some(true), text.trim_start()),
        (None, None) => (None, item),
    }
}

fn is_heading(text: &str) -> bool {
    let is_marked = text.trim_start_matches('#').starts_with(' ') && text.starts_with('#');
    let is_short = text.len() <= HEADING_MAX;
    let is_bold = is_short && text.starts_with("**") && text.trim_end_matches([':', '：']).ends_with("**");
    let is_bold = is_bold && text.matches("**").count() == 2;
    is_marked || is_bold || is_short && text.ends_with([':', '：'])
}

/// The words between marks of headings, numbers, pictures and signs.
pub(super) fn without_marks(text: &str) -> &str {
    text.trim_matches(|one: char| !one.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn item(line: &str, indent: usize, is_ticked: Option<bool>, text: &str) {
        assert_eq!(read(line), Line::Item { indent, is_ticked, text }, "{line}");
    }

    #[test]
    fn items_lose_their_marks() {
        item("- a", 0, None, "a");
        item("  * [ ] a b", 2, Some(false), "a b");
        item("> + [X] a", 2, Some(true), "a");
        item("12. a", 0, None, "a");
        item("3) [ ] a", 0, Some(false), "a");
        item("• a", 0, None, "a");
        item("・買う", 0, None, "買う");
    }

    #[test]
    fn headings_lose_theirs() {
        for line in [
            "## Next steps",
            "**Next steps**",
            "**Next steps:**",
            "Next steps:",
            "### 🚀 3. Next steps:",
            "  Next steps：",
        ] {
            assert_eq!(read(line), Line::Heading("Next steps"), "{line}");
        }
    }

    #[test]
    fn the_rest_is_text() {
        for line in ["#tag", "**a** and **b**", "1.5 times", "-5 degrees", "*emphasis*", "see: this"] {
            assert_eq!(read(line), Line::Text(line));
        }
        assert_eq!(read("  > "), Line::Blank);
    }
}
