//! The sheet of a view: its rows, filtered and sorted by formulas that work in every program.
//!
//! Two hidden columns do the work: the place of every row of the table in the view's order, and the position in
//! the table of the first row, the second, and so on.

use std::collections::HashSet;

use rust_xlsxwriter::utility::{column_number_to_name, row_col_to_cell};
use rust_xlsxwriter::{ConditionalFormatFormula, Format, FormatBorder, Formula, Url, Worksheet, XlsxError};
use shared::blueprint::{FieldKind, SampleRow, View, ViewKind};
use shared::compute::{Value, sections};

use super::expected::ExpectedCell;
use super::formula_text::sheet_reference;
use super::layout::{Book, Column, Sheet};
use super::name::shorten;
use super::{column, computed, mask, order, style};
use crate::words::sentence;

/// Most rows that a view's sheet shows; the sheet says how many there are in all.
const ROWS: u32 = 200;
/// The row of the headers, counted from 0.
pub(super) const HEADER: u32 = 3;
/// The first row below the headers, and the last.
pub(super) const FIRST: u32 = HEADER + 1;
pub(super) const LAST: u32 = HEADER + ROWS;
/// Most text a cell holds, in UTF-16 units: Excel's limit.
const TEXT_MAX: usize = 32_767;

/// A view and the sheet it stands on.
pub(super) struct ViewSheet<'a> {
    pub(super) name: String,
    pub(super) view: &'a View,
    /// Position of its table among the tables.
    pub(super) table: usize,
}

/// Whether a view needs a sheet: the plain one is the table's own sheet, and a gallery has nothing to show.
pub(super) fn needs_sheet(view: &View, views: &[View]) -> bool {
    let plain = view.filter.is_none() && view.group.is_none() && view.sorts.is_empty();
    let first = views.iter().find(|other| other.kind == ViewKind::Grid);
    let is_table = plain && first.is_some_and(|first| first.id == view.id);
    !is_table && view.kind != ViewKind::Gallery
}

/// Writes the sheet of a view.
pub(super) fn write(book: &Book<'_>, of: &ViewSheet<'_>, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    let Some(sheet) = book.sheets.get(of.table) else { return Ok(()) };
    let view = of.view;
    worksheet.set_name(&of.name)?.set_freeze_panes(HEADER + 1, 1)?.set_tab_color(style::VIEW_TAB);
    worksheet.write_string_with_format(0, 0, &view.name, &style::title())?;
    worksheet.set_row_height(0, 30)?;
    worksheet.write_string_with_format(1, 0, about(book, sheet, view), &style::remark().unset_text_wrap())?;
    let link = Url::new(format!("internal:{}A1", sheet_reference(&sheet.name))).set_text(&sheet.name);
    worksheet.write_url_with_format(2, 0, link, &style::link())?;
    let columns = columns(book, sheet, view);
    let helper = u16::try_from(columns.len()).unwrap_or(u16::MAX - 2);
    let rows = rows(book, sheet, view);
    write_helpers(book, sheet, view, worksheet, helper, &rows)?;
    for (index, column) in (0..).zip(&columns) {
        write_column(book, worksheet, (index, column), helper + 1, &rows)?;
    }
    part(book, &columns, view, worksheet)
}

/// What the view is for, and how its sheet is meant.
pub(super) fn about(book: &Book<'_>, sheet: &Sheet<'_>, view: &View) -> String {
    let rows = ROWS.to_string();
    let note = sentence(book.language(), "view_note", &[("table", &sheet.name), ("rows", &rows)]);
    shorten(&format!("{} {note}", view.description), 2_000)
}

/// The columns a view shows: the title, what it is parted by, then the fields it names.
pub(super) fn columns<'b, 'a>(book: &'b Book<'a>, sheet: &'b Sheet<'a>, view: &View) -> Vec<Column<'b, 'a>> {
    let title = sheet.table.title().map(|field| &field.id);
    let all = sheet.fields.iter().map(|field| &field.id);
    let visible: Vec<_> =
        if view.visible_fields.is_empty() { all.collect() } else { view.visible_fields.iter().collect() };
    let group = order::group(view).filter(|group| !visible.contains(group));
    let mut seen = HashSet::new();
    title
        .into_iter()
        .chain(group)
        .chain(visible)
        .filter(|field| seen.insert(*field))
        .filter_map(|field| book.column_of(sheet, field))
        .collect()
}

/// Sample rows in the view's order, each once.
pub(super) fn rows<'a>(book: &Book<'a>, sheet: &Sheet<'a>, view: &View) -> Vec<&'a SampleRow> {
    let sorted = View { sorts: order::sorts(view), ..view.clone() };
    let mut seen = HashSet::new();
    let sections = sections(&book.evaluator, sheet.table, &sorted, book.today);
    let rows = sections.into_iter().flat_map(|section| section.rows);
    rows.filter(|row| seen.insert(&row.id)).take(ROWS as usize).collect()
}

fn write_helpers(
    book: &Book<'_>,
    sheet: &Sheet<'_>,
    view: &View,
    worksheet: &mut Worksheet,
    column: u16,
    rows: &[&SampleRow],
) -> Result<(), XlsxError> {
    let last = FIRST + sheet.last_row - 2;
    worksheet.write_array_formula(FIRST, column, last, column, Formula::new(places(book, sheet, view)))?;
    let positions = positions(sheet, column);
    let position = |row: &&SampleRow| sheet.table.sample_rows.iter().position(|other| other.id == row.id);
    let results = rows.iter().map(|row| position(row).map_or_else(String::new, |at| (at + 1).to_string()));
    write_array(worksheet, column + 1, &positions, &Format::new(), results)?;
    worksheet.set_column_hidden(column)?.set_column_hidden(column + 1)?;
    Ok(())
}

/// The place of every row of the table in the view's order, nothing for those that it leaves out: an array.
pub(super) fn places(book: &Book<'_>, sheet: &Sheet<'_>, view: &View) -> String {
    let mut mask = format!("({}<>\"\")*1", sheet.titles());
    if let Some(filter) = &view.filter {
        mask = format!("{mask}*{}", mask::filter(book, filter));
    }
    format!("IF({mask}=1,{},\"\")", order::key(book, sheet, view))
}

/// The positions in the table of the view's first row, its second, …, from the places in `column`: an array.
pub(super) fn positions(sheet: &Sheet<'_>, column: u16) -> String {
    let places = range(FIRST, FIRST + sheet.last_row - 2, column);
    let numbers = format!("ROW({})-{FIRST}", range(FIRST, LAST, column));
    format!("IFERROR(MATCH(SMALL({places},{numbers}),{places},0),\"\")")
}

fn write_column(
    book: &Book<'_>,
    worksheet: &mut Worksheet,
    (index, column): (u16, &Column<'_, '_>),
    positions: u16,
    rows: &[&SampleRow],
) -> Result<(), XlsxError> {
    let field = column.field;
    worksheet.set_column_width(index, column::width(field, &field.name))?;
    worksheet.write_string_with_format(HEADER, index, &field.name, &style::header())?;
    // Text formats would show the formula itself.
    let number_format = column::number_format(book, field).unwrap_or_else(|| "General".to_owned());
    let format = column::format(book, field).set_num_format(number_format);
    let results =
        rows.iter().map(|sample| computed::result(book, field, &book.evaluator.value(&sample.id, &field.id)));
    write_array(worksheet, index, &formula(column, positions), &format, results)?;
    if matches!(field.kind, FieldKind::Select { .. }) {
        column::color_options(worksheet, field, index, (FIRST, LAST))?;
    }
    Ok(())
}

/// What a column shows of the rows at the positions: one formula for all of its cells.
pub(super) fn formula(column: &Column<'_, '_>, positions: u16) -> String {
    let positions = range(FIRST, LAST, positions);
    let source = column.range();
    let numbers = format!("ROW({source})-1");
    let is_empty = format!("LOOKUP({positions},{numbers},({source}=\"\")*1)=1");
    format!("IFERROR(IF({is_empty},\"\",LOOKUP({positions},{numbers},{source})),\"\")")
}

/// Cells of a column of this sheet.
fn range(first: u32, last: u32, column: u16) -> String {
    let letters = column_number_to_name(column);
    format!("${letters}${}:${letters}${}", first + 1, last + 1)
}

/// Writes one formula for all rows of the view, with its result in every cell.
fn write_array(
    worksheet: &mut Worksheet,
    column: u16,
    formula: &str,
    format: &Format,
    mut results: impl Iterator<Item = String>,
) -> Result<(), XlsxError> {
    let formula = Formula::new(formula).set_result(results.next().unwrap_or_default());
    worksheet.write_array_formula_with_format(FIRST, column, LAST, column, formula, format)?;
    for row in FIRST + 1..=LAST {
        let result = results.next().unwrap_or_default();
        match (result.parse::<f64>(), result.as_str()) {
            (_, "") => worksheet.write_blank(row, column, format)?,
            (_, "TRUE" | "FALSE") => {
                worksheet.write_boolean_with_format(row, column, result == "TRUE", format)?
            }
            (Ok(number), _) => worksheet.write_number_with_format(row, column, number, format)?,
            _ => worksheet.write_string_with_format(row, column, shorten(&result, TEXT_MAX), format)?,
        };
    }
    Ok(())
}

/// A line above the first row of every group.
fn part(
    book: &Book<'_>,
    columns: &[Column<'_, '_>],
    view: &View,
    worksheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    let Some(group) = order::group(view).and_then(|group| book.column(group)) else { return Ok(()) };
    let index = columns.iter().position(|column| column.field.id == group.field.id);
    let Some(index) = index.and_then(|index| u16::try_from(index).ok()) else { return Ok(()) };
    let letters = column_number_to_name(index);
    let rule = Formula::new(format!("AND($A{0}<>\"\",${letters}{0}<>${letters}{1})", FIRST + 1, FIRST));
    let format = Format::new().set_border_top(FormatBorder::Thin).set_border_top_color(style::INK);
    let condition = ConditionalFormatFormula::new().set_rule(rule).set_format(format);
    let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(index);
    worksheet.add_conditional_format(FIRST, 0, LAST, last_column, &condition)?;
    Ok(())
}

/// What the sheet must show, where every program agrees on the order.
pub(super) fn expected(book: &Book<'_>, of: &ViewSheet<'_>, cells: &mut Vec<ExpectedCell>) {
    let Some(sheet) = book.sheets.get(of.table).filter(|sheet| order::is_exact(book, sheet, of.view)) else {
        return;
    };
    let rows = rows(book, sheet, of.view);
    for (index, column) in (0..).zip(columns(book, sheet, of.view)) {
        for (row, sample) in (HEADER + 1..).zip(&rows) {
            let value = book.evaluator.value(&sample.id, &column.field.id);
            cells.push(ExpectedCell::new(book, &of.name, row_col_to_cell(row, index), column.field, &value));
        }
        let end = HEADER + 1 + u32::try_from(rows.len()).unwrap_or(ROWS);
        if end <= HEADER + ROWS {
            cells.push(ExpectedCell::new(
                book,
                &of.name,
                row_col_to_cell(end, index),
                column.field,
                &Value::Empty,
            ));
        }
    }
}
