//! Views as queries: one query a block, and a heading with a query for each group.

use shared::blueprint::{Direction, Field, FieldId, FieldKind, Sort, Table, View, ViewKind};

use super::condition::{Asked, asked};
use super::outline::Block;
use super::pages::{Graph, link};
use super::place::{Kind, Place};
use super::query::{Ask, Operand};
use super::text;

/// Most columns of a query that is one of several on its page.
const BRIEF: usize = 8;

/// Most groups of a view: more headings than that nobody reads.
const GROUPS: usize = 60;

/// How a query shows what it finds.
pub(super) struct Shown {
    columns: Vec<String>,
    sort: Option<(String, Direction)>,
}

/// The view as a heading with its queries below.
pub(super) fn block(graph: &Graph<'_>, table: &Table, view: &View) -> Block {
    let asked = asked(graph, view.filter.as_ref());
    let shown = Shown::of_view(graph, table, view);
    let mut block = Block::heading(2, &text::inline(&view.name));
    if !view.description.is_empty() {
        block = block.with([text::block(&view.description)]);
    }
    block = block.with(notes(graph, table, view, &asked));
    match groups(graph, table, view) {
        Some(groups) => block.with(groups.into_iter().map(|(heading, ask)| {
            let mut asks = asked.asks.clone();
            asks.push(ask);
            Block::heading(3, &heading).with([query(graph, table, &view.name, asks, &shown)])
        })),
        None => block.with([query(graph, table, &view.name, asked.asks, &shown)]),
    }
}

/// A block with a query for the rows of `table` that everything of `asks` is true of.
pub(super) fn query(graph: &Graph<'_>, table: &Table, title: &str, asks: Vec<Ask>, shown: &Shown) -> Block {
    let ask = of_table(graph, table, asks);
    if !ask.is_advanced() {
        let query = format!("{{{{query {}}}}}", ask.simple("page-property"));
        return Block::of_lines([query].into_iter().chain(shown.lines()));
    }
    let title = super::title::title(title, graph.table(&table.id));
    Block::of_lines(shown.lines().into_iter().chain(ask.advanced(&title)))
}

/// `asks` of the rows of `table` alone.
pub(super) fn of_table(graph: &Graph<'_>, table: &Table, asks: Vec<Ask>) -> Ask {
    let of_type =
        Ask::Is(graph.word("property_type").to_owned(), Operand::Page(graph.table(&table.id).to_owned()));
    Ask::All([of_type].into_iter().chain(asks).collect())
}

impl Shown {
    /// With the first columns of `table` that are properties.
    pub(super) fn brief(graph: &Graph<'_>, table: &Table) -> Self {
        let mut columns = columns(graph, table.fields.iter());
        columns.truncate(BRIEF);
        Self { columns, sort: None }
    }

    /// With the titles alone.
    pub(super) fn titles() -> Self {
        Self { columns: vec!["page".to_owned()], sort: None }
    }

    fn of_view(graph: &Graph<'_>, table: &Table, view: &View) -> Self {
        let visible: Vec<&Field> = view.visible_fields.iter().filter_map(|id| table.field(id)).collect();
        let fields = if visible.is_empty() { table.fields.iter().collect() } else { visible };
        let by_day = match &view.kind {
            ViewKind::Calendar { date } => Some(date),
            ViewKind::Timeline { start, .. } => Some(start),
            _ => None,
        };
        let sorts = view.sorts.iter().map(|Sort { field, direction }| (field, *direction));
        let sort = sorts
            .chain(by_day.map(|day| (day, Direction::Ascending)))
            .find_map(|(field, direction)| Some((column(graph, table.field(field)?)?, direction)));
        let mut columns = columns(graph, fields.into_iter());
        if view.visible_fields.is_empty() && (grouped_by(view).is_some() || by_day.is_some()) {
            columns.truncate(BRIEF);
        }
        // What pages are ordered by is to be seen.
        columns
            .extend(sort.iter().map(|(sorted, _)| sorted.clone()).find(|sorted| !columns.contains(sorted)));
        Self { columns, sort }
    }

    fn lines(&self) -> Vec<String> {
        let columns: Vec<_> = self.columns.iter().map(|column| format!(":{column}")).collect();
        let mut lines =
            vec!["query-table:: true".to_owned(), format!("query-properties:: [{}]", columns.join(" "))];
        if let Some((column, direction)) = &self.sort {
            lines.push(format!("query-sort-by:: {column}"));
            lines.push(format!("query-sort-desc:: {}", *direction == Direction::Descending));
        }
        lines
    }
}

/// The title first, where nobody put it elsewhere.
fn columns<'f>(graph: &Graph<'_>, fields: impl Iterator<Item = &'f Field>) -> Vec<String> {
    let mut columns: Vec<_> = fields.filter_map(|field| column(graph, field)).collect();
    if !columns.iter().any(|column| column == "page") {
        columns.insert(0, "page".to_owned());
    }
    columns
}

fn column(graph: &Graph<'_>, field: &Field) -> Option<String> {
    match graph.place(field) {
        Place::Title => Some("page".to_owned()),
        Place::Property(_) => graph.property(&field.id).map(|property| property.name.clone()),
        _ => None,
    }
}

/// What the queries of a view cannot say.
fn notes(graph: &Graph<'_>, table: &Table, view: &View, asked: &Asked<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if !asked.wider.is_empty() {
        notes.push(graph.say("note_wider", &[("fields", &names(&asked.wider))]));
    }
    if let Some(field) = asked.me.first() {
        let property = graph.property(&field.id).map_or("", |property| &property.name);
        notes.push(graph.say("note_me", &[("fields", &names(&asked.me)), ("property", property)]));
    }
    let by = grouped_by(view).and_then(|by| table.field(by));
    if let Some(field) = by.filter(|_| groups(graph, table, view).is_none()) {
        notes.push(graph.say("note_group", &[("fields", &names(&[field]))]));
    }
    notes
}

fn names(fields: &[&Field]) -> String {
    let names: Vec<_> = fields.iter().map(|field| format!("*{}*", text::inline(&field.name))).collect();
    names.join(", ")
}

fn grouped_by(view: &View) -> Option<&FieldId> {
    match &view.kind {
        ViewKind::Board { by } => Some(by),
        _ => view.group.as_ref(),
    }
}

/// The groups of a view, if it has any that can be asked for: headings and questions.
fn groups(graph: &Graph<'_>, table: &Table, view: &View) -> Option<Vec<(String, Ask)>> {
    groups_by(graph, table, table.field(grouped_by(view)?)?)
}

/// Every value that `field` can have, as a heading and a question; the missing value last.
pub(super) fn groups_by(graph: &Graph<'_>, table: &Table, field: &Field) -> Option<Vec<(String, Ask)>> {
    let Place::Property(kind) = graph.place(field) else { return None };
    let name = &graph.property(&field.id)?.name;
    if kind == Kind::Flag {
        let checked = Ask::Is(name.clone(), Operand::Bare("true".to_owned()));
        let not_checked = Ask::Not(Box::new(checked.clone()));
        let heading = |key| format!("{}: {}", text::inline(&field.name), graph.word(key));
        return Some(vec![(heading("no"), not_checked), (heading("yes"), checked)]);
    }
    if kind != Kind::Links {
        return None;
    }
    let targets = targets(graph, table, field);
    if targets.len() > GROUPS {
        return None;
    }
    let mut groups: Vec<_> = targets
        .into_iter()
        .map(|title| (link(&title), Ask::Is(name.clone(), Operand::Page(title))))
        .collect();
    let without = graph.say("without", &[("field", &text::inline(&field.name))]);
    groups.push((without, Ask::Not(Box::new(Ask::Has(name.clone())))));
    Some(groups)
}

/// The pages that the values of a field can be.
fn targets(graph: &Graph<'_>, table: &Table, field: &Field) -> Vec<String> {
    let of_rows = || {
        let values = table.sample_rows.iter().map(|row| graph.value(row, field));
        let mut people: Vec<String> = values.flat_map(|value| value.items().to_vec()).collect();
        people.sort();
        people.dedup();
        people
    };
    let items: Vec<String> = match &field.kind {
        FieldKind::Relation { table, .. } => {
            let rows = graph.blueprint.table(table).map_or(&[][..], |table| &table.sample_rows);
            rows.iter().map(|row| row.id.to_string()).collect()
        }
        FieldKind::Person { .. } => of_rows(),
        kind => kind.options().iter().map(|option| option.id.to_string()).collect(),
    };
    items.iter().filter_map(|item| graph.target(field, item)).map(str::to_owned).collect()
}
