//! A document as people read it.

use leptos::prelude::*;
use shared::artifact::{Block, Span};

use crate::components::{Glyph, Icon};
use crate::i18n::t;

/// A document in a frame of its own that scrolls.
pub(super) fn show(blocks: Vec<Block>) -> impl IntoView {
    view! {
        <div class="document" tabindex="0" role="region" aria-label=t!("files.preview")>
            {blocks.into_iter().map(block).collect_view()}
        </div>
    }
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Heading { level, spans: text, .. } => heading(level, spans(text)),
        Block::Paragraph { spans: text } => view! { <p>{spans(text)}</p> }.into_any(),
        Block::List { items } => view! { <ul>{points(items)}</ul> }.into_any(),
        Block::Steps { items } => view! { <ol>{points(items)}</ol> }.into_any(),
        Block::Checklist { items } => view! { <ul class="checklist">{boxes(items)}</ul> }.into_any(),
        Block::Table { header, rows } => table(header, rows),
    }
}

/// A heading; the page itself and the preview have the levels above.
fn heading(level: u8, text: Vec<AnyView>) -> AnyView {
    match level {
        0 | 1 => view! { <h3 class="document-title">{text}</h3> }.into_any(),
        2 => view! { <h4>{text}</h4> }.into_any(),
        3 => view! { <h5>{text}</h5> }.into_any(),
        _ => view! { <h6>{text}</h6> }.into_any(),
    }
}

fn points(items: Vec<Vec<Span>>) -> impl IntoView {
    items.into_iter().map(|text| view! { <li>{spans(text)}</li> }).collect_view()
}

/// Boxes to tick off in the file itself: here they are a picture of it.
fn boxes(items: Vec<Vec<Span>>) -> impl IntoView {
    let item = |text| view! { <li><Icon glyph=Glyph::Square/><span>{spans(text)}</span></li> };
    items.into_iter().map(item).collect_view()
}

fn table(header: Vec<Vec<Span>>, rows: Vec<Vec<Vec<Span>>>) -> AnyView {
    let head = header.into_iter().map(|text| view! { <th scope="col">{spans(text)}</th> }).collect_view();
    let row = |cells: Vec<Vec<Span>>| {
        let cells = cells.into_iter().map(|text| view! { <td>{spans(text)}</td> });
        view! { <tr>{cells.collect_view()}</tr> }
    };
    let body = rows.into_iter().map(row).collect_view();
    view! {
        <div class="document-table">
            <table>
                <thead><tr>{head}</tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn spans(spans: Vec<Span>) -> Vec<AnyView> {
    let span = |span| match span {
        Span::Plain(text) => text.into_any(),
        Span::Emphasis(text) => view! { <em>{text}</em> }.into_any(),
        Span::Strong(text) => view! { <strong>{text}</strong> }.into_any(),
        Span::Code(text) => view! { <code>{text}</code> }.into_any(),
    };
    spans.into_iter().map(span).collect()
}
