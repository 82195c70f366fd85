//! The labels of a chart's table, and which rows belong to each.
//!
//! Weeks and months count back from the last one that has rows, so a dashboard moves on with its data.

use rust_xlsxwriter::utility::row_col_to_cell_absolute;
use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};
use shared::blueprint::{Bucket, Chart, FieldKind, Grouping, MeasureFunction};
use shared::compute::GroupKey;

use super::formula_text::{day_serial, holds_item, literal};
use super::layout::{Book, Column};
use super::measure::Measured;
use super::style;
use crate::words::word;

/// Keys of labels with what people read of them.
type Labels<'l> = (&'l [GroupKey], &'l [String]);

/// Writes labels below each other; gives the rows that belong to each, as array formulas.
pub(super) fn write_down(
    book: &Book<'_>,
    by: &Grouping,
    (keys, labels): Labels<'_>,
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    measured: &Measured,
) -> Result<Vec<String>, XlsxError> {
    let Some(field) = book.column(&by.field) else { return Ok(Vec::new()) };
    let days = keys.iter().filter(|key| matches!(key, GroupKey::Day(_))).count();
    let last_day = u32::try_from(days).ok().and_then(|days| (row + days).checked_sub(1));
    let steps = is_run(keys, by.bucket).then_some(by.bucket).flatten();
    let mut masks = Vec::new();
    for (row, (key, label)) in (row..).zip(keys.iter().zip(labels)) {
        let place = (row, column);
        match (key, steps, last_day) {
            (GroupKey::Day(_), Some(bucket), Some(last)) => {
                let formula = if row == last {
                    last_of_run(&field.range(), measured.rows(), bucket)
                } else {
                    before(&row_col_to_cell_absolute(row + 1, column), bucket)
                };
                write_step(book, by, key, worksheet, place, &formula)?;
            }
            _ => write_label(book, by, (key, label), worksheet, place)?,
        }
        masks.push(mask(&field, by, key, &row_col_to_cell_absolute(row, column)));
    }
    Ok(masks)
}

/// Writes labels beside each other; gives the rows that belong to each, as array formulas.
pub(super) fn write_across(
    book: &Book<'_>,
    by: &Grouping,
    (keys, labels): Labels<'_>,
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
) -> Result<Vec<String>, XlsxError> {
    let Some(field) = book.column(&by.field) else { return Ok(Vec::new()) };
    let mut masks = Vec::new();
    for (column, (key, label)) in (column..).zip(keys.iter().zip(labels)) {
        write_label(book, by, (key, label), worksheet, (row, column))?;
        masks.push(mask(&field, by, key, &row_col_to_cell_absolute(row, column)));
    }
    Ok(masks)
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

fn write_label(
    book: &Book<'_>,
    by: &Grouping,
    (key, label): (&GroupKey, &str),
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
) -> Result<(), XlsxError> {
    match key {
        GroupKey::Day(day) => match day_serial(*day) {
            Some(serial) => worksheet.write_number_with_format(row, column, serial, &day_format(book, by))?,
            None => worksheet.write_string_with_format(row, column, label, &style::grid_header())?,
        },
        _ => worksheet.write_string_with_format(row, column, label, &style::grid_header())?,
    };
    Ok(())
}

fn write_step(
    book: &Book<'_>,
    by: &Grouping,
    key: &GroupKey,
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    formula: &str,
) -> Result<(), XlsxError> {
    let serial = if let GroupKey::Day(day) = key { day_serial(*day) } else { None };
    let formula = Formula::new(formula).set_result(serial.unwrap_or_default().to_string());
    worksheet.write_array_formula_with_format(row, column, row, column, formula, &day_format(book, by))?;
    Ok(())
}

fn day_format(book: &Book<'_>, by: &Grouping) -> Format {
    let format = match by.bucket {
        Some(Bucket::Month) => "mmm yyyy",
        _ => style::date_format(book.blueprint.settings.date_format),
    };
    style::grid_header().set_num_format(format)
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
