//! A document that grows block by block, whatever it is written as in the end.

mod markdown;

use std::collections::BTreeSet;

use shared::artifact::{Block, Span};
use shared::words::{Language, Topic, fill};

use crate::names::ascii_words;

pub(crate) use markdown::write as markdown;

/// A piece of text in a block.
pub(crate) type Spans = Vec<Span>;

/// A document that grows block by block.
#[derive(Debug, Default)]
pub(crate) struct Document {
    blocks: Vec<Block>,
    anchors: BTreeSet<String>,
}

impl Document {
    /// A heading; its anchor comes from its text.
    pub(crate) fn heading(&mut self, level: u8, spans: Spans) {
        let anchor = self.anchor(&spans);
        self.blocks.push(Block::Heading { level, anchor, spans });
    }

    /// A paragraph; nothing when it is empty.
    pub(crate) fn paragraph(&mut self, spans: Spans) {
        if !is_blank(&spans) {
            self.blocks.push(Block::Paragraph { spans });
        }
    }

    /// A list of points; nothing when it is empty.
    pub(crate) fn list(&mut self, items: impl IntoIterator<Item = Spans>) {
        let items: Vec<_> = items.into_iter().collect();
        if !items.is_empty() {
            self.blocks.push(Block::List { items });
        }
    }

    /// Things to tick off; nothing when there are none.
    pub(crate) fn checklist(&mut self, items: impl IntoIterator<Item = Spans>) {
        let items: Vec<_> = items.into_iter().collect();
        if !items.is_empty() {
            self.blocks.push(Block::Checklist { items });
        }
    }

    /// Things to do one after the other; nothing when there are none.
    pub(crate) fn steps(&mut self, items: impl IntoIterator<Item = Spans>) {
        let items: Vec<_> = items.into_iter().collect();
        if !items.is_empty() {
            self.blocks.push(Block::Steps { items });
        }
    }

    /// A table; nothing when it has no rows.
    pub(crate) fn table<const N: usize>(&mut self, header: [&str; N], rows: Vec<[Spans; N]>) {
        if !rows.is_empty() {
            let header = header.map(plain).into();
            self.blocks.push(Block::Table { header, rows: rows.into_iter().map(Vec::from).collect() });
        }
    }

    /// Its blocks, from the top.
    pub(crate) fn finish(self) -> Vec<Block> {
        self.blocks
    }

    fn anchor(&mut self, spans: &Spans) -> String {
        let words = ascii_words(&text(spans)).join("-");
        let name = format!("s-{words}").trim_end_matches('-').to_owned();
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        let anchor = std::iter::once(name.clone()).chain(numbered).find(|name| !self.anchors.contains(name));
        let anchor = anchor.unwrap_or(name);
        self.anchors.insert(anchor.clone());
        anchor
    }
}

/// `text` as it is.
pub(crate) fn plain(text: &str) -> Spans {
    vec![Span::Plain(one_line(text))]
}

/// `text` to be typed or found exactly so.
pub(crate) fn code(text: &str) -> Spans {
    vec![Span::Code(one_line(text))]
}

/// `text` stressed strongly.
pub(crate) fn strong(text: &str) -> Spans {
    vec![Span::Strong(one_line(text).trim().to_owned())]
}

/// A sentence that may stress words `*like this*`; everything else in it is shown as it is.
pub(crate) fn stressed(text: &str) -> Spans {
    let text = one_line(text);
    let (mut spans, mut rest) = (Vec::new(), text.as_str());
    while let Some((before, words, after)) = split_stressed(rest, spans.is_empty()) {
        if !before.is_empty() {
            spans.push(Span::Plain(before.to_owned()));
        }
        spans.push(Span::Emphasis(words.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        spans.push(Span::Plain(rest.to_owned()));
    }
    spans
}

/// The sentence of `key`, its `*stressed*` words stressed, filled with `values`, which are shown as they are.
pub(crate) fn said(topic: &Topic, language: Language, key: &str, values: &[(&str, &str)]) -> Spans {
    let filled = |span| match span {
        Span::Emphasis(text) => Span::Emphasis(one_line(&fill(&text, values)).trim().to_owned()),
        span => Span::Plain(one_line(&fill(bare(&span), values))),
    };
    stressed(topic.get(language, key)).into_iter().map(filled).collect()
}

/// What `spans` say, without how.
pub(crate) fn text(spans: &[Span]) -> String {
    spans.iter().map(bare).collect()
}

/// What a span says, without how.
pub(crate) fn bare(span: &Span) -> &str {
    let (Span::Plain(text) | Span::Emphasis(text) | Span::Strong(text) | Span::Code(text)) = span;
    text
}

fn is_blank(spans: &[Span]) -> bool {
    spans.iter().all(|span| bare(span).trim().is_empty())
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

/// `text` on one line, without control characters.
fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let trimmed = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    // Pieces of a sentence keep the space that parts them from their neighbours.
    let start = if spaced.starts_with(' ') { " " } else { "" };
    let end = if spaced.ends_with(' ') && !trimmed.is_empty() { " " } else { "" };
    format!("{start}{trimmed}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_keep_their_stress() {
        let emphasis = |text: &str| Span::Emphasis(text.into());
        let plain = |text: &str| Span::Plain(text.into());

        let menu = [plain("Choose "), emphasis("Insert → Table"), plain(" once.")];
        assert_eq!(stressed("Choose *Insert → Table* once."), menu);
        assert_eq!(stressed("Type 2*3*4 and a_b"), [plain("Type 2*3*4 and a_b")]);
        assert_eq!(stressed("*Go* on, * alone"), [emphasis("Go"), plain(" on, * alone")]);
    }

    #[test]
    fn headings_of_one_name_have_anchors_of_their_own() {
        let mut document = Document::default();
        for name in ["Steps", "Steps", "会话", "<b>\"x\"</b>"] {
            document.heading(2, plain(name));
        }

        let anchors: Vec<_> = document
            .finish()
            .into_iter()
            .map(|block| match block {
                Block::Heading { anchor, .. } => anchor,
                block => format!("{block:?}"),
            })
            .collect();

        assert_eq!(anchors, ["s-steps", "s-steps-2", "s", "s-b-x-b"]);
    }
}
