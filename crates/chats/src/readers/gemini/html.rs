//! Answers of Gemini come as HTML; they become Markdown, and nothing in them can do anything.

use std::sync::LazyLock;

use htmd::element_handler::Handlers;
use htmd::{Element, HtmlToMarkdown};

/// Elements inside elements beyond this many are no answer: the converter goes down one call an element.
const DEPTH_MAX: usize = 200;

static CONVERTER: LazyLock<HtmlToMarkdown> = LazyLock::new(|| {
    HtmlToMarkdown::builder()
        .skip_tags(vec![
            "script", "style", "iframe", "object", "embed", "svg", "img", "form", "input", "head", "template",
        ])
        .add_handler(vec!["a"], link)
        .build()
});

/// A link stays one when it leads to the web or to a mailbox; else its text remains.
fn link(handlers: &dyn Handlers, element: Element<'_>) -> Option<htmd::element_handler::HandlerResult> {
    let href = element
        .attrs
        .iter()
        .find(|attribute| &*attribute.name.local == "href")
        .map(|found| found.value.trim().to_owned());
    let content = handlers.walk_children(element.node).content;
    let safe = href.filter(|href| {
        let lower = href.to_ascii_lowercase();
        ["https://", "http://", "mailto:"].iter().any(|start| lower.starts_with(start))
            && !href.contains(['(', ')', '<', '>', ' ', '\n'])
    });
    Some(safe.map_or(content.clone(), |href| format!("[{content}]({href})")).into())
}

/// `html` as Markdown. What is too deep, or what the converter gives up on, comes as its text alone.
pub(super) fn to_markdown(html: &str) -> String {
    if depth(html) > DEPTH_MAX {
        return without_tags(html);
    }
    CONVERTER.convert(html).map_or_else(|_| without_tags(html), |markdown| markdown.trim().to_owned())
}

/// A text as HTML that shows it.
pub(super) fn from_text(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!("<p>{}</p>", escaped.replace("\n\n", "</p><p>").replace('\n', "<br>"))
}

/// At most how many elements stand inside each other; closing tags that somebody forgot count as missing.
fn depth(html: &str) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    for tag in html.split('<').skip(1) {
        match tag.as_bytes().first() {
            Some(b'/') => open = open.saturating_sub(1),
            Some(first) if first.is_ascii_alphabetic() && !is_void(tag) => open += 1,
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

/// Whether a tag has no end.
fn is_void(tag: &str) -> bool {
    let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
    matches!(
        name.to_ascii_lowercase().as_str(),
        "br" | "hr" | "img" | "input" | "meta" | "link" | "wbr" | "col" | "source"
    )
}

fn without_tags(html: &str) -> String {
    let pieces = html.split('<').enumerate().map(|(number, piece)| match number {
        0 => piece,
        _ => piece.split_once('>').map_or("", |(_, text)| text),
    });
    pieces.collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(to_markdown(html), expected);
    }

    #[test]
    fn headings_lists_tables_and_code_become_markdown() {
        check("<h2>Plan</h2><p>Use <strong>one</strong>:</p>", "## Plan\n\nUse **one**:");
        check("<ul><li>a</li><li>b</li></ul>", "*   a\n*   b");
        check("<pre><code class=\"language-rust\">fn a() {}\n</code></pre>", "```rust\nfn a() {}\n```");
        check(
            "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>",
            "| A |\n| - |\n| 1 |",
        );
    }

    #[test]
    fn what_could_do_something_goes() {
        check("<p>Got it.</p><img src=x onerror=alert(1)><script>alert(2)</script>", "Got it.");
        check("<a href=\"javascript:alert(3)\">link</a>", "link");
        check("<a href=\" https://example.com/a\">link</a>", "[link](https://example.com/a)");
    }

    #[test]
    fn elements_without_end_are_read_as_text() {
        let deep = format!("{}x{}", "<div>".repeat(100_000), "</div>".repeat(100_000));

        assert_eq!(to_markdown(&deep), "x");
    }

    #[test]
    fn a_text_comes_back_as_it_was() {
        assert_eq!(to_markdown(&from_text("a < b\n\nc & d")), "a < b\n\nc & d");
    }
}
