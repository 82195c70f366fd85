//! Pages of what values are: properties, options, people.

use shared::blueprint::{Field, Table};

use super::outline::{Block, Page};
use super::pages::{Graph, link};
use super::property::Property;
use super::text;

/// The page of a property: which fields it is, and what belongs in each.
pub(super) fn of_property(graph: &Graph<'_>, property: &Property<'_>) -> Page {
    let mut page = Page::default();
    let fields = property.fields.iter().filter_map(|id| graph.blueprint.field(id));
    page.blocks(fields.map(|(table, field)| field_block(graph, table, field)));
    page
}

fn field_block(graph: &Graph<'_>, table: &Table, field: &Field) -> Block {
    let mut line = format!(
        "{} · **{}** · {}",
        link(graph.table(&table.id)),
        text::inline(&field.name),
        graph.kind_word(field)
    );
    if field.required {
        line.push_str(&format!(" · {}", graph.word("required")));
    }
    let mut block = Block::from(line);
    if !field.description.is_empty() {
        block = block.with([text::block(&field.description)]);
    }
    let options: Vec<_> =
        field.kind.options().iter().filter_map(|option| graph.option(option.id.as_str())).map(link).collect();
    if options.is_empty() { block } else { block.with([Block::from(graph.word("options")).with(options)]) }
}

/// The page of `type`, of which each table is a value.
pub(super) fn of_type(graph: &Graph<'_>) -> Page {
    let tables = graph.blueprint.tables.iter().map(|table| link(graph.table(&table.id)));
    let mut page = Page::default();
    page.block(Block::from(graph.word("type_how")).with(tables));
    page
}

/// The page of `name`.
pub(super) fn of_name(graph: &Graph<'_>) -> Page {
    let mut page = Page::default();
    page.block(graph.word("name_how"));
    page
}

/// The page of an option, for all fields that have it.
pub(super) fn of_option(graph: &Graph<'_>, name: &str, title: &str) -> Page {
    let mut page = Page::default();
    if name != title {
        page.property(graph.word("property_name"), text::value(name));
    }
    let fields =
        graph.blueprint.tables.iter().flat_map(|table| table.fields.iter().map(move |field| (table, field)));
    let having = fields.filter(|(_, field)| field.kind.options().iter().any(|option| option.name == name));
    page.blocks(having.filter_map(|(table, field)| {
        let property = link(&graph.property(&field.id)?.name);
        let values = [("property", property.as_str()), ("table", &link(graph.table(&table.id)))];
        Some(graph.say("option_of", &values))
    }));
    page
}

/// The page of a person whom cells name.
pub(super) fn of_person(graph: &Graph<'_>, name: &str, title: &str) -> Page {
    let mut page = Page::default();
    if name != title {
        page.property(graph.word("property_name"), text::value(name));
    }
    page.block(graph.word("person_how"));
    page
}
