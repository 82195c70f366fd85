//! Templates: one for a new row of each table, and the designed ones for sessions.

use shared::blueprint::{Action, Blueprint, Field, FieldKind, SampleRow, Table, Trigger};
use shared::compute::Value;

use super::outline::{Block, Page};
use super::pages::{Graph, link};
use super::place::{Kind, Place};
use super::query::Operand;
use super::{row, text};

/// The designed table whose rows are templates.
const TEMPLATES: &str = "tbl_templates";
/// What the template's variable for today is.
const TODAY: &str = "<% today %>";
/// What the template's variable for the page is, without the brackets that links have: it brings its own.
const THIS_PAGE: &str = "<% current page %>";

/// The page with every template.
pub(super) fn page(graph: &Graph<'_>) -> Page {
    let mut page = Page::default();
    page.block(graph.word("templates_how"));
    page.block(journal(graph));
    page.blocks(graph.blueprint.tables.iter().map(|table| of_table(graph, table)));
    if let Some((table, templates, field)) = sessions(graph.blueprint) {
        let blocks = templates.sample_rows.iter().map(|row| of_row(graph, table, templates, row, field));
        page.block(Block::heading(2, &link(graph.table(&templates.id))).with(blocks));
    }
    page
}

/// The name of the template for a new row of `table`.
pub(super) fn name(graph: &Graph<'_>, table: &Table) -> String {
    graph.say("template_name", &[("table", graph.table(&table.id))])
}

/// What every new day of the journal begins with.
fn journal(graph: &Graph<'_>) -> Block {
    let made = graph.blueprint.tables.iter().find_map(|table| {
        let field = table.fields.iter().find(|field| matches!(field.kind, FieldKind::CreatedAt))?;
        Some((table, graph.property(&field.id)?.name.clone()))
    });
    let block =
        template(graph.word("template_journal"))
            .with([Block::heading(2, graph.word("journal_plan")).with([""])]);
    let Some((table, property)) = made else { return block };
    let ask = super::query::Ask::Is(property, Operand::Today);
    let shown = super::view::Shown::brief(graph, table);
    let query = super::view::query(graph, table, "", vec![ask], &shown);
    block.with([Block::heading(2, &link(graph.table(&table.id))).with([query])])
}

fn template(name: &str) -> Block {
    Block::from(name).line(format!("template:: {name}")).line("template-including-parent:: false")
}

fn of_table(graph: &Graph<'_>, table: &Table) -> Block {
    let properties = properties(graph, table, &|_| None);
    let mut block = template(&name(graph, table)).with([Block::of_lines(properties)]);
    if Graph::is_tasks(table) {
        block = block.with(["TODO"]);
    }
    let headings = table.fields.iter().filter(|field| graph.place(field) == Place::Blocks);
    block
        .with(headings.map(|field| Block::heading(2, &text::inline(&field.name)).with([""])))
        .with(row::queries(graph, table, &Operand::Variable(THIS_PAGE)))
}

/// The lines of a new row's properties: what `known` gives, else what automations set, else nothing yet.
fn properties(graph: &Graph<'_>, table: &Table, known: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
    let of_type = format!("{}:: {}", graph.word("property_type"), link(graph.table(&table.id)));
    let fields = table.fields.iter().filter_map(|field| match graph.place(field) {
        Place::Property(_) if field.kind.is_computed() => None,
        Place::Property(kind) => {
            let name = &graph.property(&field.id)?.name;
            let value = known(name).unwrap_or_else(|| default(graph, table, field, kind));
            Some(format!("{name}:: {value}").trim_end().to_owned())
        }
        _ => None,
    });
    [of_type].into_iter().chain(fields).collect()
}

fn default(graph: &Graph<'_>, table: &Table, field: &Field, kind: Kind) -> String {
    if matches!(field.kind, FieldKind::CreatedAt | FieldKind::UpdatedAt) {
        return TODAY.to_owned();
    }
    let rules = graph.blueprint.automations.iter().filter(|automation| {
        automation.table == table.id
            && automation.trigger == Trigger::RowCreated
            && automation.filter.is_none()
    });
    let set = rules.flat_map(|automation| &automation.actions).find_map(|action| match action {
        Action::SetField { field: set, value } if *set == field.id => {
            Some(row::written(graph, kind, field, &Value::read(&field.kind, value)?))
        }
        Action::SetToday { field: set } if *set == field.id && kind == Kind::Day => Some(TODAY.to_owned()),
        _ => None,
    });
    set.unwrap_or_default()
}

/// The table whose rows follow templates, the table of templates, and the field that says which one.
fn sessions(blueprint: &Blueprint) -> Option<(&Table, &Table, &Field)> {
    let templates = blueprint.tables.iter().find(|table| table.id.as_str() == TEMPLATES)?;
    blueprint.tables.iter().find_map(|table| {
        let names_template = |field: &&Field| match &field.kind {
            FieldKind::Relation { table, .. } => *table == templates.id,
            _ => false,
        };
        table.fields.iter().find(names_template).map(|field| (table, templates, field))
    })
}

/// A designed template: a new row of `table` with what the template's row says.
fn of_row(graph: &Graph<'_>, table: &Table, templates: &Table, row: &SampleRow, field: &Field) -> Block {
    let template_property = graph.property(&field.id).map(|property| property.name.as_str());
    let known = |name: &str| {
        if Some(name) == template_property {
            return Some(link(graph.row(&row.id)));
        }
        let same = templates
            .fields
            .iter()
            .find(|field| graph.property(&field.id).is_some_and(|property| property.name == name))?;
        let Place::Property(kind) = graph.place(same) else { return None };
        Some(row::value(graph, kind, row, same)).filter(|value| !value.is_empty())
    };
    template(graph.row(&row.id))
        .with([Block::of_lines(properties(graph, table, &known))])
        .with(row::texts(graph, templates, row))
}
