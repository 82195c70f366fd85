//! The read-me: two products, how to open the graph in each, and every view's query for the database version.

use shared::blueprint::{Table, View, ViewKind};

use super::condition::asked;
use super::outline::{Block, Page};
use super::pages::{Graph, link};
use super::text;

/// The page.
pub(super) fn page(graph: &Graph<'_>) -> Page {
    let mut page = Page::default();
    let property = graph.word("property_type");
    let say = |key: &str| graph.say(key, &[("property", property)]);
    let list = |prefix: &str, count: usize| -> Vec<String> {
        (1..=count).map(|number| say(&format!("{prefix}_{number}"))).collect()
    };
    page.block(graph.word("readme_two"));
    page.block(Block::heading(2, graph.word("readme_files")).with(list("readme_files", 3)));
    page.block(Block::heading(2, graph.word("readme_database")).with(list("readme_database", 6)));
    page.block(Block::heading(2, graph.word("readme_rules")).with(list("readme_rules", 4)));
    let queries = graph.blueprint.tables.iter().map(|table| of_table(graph, table));
    let heading = Block::heading(2, graph.word("readme_queries"));
    page.block(heading.with([graph.word("readme_queries_how")]).with(queries));
    page
}

fn of_table(graph: &Graph<'_>, table: &Table) -> Block {
    let views = table.views.iter().map(|view| database_form(graph, table, view));
    Block::heading(3, &link(graph.table(&table.id))).with(views)
}

/// The query of a view as database graphs take it; what they cannot be asked in a query is set on the tag's page.
fn database_form(graph: &Graph<'_>, table: &Table, view: &View) -> String {
    let asked = asked(graph, view.filter.as_ref());
    let is_simple = asked.asks.iter().all(|ask| !ask.is_advanced());
    let simple = asked.asks.into_iter().filter(|ask| !ask.is_advanced()).map(|ask| ask.simple("property"));
    let parts: Vec<_> =
        [format!("(tags {})", link(graph.table(&table.id)))].into_iter().chain(simple).collect();
    let form = match parts.as_slice() {
        [only] => only.clone(),
        parts => format!("(and {})", parts.join(" ")),
    };
    let mut line = format!("{}: `{form}`", text::block(&view.name));
    if !is_simple || !asked.wider.is_empty() {
        line.push_str(&format!(" · {}", graph.word("readme_more_filters")));
    }
    let group = match &view.kind {
        ViewKind::Board { by } => Some(by),
        _ => view.group.as_ref(),
    };
    if let Some(property) = group.and_then(|by| graph.property(by)) {
        let property = link(&property.name);
        line.push_str(&format!(" · {}", graph.say("readme_group", &[("property", &property)])));
    }
    line
}
