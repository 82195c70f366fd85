//! Home, the sidebar and the data model: pages that lead to all others.

use shared::blueprint::{Field, FieldKind, Table};

use super::outline::{Block, Page};
use super::pages::{Graph, link};
use super::place::Place;
use super::text;

/// The page that Logseq opens first.
pub(super) fn home(graph: &Graph<'_>) -> Page {
    let mut page = Page::default();
    if !graph.blueprint.description.is_empty() {
        page.block(text::block(&graph.blueprint.description));
    }
    page.block(Block::heading(2, graph.word("start")).with(steps(graph)));
    page.block(Block::heading(2, graph.word("tables")).with(graph.blueprint.tables.iter().map(|table| {
        let title = link(graph.table(&table.id));
        match text::inline(&table.description) {
            description if description.is_empty() => title,
            description => format!("{title} · {description}"),
        }
    })));
    if graph.blueprint.tables.iter().any(Graph::is_tasks) {
        let query = format!(
            "{{{{query (and (task todo doing) (not (page {})))}}}}",
            link(graph.fixed("page_templates"))
        );
        page.block(Block::heading(2, graph.word("tasks")).with([query]));
    }
    page.blocks(graph.blueprint.dashboards.iter().map(|dashboard| {
        let title = link(graph.dashboard(dashboard));
        Block::heading(2, &title).with([format!("{{{{embed {title}}}}}")])
    }));
    page.block(Block::heading(2, graph.word("more")).with(more(graph)));
    page
}

fn steps(graph: &Graph<'_>) -> Vec<String> {
    let first = graph.blueprint.tables.first();
    let table = first.map(|table| link(graph.table(&table.id))).unwrap_or_default();
    let template = first.map(|table| super::templates::name(graph, table)).unwrap_or_default();
    let routines = link(graph.fixed("page_routines"));
    let readme = link(graph.fixed("page_readme"));
    let values = [("table", &table), ("template", &template), ("routines", &routines), ("readme", &readme)];
    let values = values.map(|(name, value)| (name, value.as_str()));
    let mut keys = vec!["start_1", "start_2", "start_3", "start_4"];
    if !graph.blueprint.automations.is_empty() {
        keys.push("start_routines");
    }
    keys.push("start_readme");
    let numbered = keys.into_iter().zip(1..);
    numbered.map(|(key, number)| format!("{number}. {}", graph.say(key, &values))).collect()
}

fn more(graph: &Graph<'_>) -> Vec<String> {
    let mut keys = vec!["page_templates", "page_data_model"];
    if !graph.blueprint.automations.is_empty() {
        keys.push("page_routines");
    }
    keys.push("page_readme");
    keys.into_iter().map(|key| link(graph.fixed(key))).collect()
}

/// What the right sidebar shows.
pub(super) fn contents(graph: &Graph<'_>) -> Page {
    let mut page = Page::default();
    page.block(link(graph.fixed("page_home")));
    page.blocks(graph.blueprint.tables.iter().map(|table| link(graph.table(&table.id))));
    page.blocks(graph.blueprint.dashboards.iter().map(|dashboard| link(graph.dashboard(dashboard))));
    page.blocks(more(graph));
    page
}

/// Every table with its relations.
pub(super) fn data_model(graph: &Graph<'_>) -> Page {
    let mut page = Page::default();
    page.block(graph.word("data_model_how"));
    page.blocks(graph.blueprint.tables.iter().map(|table| {
        let relations = table.fields.iter().filter_map(|field| relation(graph, table, field));
        Block::heading(2, &link(graph.table(&table.id))).with(relations)
    }));
    page
}

fn relation(graph: &Graph<'_>, table: &Table, field: &Field) -> Option<String> {
    let FieldKind::Relation { table: target, .. } = &field.kind else { return None };
    let (this, that) = (link(graph.table(&table.id)), link(graph.table(target)));
    let name = text::inline(&field.name);
    match graph.place(field) {
        Place::Property(_) => {
            let property = link(&graph.property(&field.id)?.name);
            Some(format!("**{name}:** {this} → {property} → {that} · {}", graph.kind_word(field)))
        }
        _ => {
            let property = link(&graph.property(&graph.other_side(field)?.id)?.name);
            Some(format!("**{name}:** {this} ← {property} ← {that}"))
        }
    }
}
