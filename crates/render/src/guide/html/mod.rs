//! The guide as a page of its own: read in light and dark, ticked off, printed.
//!
//! One file that asks nothing of anybody: its style and its script are inside, and its policy lets nothing else run.
//! Without the script everything but the memory of ticks works.

mod policy;

use shared::artifact::{Block, Span};

use super::Guide;
use crate::direction;
use crate::document::text;
use crate::words::sentence;

const STYLE: &str = include_str!("guide.css");
const SCRIPT: &str = include_str!("guide.js");

/// `blocks` as a page.
pub(super) fn write(guide: &Guide<'_>, blocks: &[Block]) -> String {
    let title = blocks.iter().find_map(|block| match block {
        Block::Heading { level: 1, spans, .. } => Some(text(spans)),
        _ => None,
    });
    let (mut header, mut page) = (Page::default(), Page::default());
    let below = blocks.iter().position(|block| matches!(block, Block::Heading { level: 2, .. }));
    let (top, rest) = blocks.split_at(below.unwrap_or_default());
    top.iter().for_each(|block| header.block(block));
    rest.iter().for_each(|block| page.block(block));
    let language = guide.language().tag();
    let direction = direction::of(guide.blueprint).as_str();
    let title = escape(&title.unwrap_or_default());
    let progress = progress(guide, page.ticks);
    format!(
        "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body data-guide=\"{}\">\n<header>\n{}</header>\n{}<main>\n{progress}{}</main>\n<script>{SCRIPT}</script>\n</body>\n</html>\n",
        policy::POLICY,
        escape(&guide.plan.digest),
        header.html,
        contents(guide, blocks),
        page.html,
    )
}

/// How much is ticked off; the script shows and fills it.
fn progress(guide: &Guide<'_>, ticks: usize) -> String {
    let words = sentence(guide.language(), "done_of", &[("done", "{done}"), ("all", &ticks.to_string())]);
    format!(
        "<p class=\"progress\" role=\"status\" data-words=\"{}\" title=\"{}\" hidden></p>\n",
        escape(&words),
        escape(guide.word("kept_here")),
    )
}

/// Links to every heading of the second and third level.
fn contents(guide: &Guide<'_>, blocks: &[Block]) -> String {
    let mut items = String::new();
    let (mut is_inside, mut part) = (false, String::new());
    for block in blocks {
        let Block::Heading { level: level @ 2..=3, anchor, spans } = block else { continue };
        let name = escape(&text(spans));
        match (level, is_inside) {
            (2, false) => items.push_str(if items.is_empty() { "<li>" } else { "</li>\n<li>" }),
            (2, true) => items.push_str("</li></ul></details></li>\n<li>"),
            (_, false) => {
                items.push_str(&format!("<details><summary aria-label=\"{part}\"></summary><ul><li>"))
            }
            (_, true) => items.push_str("</li>\n<li>"),
        }
        is_inside = *level == 3;
        items.push_str(&format!("<a href=\"#{anchor}\" dir=\"auto\">{name}</a>"));
        if *level == 2 {
            part = name;
        }
    }
    items.push_str(if is_inside { "</li></ul></details></li>" } else { "</li>" });
    let title = escape(guide.word("contents"));
    format!("<nav aria-label=\"{title}\">\n<p class=\"nav-title\">{title}</p>\n<ol>{items}</ol>\n</nav>\n")
}

/// The page as it grows.
#[derive(Default)]
struct Page {
    html: String,
    ticks: usize,
}

impl Page {
    fn block(&mut self, block: &Block) {
        let html = match block {
            Block::Heading { level, anchor, spans } => {
                format!("<h{level} id=\"{anchor}\" dir=\"auto\">{}</h{level}>", line(spans))
            }
            Block::Paragraph { spans } => format!("<p dir=\"auto\">{}</p>", line(spans)),
            Block::List { items } => format!("<ul>\n{}</ul>", points(items)),
            Block::Steps { items } => format!("<ol>\n{}</ol>", points(items)),
            Block::Checklist { items } => {
                let items: String = items.iter().map(|item| self.tick(item)).collect();
                format!("<ul class=\"ticks\">\n{items}</ul>")
            }
            Block::Table { header, rows } => table(header, rows),
        };
        self.html.push_str(&html);
        self.html.push('\n');
    }

    fn tick(&mut self, item: &[Span]) -> String {
        self.ticks += 1;
        let line = line(item);
        format!("<li><label dir=\"auto\"><input type=\"checkbox\"><span>{line}</span></label></li>\n")
    }
}

fn points(items: &[Vec<Span>]) -> String {
    items.iter().map(|item| format!("<li dir=\"auto\">{}</li>\n", line(item))).collect()
}

fn table(header: &[Vec<Span>], rows: &[Vec<Vec<Span>>]) -> String {
    let header: String =
        header.iter().map(|cell| format!("<th scope=\"col\" dir=\"auto\">{}</th>", line(cell))).collect();
    let rows: String = rows
        .iter()
        .map(|row| {
            let cells: String =
                row.iter().map(|cell| format!("<td dir=\"auto\">{}</td>", line(cell))).collect();
            format!("<tr>{cells}</tr>\n")
        })
        .collect();
    format!(
        "<div class=\"table\" tabindex=\"0\"><table>\n<thead><tr>{header}</tr></thead>\n\
         <tbody>\n{rows}</tbody>\n</table></div>"
    )
}

fn line(spans: &[Span]) -> String {
    spans
        .iter()
        .map(|span| match span {
            Span::Plain(text) => escape(text),
            Span::Emphasis(text) => format!("<em>{}</em>", escape(text)),
            Span::Strong(text) => format!("<strong>{}</strong>", escape(text)),
            Span::Code(text) => format!("<code>{}</code>", escape(text)),
        })
        .collect()
}

/// `text` as HTML shows it as it is, between tags and between double quotes.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}
