//! The sheet of a view: its rows, filtered and sorted by formulas that work in every program.
//!
//! Two hidden columns do the work: the place of every row of the table in the view's order, and the position in
//! the table of the first row, the second, and so on. Beside the title, an arrow jumps to the row itself.

use std::collections::{BTreeMap, HashSet};

use rust_xlsxwriter::utility::{column_number_to_name, row_col_to_cell};
use rust_xlsxwriter::{ConditionalFormatFormula, Format, FormatBorder, Formula, Url, Worksheet, XlsxError};
use shared::blueprint::{FieldKind, SampleRow, View, ViewKind};
use shared::compute::{Value, sections};

use super::cells::Shown;
use super::expected::ExpectedCell;
use super::formula_text::{ROW, sheet_reference};
use super::jump::{self, JUMP};
use super::layout::{Book, Column, Sheet};
use super::name::shorten;
use super::unroll::{Block, Unrolled};
use super::{column, computed, mask, order, page, style};
use crate::words::sentence;

/// Most rows that a view's sheet shows; the sheet says how many there are in all.
const ROWS: u32 = 200;
/// The row of the headers, counted from 0.
pub(super) const HEADER: u32 = 3;
/// The first row below the headers, and the last.
pub(super) const FIRST: u32 = HEADER + 1;
pub(super) const LAST: u32 = HEADER + ROWS;
/// The column of arrows, beside the title.
pub(super) const JUMPS: u16 = 1;
/// The column of the link to the help.
const HELP: u16 = 2;

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

/// Writes the sheet of a view: its formulas in their first row, and of the others the last one.
pub(super) fn write<'b>(
    book: &'b Book<'_>,
    of: &'b ViewSheet<'_>,
    worksheet: &mut Worksheet,
) -> Result<Unrolled<'b>, XlsxError> {
    let Some(sheet) = book.sheets.get(of.table) else { return Ok(Unrolled::default()) };
    let view = of.view;
    worksheet.set_name(&of.name)?.set_freeze_panes(HEADER + 1, 1)?.set_tab_color(style::VIEW_TAB);
    worksheet.write_string_with_format(0, 0, &view.name, &style::title())?;
    worksheet.set_row_height(0, 30)?;
    worksheet.write_string_with_format(1, 0, about(book, sheet, view), &style::remark().unset_text_wrap())?;
    let link = Url::new(format!("internal:{}A1", sheet_reference(&sheet.name))).set_text(&sheet.name);
    worksheet.write_url_with_format(2, 0, link, &style::link())?;
    let help =
        Url::new(format!("internal:{}A1", sheet_reference(&book.help_sheet))).set_text(&book.help_sheet);
    worksheet.write_url_with_format(2, HELP, help, &style::link())?;
    let columns = columns(book, sheet, view);
    if columns.is_empty() {
        return Ok(Unrolled::default());
    }
    let rows = rows(book, sheet, view);
    let helper = column_at(columns.len());
    for (position, column) in columns.iter().enumerate() {
        write_column(book, worksheet, (column_at(position), column), helper + 1, rows.first().copied())?;
    }
    write_jumps(sheet, worksheet, helper + 1, !rows.is_empty())?;
    let end = write_helpers(book, sheet, view, worksheet, helper, &rows)?;
    part(book, &columns, view, worksheet)?;
    let all = (0..columns.len()).map(column_at).chain([helper + 1]);
    let mut arrays: BTreeMap<_, _> = all.map(|column| (row_col_to_cell(FIRST, column), LAST + 1)).collect();
    arrays.insert(row_col_to_cell(FIRST, helper), end);
    let results = move |row: u32| {
        let position = usize::try_from(row.saturating_sub(FIRST + 1)).unwrap_or(usize::MAX);
        rows.get(position).map_or_else(Vec::new, |sample| shown(book, sheet, &columns, sample))
    };
    worksheet.autofilter(HEADER, 0, LAST, helper - 1)?;
    page::set_up(book, worksheet, Some(HEADER))?;
    page::protect(worksheet);
    let printed = page::print_area(worksheet, &of.name, (HEADER, LAST), helper - 1)?;
    let shown = Block { first: FIRST + 2, last: LAST + 1, results: Box::new(results) };
    let helpers = Block { first: LAST + 2, last: end, results: Box::new(|_| Vec::new()) };
    Ok(Unrolled { blocks: vec![shown, helpers], arrays, printed: Some(printed) })
}

/// The column of a view's field by its position: the title comes first, then the arrows.
pub(super) fn column_at(position: usize) -> u16 {
    u16::try_from(position + usize::from(position > 0)).unwrap_or(u16::MAX - 2)
}

/// What the cells of a row show, from the left.
fn shown(book: &Book<'_>, sheet: &Sheet<'_>, columns: &[Column<'_, '_>], sample: &SampleRow) -> Vec<Shown> {
    let field = |column: &Column<'_, '_>| {
        computed::shown(book, column.field, &book.evaluator.value(&sample.id, &column.field.id))
    };
    let position = sheet.table.sample_rows.iter().position(|row| row.id == sample.id);
    let position = position.and_then(|at| u32::try_from(at + 1).ok());
    let mut cells: Vec<_> = columns.iter().map(field).collect();
    cells.insert(usize::from(JUMPS).min(cells.len()), Shown::Text(JUMP.to_owned()));
    // Of the hidden ones, only the positions have a result that another cell needs.
    cells.push(Shown::Nothing);
    cells.push(position.map_or(Shown::Nothing, |position| Shown::Number(position.into())));
    cells
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
    let all = sheet.fields().map(|(_, place)| &place.field.id);
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

/// Writes the hidden columns; gives the last row of the places, counted from 1.
fn write_helpers(
    book: &Book<'_>,
    sheet: &Sheet<'_>,
    view: &View,
    worksheet: &mut Worksheet,
    column: u16,
    rows: &[&SampleRow],
) -> Result<u32, XlsxError> {
    let last = FIRST + sheet.last_row - 2;
    worksheet.write_array_formula(FIRST, column, FIRST, column, Formula::new(places(book, sheet, view)))?;
    let first = rows.first().and_then(|row| {
        sheet.table.sample_rows.iter().position(|other| other.id == row.id).map(|at| (at + 1).to_string())
    });
    let positions = Formula::new(positions(sheet, column)).set_result(first.unwrap_or_default());
    worksheet.write_array_formula(FIRST, column + 1, FIRST, column + 1, positions)?;
    for row in [LAST, last] {
        worksheet.write_number(row, column, 0)?;
    }
    worksheet.write_number(LAST, column + 1, 0)?;
    worksheet.set_column_hidden(column)?.set_column_hidden(column + 1)?;
    Ok(last + 1)
}

/// Writes the arrows to the rows themselves.
fn write_jumps(
    sheet: &Sheet<'_>,
    worksheet: &mut Worksheet,
    positions: u16,
    has_rows: bool,
) -> Result<(), XlsxError> {
    let format = style::jump();
    worksheet.set_column_width(JUMPS, column::JUMP_WIDTH)?;
    worksheet.write_string_with_format(HEADER, JUMPS, JUMP, &style::computed_header())?;
    let first = Formula::new(jump(sheet, positions, &(FIRST + 1).to_string()));
    let first = first.set_result(if has_rows { JUMP } else { "" });
    worksheet.write_formula_with_format(FIRST, JUMPS, first, &format)?;
    let others = Formula::new(jump(sheet, positions, &ROW.to_string()));
    worksheet.write_formula_with_format(LAST, JUMPS, others, &format)?;
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

/// The arrow of a row, from the positions in a column.
pub(super) fn jump(sheet: &Sheet<'_>, positions: u16, row: &str) -> String {
    jump::to_position(sheet, &format!("${}{row}", column_number_to_name(positions)))
}

fn write_column(
    book: &Book<'_>,
    worksheet: &mut Worksheet,
    (index, column): (u16, &Column<'_, '_>),
    positions: u16,
    first: Option<&SampleRow>,
) -> Result<(), XlsxError> {
    let field = column.field;
    worksheet.set_column_width(index, column::width_of(field, &field.name))?;
    worksheet.write_string_with_format(HEADER, index, &field.name, &style::header())?;
    // Text formats would show the formula itself.
    let number_format = column::number_format(book, field).unwrap_or_else(|| "General".to_owned());
    let format = column::format_of(book, field).set_num_format(number_format);
    let result = first
        .map(|sample| computed::result(book, field, &book.evaluator.value(&sample.id, &field.id)))
        .unwrap_or_default();
    let formula = Formula::new(formula(column, positions)).set_result(result);
    worksheet.write_array_formula_with_format(FIRST, index, FIRST, index, formula, &format)?;
    worksheet.write_blank(LAST, index, &format)?;
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

/// A line above the first row of every group.
fn part(
    book: &Book<'_>,
    columns: &[Column<'_, '_>],
    view: &View,
    worksheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    let Some(group) = order::group(view).and_then(|group| book.column(group)) else { return Ok(()) };
    let index = columns.iter().position(|column| column.field.id == group.field.id);
    let Some(index) = index.map(column_at) else { return Ok(()) };
    let letters = column_number_to_name(index);
    let rule = Formula::new(format!("AND($A{0}<>\"\",${letters}{0}<>${letters}{1})", FIRST + 1, FIRST));
    let format = Format::new().set_border_top(FormatBorder::Thin).set_border_top_color(style::INK);
    let condition = ConditionalFormatFormula::new().set_rule(rule).set_format(format);
    let last_column = column_at(columns.len().saturating_sub(1)).max(JUMPS);
    worksheet.add_conditional_format(FIRST, 0, LAST, last_column, &condition)?;
    Ok(())
}

/// What the sheet must show, where every program agrees on the order.
pub(super) fn expected(book: &Book<'_>, of: &ViewSheet<'_>, cells: &mut Vec<ExpectedCell>) {
    let Some(sheet) = book.sheets.get(of.table).filter(|sheet| order::is_exact(book, sheet, of.view)) else {
        return;
    };
    let rows = rows(book, sheet, of.view);
    for (position, column) in columns(book, sheet, of.view).into_iter().enumerate() {
        let index = column_at(position);
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
