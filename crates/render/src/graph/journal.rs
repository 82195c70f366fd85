//! Journal pages: what the samples' last week made.

use chrono::{Days, NaiveDate};
use shared::blueprint::{FieldKind, SampleRow, Table};

use super::outline::{Block, Page};
use super::pages::{Graph, link};
use super::row::task_id;

/// How many days have a page.
const DAYS: u64 = 7;
/// How many days ahead a task is on today's page.
const AHEAD: u64 = 2;

/// The days of the samples' last week on which something was made, each with its page.
pub(super) fn pages(graph: &Graph<'_>) -> Vec<(NaiveDate, Page)> {
    let days = (0..DAYS).filter_map(|past| graph.today.checked_sub_days(Days::new(past)));
    let page = |day: NaiveDate| {
        let mut page = Page::default();
        let mut blocks = made(graph, day);
        if day == graph.today {
            blocks.extend(due(graph));
        }
        let is_empty = blocks.is_empty();
        page.blocks(blocks);
        (!is_empty).then_some((day, page))
    };
    days.filter_map(page).collect()
}

/// The rows made on a day, by table, with the time.
fn made(graph: &Graph<'_>, day: NaiveDate) -> Vec<Block> {
    let of_table = |table: &Table| {
        let field = table.fields.iter().find(|field| matches!(field.kind, FieldKind::CreatedAt))?;
        let mut rows: Vec<_> = table
            .sample_rows
            .iter()
            .filter_map(|row| Some((graph.value(row, field).moment()?, row)))
            .filter(|(made, _)| made.date() == day)
            .collect();
        rows.sort_by_key(|(made, _)| *made);
        let lines: Vec<_> = rows
            .iter()
            .map(|(made, row)| format!("{} {}", made.format("%H:%M"), link(graph.row(&row.id))))
            .collect();
        let block = Block::heading(2, &link(graph.table(&table.id))).with(lines);
        (!rows.is_empty()).then_some(block)
    };
    graph.blueprint.tables.iter().filter_map(of_table).collect()
}

/// Open tasks that are due, or soon will be.
fn due(graph: &Graph<'_>) -> Option<Block> {
    let last = graph.today.checked_add_days(Days::new(AHEAD))?;
    let is_due = |row: &&SampleRow| {
        let (due, status) = graph.task(row);
        due.is_some_and(|due| due <= last) && !status.is_some_and(|status| status.ends_with("_done"))
    };
    let tasks = graph.blueprint.tables.iter().filter(|table| Graph::is_tasks(table));
    let rows = tasks.flat_map(|table| &table.sample_rows).filter(is_due);
    let references: Vec<_> = rows.map(|row| format!("(({}))", task_id(row))).collect();
    (!references.is_empty()).then(|| Block::heading(2, graph.word("journal_due")).with(references))
}
