//! The page of a table: what a row is, its properties, its views.

use shared::blueprint::{Field, Table};

use super::outline::{Block, Page};
use super::pages::{Graph, link};
use super::place::Place;
use super::text;
use super::view;

/// The page of `table`.
pub(super) fn page(graph: &Graph<'_>, table: &Table) -> Page {
    let mut page = Page::default();
    if table.name != graph.table(&table.id) {
        page.property(graph.word("property_name"), text::value(&table.name));
    }
    if !table.description.is_empty() {
        page.block(text::block(&table.description));
    }
    let templates = link(graph.fixed("page_templates"));
    let template = super::templates::name(graph, table);
    page.block(graph.say("new_row", &[("template", &template), ("page", &templates)]));
    page.blocks(table.views.iter().map(|view| view::block(graph, table, view)));
    let fields = table.fields.iter().map(|field| text_of(graph, field));
    page.block(Block::heading(2, graph.word("fields")).with(fields));
    page
}

/// A field in a line: where it stands, what it holds, what belongs in it.
fn text_of(graph: &Graph<'_>, field: &Field) -> String {
    let name = text::inline(&field.name);
    let property = graph.property(&field.id).map(|property| link(&property.name));
    let place = match graph.place(field) {
        Place::Title => graph.word("place_title").to_owned(),
        Place::Property(_) => property.unwrap_or_default(),
        Place::Blocks => graph.word("place_blocks").to_owned(),
        Place::Note => graph.word("place_note").to_owned(),
        Place::Query => {
            let other = graph.other_side(field).and_then(|other| graph.property(&other.id));
            let property = other.map(|property| link(&property.name)).unwrap_or_default();
            graph.say("place_query", &[("property", &property)])
        }
    };
    let line = format!("**{name}** · {} · {place}", graph.kind_word(field));
    match text::inline(&field.description) {
        description if description.is_empty() => line,
        description => format!("{line} · {description}"),
    }
}
