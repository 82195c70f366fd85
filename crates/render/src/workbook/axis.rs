//! The labels of a chart's table, and which rows belong to each.
//!
//! Weeks and months count back from the last one that has rows, so a dashboard moves on with its data.

use rust_xlsxwriter::utility::row_col_to_cell_absolute;
use shared::blueprint::{Bucket, Chart, FieldKind, Grouping, MeasureFunction};
use shared::compute::GroupKey;

use super::formula_text::{day_serial, holds_item, literal};
use super::grid::{Content, GridCell, Look};
use super::layout::{Book, Column};
use super::measure::Measured;
use super::style;
use crate::words::word;

/// Keys of labels with what people read of them.
type Labels<'l> = (&'l [GroupKey], &'l [String]);

/// Labels of a chart's table, and the rows that belong to each, as array formulas.
#[derive(Default)]
pub(super) struct Axis {
    pub(super) cells: Vec<GridCell>,
    pub(super) masks: Vec<String>,
}

/// Labels below each other.
pub(super) fn down(
    book: &Book<'_>,
    by: &Grouping,
    (keys, labels): Labels<'_>,
    (row, column): (u32, u16),
    measured: &Measured,
) -> Axis {
    let Some(field) = book.column(&by.field) else { return Axis::default() };
    let days = keys.iter().filter(|key| matches!(key, GroupKey::Day(_))).count();
    let last_day = u32::try_from(days).ok().and_then(|days| (row + days).checked_sub(1));
    let steps = is_run(keys, by.bucket).then_some(by.bucket).flatten();
    let mut axis = Axis::default();
    for (row, (key, label)) in (row..).zip(keys.iter().zip(labels)) {
        let place = (row, column);
        axis.cells.push(match (key, steps, last_day) {
            (GroupKey::Day(day), Some(bucket), Some(last)) => {
                let formula = if row == last {
                    last_of_run(&field.range(), measured.rows(), bucket)
                } else {
                    before(&row_col_to_cell_absolute(row + 1, column), bucket)
                };
                let result = day_serial(*day).unwrap_or_default();
                GridCell::formula(place, formula, result, Look::Label(Some(day_format(book, by))))
            }
            _ => self::label(book, by, (key, label), place),
        });
        axis.masks.push(mask(&field, by, key, &row_col_to_cell_absolute(row, column)));
    }
    axis
}

/// Labels beside each other.
pub(super) fn across(
    book: &Book<'_>,
    by: &Grouping,
    (keys, labels): Labels<'_>,
    (row, column): (u32, u16),
) -> Axis {
    let Some(field) = book.column(&by.field) else { return Axis::default() };
    let mut axis = Axis::default();
    for (column, (key, label)) in (column..).zip(keys.iter().zip(labels)) {
        axis.cells.push(self::label(book, by, (key, label), (row, column)));
        axis.masks.push(mask(&field, by, key, &row_col_to_cell_absolute(row, column)));
    }
    axis
}

/// Over the numbers: what they are.
pub(super) fn measure_name<'a>(book: &Book<'a>, chart: &Chart) -> &'a str {
    let key = match chart.measure.function {
        MeasureFunction::Count => "measure_count",
        MeasureFunction::Sum => "measure_sum",
        MeasureFunction::Average => "measure_average",
        MeasureFunction::Share => "measure_share",
    };
    word(book.language(), key)
}

fn label(
    book: &Book<'_>,
    by: &Grouping,
    (key, label): (&GroupKey, &str),
    (row, column): (u32, u16),
) -> GridCell {
    let serial = if let GroupKey::Day(day) = key { day_serial(*day) } else { None };
    match serial {
        Some(serial) => {
            let look = Look::Label(Some(day_format(book, by)));
            GridCell { row, column, content: Content::Number(serial), look }
        }
        None => GridCell::text((row, column), label, Look::Label(None)),
    }
}

fn day_format(book: &Book<'_>, by: &Grouping) -> String {
    match by.bucket {
        Some(Bucket::Month) => "mmm yyyy",
        _ => style::date_format(book.blueprint.settings.date_format),
    }
    .to_owned()
}

/// Whether the days among `keys` are weeks or months without a gap.
fn is_run(keys: &[GroupKey], bucket: Option<Bucket>) -> bool {
    let days: Vec<_> =
        keys.iter().filter_map(|key| if let GroupKey::Day(day) = key { Some(*day) } else { None }).collect();
    days.windows(2).all(|pair| match (bucket, pair) {
        (Some(Bucket::Week), [a, b]) => a.checked_add_days(chrono::Days::new(7)) == Some(*b),
        (Some(Bucket::Month), [a, b]) => a.checked_add_months(chrono::Months::new(1)) == Some(*b),
        _ => false,
    }) && matches!(bucket, Some(Bucket::Week | Bucket::Month))
}

/// The last week or month with rows; that of today while there are none.
fn last_of_run(range: &str, rows: &str, bucket: Bucket) -> String {
    let last = format!("MAX(IF({rows}*ISNUMBER({range}),{range}))");
    match bucket {
        Bucket::Month => format!("DATE(YEAR({last}),MONTH({last}),1)"),
        _ => format!("INT({last})-WEEKDAY({last},2)+1"),
    }
}

fn before(cell: &str, bucket: Bucket) -> String {
    match bucket {
        Bucket::Month => format!("DATE(YEAR({cell}),MONTH({cell})-1,1)"),
        _ => format!("{cell}-7"),
    }
}

/// Which rows have `key`, whose label stands in `cell`.
fn mask(field: &Column<'_, '_>, by: &Grouping, key: &GroupKey, cell: &str) -> String {
    let range = field.range();
    // Parts of times that are not there would spoil the whole sum.
    let safe = format!("IF(ISNUMBER({range}),{range},1)");
    match key {
        GroupKey::All => String::new(),
        GroupKey::Bool(true) => format!("({range}=TRUE)"),
        GroupKey::Bool(false) => format!("({range}<>TRUE)"),
        GroupKey::Number(number) => format!("ISNUMBER({range})*({range}={})", number.0),
        GroupKey::Day(_) => {
            let end = match by.bucket {
                Some(Bucket::Week) => format!("{cell}+7"),
                Some(Bucket::Month) => format!("DATE(YEAR({cell}),MONTH({cell})+1,1)"),
                _ => format!("{cell}+1"),
            };
            format!("ISNUMBER({range})*({range}>={cell})*({range}<{end})")
        }
        GroupKey::Weekday(day) => format!("ISNUMBER({range})*(WEEKDAY({safe},2)={})", day + 1),
        GroupKey::PartOfDay(part) => format!("ISNUMBER({range})*(INT(HOUR({safe})/6)={part})"),
        GroupKey::Option(..) | GroupKey::Row(..) | GroupKey::Text(..) => match field.field.kind {
            FieldKind::MultiSelect { .. } | FieldKind::Relation { .. } | FieldKind::Person { .. } => {
                holds_item(&range, cell)
            }
            _ => format!("EXACT({range},{cell})"),
        },
        GroupKey::Empty => format!("({range}={})", literal("")),
    }
}
