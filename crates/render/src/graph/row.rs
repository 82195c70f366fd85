//! The page of a sample row.

use chrono::Weekday;
use shared::blueprint::{Field, SampleRow, Table};
use shared::compute::Value;

use super::outline::{Block, Page};
use super::pages::{Graph, day_link, link};
use super::place::{Kind, Place};
use super::query::{Ask, Operand};
use super::text;
use super::view::{self, Shown};

/// The page of `row`.
pub(super) fn page(graph: &Graph<'_>, table: &Table, row: &SampleRow) -> Page {
    let mut page = Page::default();
    page.property(graph.word("property_type"), link(graph.table(&table.id)));
    if table.label(row) != graph.row(&row.id) {
        page.property(graph.word("property_name"), text::value(table.label(row)));
    }
    for field in &table.fields {
        if let (Place::Property(kind), Some(property)) = (graph.place(field), graph.property(&field.id)) {
            page.property(&property.name, value(graph, kind, row, field));
        }
    }
    if Graph::is_tasks(table) {
        page.block(task(graph, table, row));
    }
    page.blocks(texts(graph, table, row));
    page.blocks(queries(graph, table, &Operand::Page(graph.row(&row.id).to_owned())));
    page.blocks(notes(graph, table, row));
    page
}

/// The value of a property, empty when there is none.
pub(super) fn value(graph: &Graph<'_>, kind: Kind, row: &SampleRow, field: &Field) -> String {
    written(graph, kind, field, &graph.value(row, field))
}

/// `value` as it stands behind the property of `field`.
pub(super) fn written(graph: &Graph<'_>, kind: Kind, field: &Field, value: &Value) -> String {
    match (kind, value) {
        (Kind::Links, value) => links(graph, field, value),
        (Kind::Day, value) => value.day().map(day_link).unwrap_or_default(),
        (Kind::Whole | Kind::Number, Value::Number(number)) => number.to_string(),
        (Kind::Flag, Value::Bool(checked)) => checked.to_string(),
        (Kind::Address, Value::Text(address)) => self::address(address),
        (Kind::Text, Value::Datetime(datetime)) => datetime.format("%Y-%m-%d %H:%M").to_string(),
        (Kind::Text, Value::Text(words)) => text::value(words),
        _ => String::new(),
    }
}

/// Links to the pages of a value's items.
pub(super) fn links(graph: &Graph<'_>, field: &Field, value: &Value) -> String {
    let titles = value.items().iter().filter_map(|item| graph.target(field, item));
    titles.map(link).collect::<Vec<_>>().join(", ")
}

/// Addresses stay as they are; what is none is text.
fn address(address: &str) -> String {
    let is_one_word = !address
        .contains(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '{' | '}' | '<' | '>' | '"'));
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    let is_mail =
        address.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '@' | '.' | '-' | '_' | '+'));
    if is_one_word && (is_web || is_mail && address.contains('@')) {
        address.to_owned()
    } else {
        text::value(address)
    }
}

/// The row as a task that can be ticked off: on the day it is due, the journal shows it.
fn task(graph: &Graph<'_>, table: &Table, row: &SampleRow) -> Block {
    let (due, status) = graph.task(row);
    let marker = marker(status.as_deref());
    let mut block = Block::from(format!("{marker} {}", text::block(table.label(row))));
    if let Some(due) = due {
        block = block.line(format!("DEADLINE: <{} {}>", due.format(super::title::DAY), weekday(due)));
    }
    block.line(format!("id:: {}", task_id(row)))
}

/// The marker of a status of action items.
fn marker(status: Option<&str>) -> &'static str {
    match status {
        Some(status) if status.ends_with("_done") => "DONE",
        Some(status) if status.ends_with("_in_progress") => "DOING",
        _ => "TODO",
    }
}

/// The weekday as Logseq writes it, in English whatever the language.
pub(super) fn weekday(day: chrono::NaiveDate) -> Weekday {
    chrono::Datelike::weekday(&day)
}

/// The id of a task's block, always the same for a row: a UUID of version 8, made of a hash (FNV-1a) of the row's id.
pub(super) fn task_id(row: &SampleRow) -> String {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0100_0000_0000_0000_0000_013b;
    let hash =
        row.id.as_str().bytes().fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    let versioned = hash & !(0xf << 76) & !(0x3 << 62) | 0x8 << 76 | 0x2 << 62;
    let hex = format!("{versioned:032x}");
    let parts = [0..8, 8..12, 12..16, 16..20, 20..32].map(|range| hex.get(range).unwrap_or_default());
    parts.join("-")
}

/// Long texts, each below a heading.
pub(super) fn texts(graph: &Graph<'_>, table: &Table, row: &SampleRow) -> Vec<Block> {
    let fields = table.fields.iter().filter(|field| graph.place(field) == Place::Blocks);
    let block = |field: &Field| match graph.value(row, field) {
        Value::Text(words) => Some(Block::heading(2, &text::inline(&field.name)).with(text::blocks(&words))),
        _ => None,
    };
    fields.filter_map(block).collect()
}

/// The rows that link to this page: a query for each relation whose other side is here.
pub(super) fn queries(graph: &Graph<'_>, table: &Table, this: &Operand) -> Vec<Block> {
    let query = |field: &Field| {
        let (holder, other) = graph.blueprint.field(&graph.other_side(field)?.id)?;
        let ask = Ask::Is(graph.property(&other.id)?.name.clone(), this.clone());
        let shown = Shown::brief(graph, holder);
        let query = view::query(graph, holder, &field.name, vec![ask], &shown);
        Some(Block::heading(2, &text::inline(&field.name)).with([query]))
    };
    table.fields.iter().filter_map(query).collect()
}

/// What Logseq does not compute, as it was on the day of the samples.
fn notes(graph: &Graph<'_>, table: &Table, row: &SampleRow) -> Option<Block> {
    let fields = table.fields.iter().filter(|field| graph.place(field) == Place::Note);
    let notes: Vec<_> = fields
        .filter_map(|field| {
            let label = graph.evaluator.cell_label(&row.id, &field.id);
            (!label.is_empty())
                .then(|| format!("**{}:** {}", text::inline(&field.name), text::inline(&label)))
        })
        .collect();
    let day = day_link(graph.today);
    (!notes.is_empty()).then(|| Block::heading(2, &graph.say("computed", &[("day", &day)])).with(notes))
}
