//! The order of a view's rows as an array formula: for every row of the sheet a number, least first.
//!
//! Each level is a whole number below the row count of the sheet, so that three of them and the row's own
//! position fit into one number without loss.

use shared::blueprint::{Direction, Field, FieldId, FieldKind, Sort, View, ViewKind};
use shared::compute::formula::Type;

use super::formula_text::{SEPARATOR, literal};
use super::layout::{Book, Column, Sheet};
use super::relation::is_one;

/// Most levels that a number holds.
const LEVELS_MAX: usize = 3;
/// Longest text inside a fixed list of a formula, in bytes.
const ITEM_MAX: usize = 200;

/// What parts the rows of a view.
pub(super) fn group(view: &View) -> Option<&FieldId> {
    match &view.kind {
        ViewKind::Board { by } => Some(by),
        _ => view.group.as_ref(),
    }
}

/// What the rows of a view are sorted by: its sorts, else its days.
pub(super) fn sorts(view: &View) -> Vec<Sort> {
    let day = match &view.kind {
        ViewKind::Calendar { date } => Some(date),
        ViewKind::Timeline { start, .. } => Some(start),
        _ => None,
    };
    match day {
        Some(day) if view.sorts.is_empty() => {
            vec![Sort { field: day.clone(), direction: Direction::Ascending }]
        }
        _ => view.sorts.clone(),
    }
}

/// The columns that order the rows, strongest first, and whether each is the group.
fn levels<'b, 'a>(
    book: &'b Book<'a>,
    sheet: &Sheet<'_>,
    view: &View,
) -> Vec<(Column<'b, 'a>, Direction, bool)> {
    let column = |field: &FieldId| book.column_of(sheet, field);
    let group = group(view).and_then(column).map(|column| (column, Direction::Ascending, true));
    let sorts = sorts(view);
    let sorted = sorts.iter().filter_map(|sort| Some((column(&sort.field)?, sort.direction, false)));
    group.into_iter().chain(sorted).take(LEVELS_MAX).collect()
}

/// The place of every row of `sheet` in the order of `view`: an array of numbers that all differ.
pub(super) fn key(book: &Book<'_>, sheet: &Sheet<'_>, view: &View) -> String {
    let limit = sheet.last_row;
    let mut key = "0".to_owned();
    for (column, direction, is_group) in levels(book, sheet, view) {
        let level = level(book, &column, direction, is_group, limit);
        key = format!("({key})*{limit}+{level}");
    }
    format!("{key}+(ROW({})-1)/{limit}", sheet.titles())
}

/// Whether every program orders the rows as [`shared::compute::sections`] does: words and rows of several groups
/// have orders of their own.
pub(super) fn is_exact(book: &Book<'_>, sheet: &Sheet<'_>, view: &View) -> bool {
    levels(book, sheet, view).iter().all(|(column, _, is_group)| {
        let field = column.field;
        match &field.kind {
            FieldKind::Select { .. } => true,
            FieldKind::MultiSelect { .. } => !is_group,
            FieldKind::Relation { .. } => *is_group && is_one(field),
            _ => book.schema().type_of(&field.id).is_some_and(|kind| kind != Type::Text),
        }
    })
}

/// Whole numbers from 0 to `limit - 2`, and `limit - 1` for rows without a value.
fn level(
    book: &Book<'_>,
    column: &Column<'_, '_>,
    direction: Direction,
    is_group: bool,
    limit: u32,
) -> String {
    let range = column.range();
    let rank = rank(book, column.field, &range, is_group);
    let last = limit - 1;
    let turned = match direction {
        Direction::Ascending => rank,
        Direction::Descending => format!("{}-({rank})", limit - 2),
    };
    format!("IF({range}=\"\",{last},IFERROR({turned},{last}))")
}

fn rank(book: &Book<'_>, field: &Field, range: &str, is_group: bool) -> String {
    let options = list(field);
    match (&field.kind, book.schema().type_of(&field.id)) {
        (FieldKind::Select { .. }, _) if options.is_some() => {
            format!("MATCH({range},{},0)-1", options.unwrap_or_default())
        }
        (FieldKind::MultiSelect { .. }, _) if options.is_some() => {
            let first = format!("LEFT({range},FIND(\"{SEPARATOR}\",{range}&\"{SEPARATOR}\")-1)");
            format!("MATCH({first},{},0)-1", options.unwrap_or_default())
        }
        (FieldKind::Relation { table, .. }, _) if is_group && is_one(field) => {
            let titles = book.sheet(table).map(Sheet::titles).unwrap_or_default();
            format!("MATCH({range},{titles},0)-1")
        }
        (_, Some(Type::Bool)) => format!("({range}=TRUE)*1"),
        (_, Some(Type::Number | Type::Date | Type::Datetime)) => format!("RANK({range},{range},1)-1"),
        _ => format!("COUNTIF({range},\"<\"&{range})"),
    }
}

/// The options of a select as a fixed list; nothing when one is too long for it.
fn list(field: &Field) -> Option<String> {
    let options = field.kind.options();
    let fits = !options.is_empty() && options.iter().all(|option| option.name.len() <= ITEM_MAX);
    let names: Vec<_> = options.iter().map(|option| literal(&option.name)).collect();
    fits.then(|| format!("{{{}}}", names.join(",")))
}
