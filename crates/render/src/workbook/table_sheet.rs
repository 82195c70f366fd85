//! The sheet of a table: headers, sample rows, formulas, dropdowns and colours.

use rust_xlsxwriter::{
    Format, Table as SpreadsheetTable, TableColumn, TableStyle, Url, Worksheet, XlsxError,
};
use shared::blueprint::{Field, FieldKind, SampleRow};
use shared::compute::Value;

use super::cells::Shown;
use super::computed::Computed;
use super::formula_text::{day_serial, moment_serial};
use super::jump::{self, JUMP};
use super::layout::{Book, Place, Sheet};
use super::lists::Lists;
use super::name::{TEXT_MAX, shorten};
use super::unroll::{Block, Unrolled};
use super::{column, computed, guard, page, style};

/// Longest link of a cell: Excel's limit.
const LINK_MAX: usize = 2_000;

/// Writes the sheet of a table, of its computed cells the last row.
pub(super) fn write<'b>(
    book: &'b Book<'_>,
    lists: &Lists,
    sheet: &'b Sheet<'_>,
    worksheet: &mut Worksheet,
) -> Result<Unrolled<'b>, XlsxError> {
    worksheet.set_name(&sheet.name)?.set_freeze_panes(1, 1)?;
    worksheet.set_row_height(0, 30)?;
    let mut made = Vec::new();
    for (index, place) in (0..).zip(&sheet.columns) {
        worksheet.set_column_width(index, column::width(place))?;
        let format = column::format(book, place);
        worksheet.set_column_format(index, &format)?;
        match formula(book, sheet, place) {
            Some(formula) => {
                formula.write(worksheet, (sheet.last_row - 1, index), &format)?;
                made.push(place);
            }
            None if place.is_jump => {}
            None => write_values(book, sheet, worksheet, (index, place.field), &format)?,
        }
        column::validate(book, lists, worksheet, sheet, (index, place))?;
        column::color(worksheet, sheet, (index, place))?;
        guard::write(book, sheet, worksheet, (index, place))?;
    }
    worksheet.add_table(0, 0, sheet.last_row - 1, sheet.last_column(), &spreadsheet_table(book, sheet))?;
    page::set_up(book, worksheet, Some(0))?;
    let printed = page::print_area(worksheet, &sheet.name, (0, sheet.last_row - 1), sheet.last_column())?;
    let results = move |row: u32| {
        let position = usize::try_from(row).unwrap_or(usize::MAX).saturating_sub(2);
        let sample = sheet.table.sample_rows.get(position);
        sample.map_or_else(Vec::new, |sample| made.iter().map(|place| shown(book, place, sample)).collect())
    };
    let block = Block { first: 2, last: sheet.last_row, results: Box::new(results) };
    Ok(Unrolled { blocks: vec![block], printed: Some(printed), ..Unrolled::default() })
}

/// The formula of a column's cells; nothing for cells to type in.
pub(super) fn formula(book: &Book<'_>, sheet: &Sheet<'_>, place: &Place<'_>) -> Option<Computed> {
    if place.is_jump {
        return jump::formula(book, &book.column_of(sheet, &place.field.id)?);
    }
    computed::formula(book, sheet, place.field)
}

/// What a computed cell of a sample row shows.
fn shown(book: &Book<'_>, place: &Place<'_>, sample: &SampleRow) -> Shown {
    let value = book.evaluator.value(&sample.id, &place.field.id);
    match place.is_jump {
        true if value.is_empty() => Shown::Nothing,
        true => Shown::Text(JUMP.to_owned()),
        false => computed::shown(book, place.field, &value),
    }
}

fn spreadsheet_table(book: &Book<'_>, sheet: &Sheet<'_>) -> SpreadsheetTable {
    let columns: Vec<_> = sheet
        .columns
        .iter()
        .map(|place| {
            let is_made = place.is_jump || computed::is_computed(book, place.field);
            let format = if is_made { style::computed_header() } else { style::header() };
            TableColumn::new().set_header(&place.header).set_header_format(format)
        })
        .collect();
    SpreadsheetTable::new().set_name(&sheet.table_name).set_style(TableStyle::Light1).set_columns(&columns)
}

fn write_values(
    book: &Book<'_>,
    sheet: &Sheet<'_>,
    worksheet: &mut Worksheet,
    (index, field): (u16, &Field),
    format: &Format,
) -> Result<(), XlsxError> {
    for (row, sample) in (1..).zip(&sheet.table.sample_rows) {
        write_value(book, worksheet, (row, index), field, sample, format)?;
    }
    Ok(())
}
fn write_value(
    book: &Book<'_>,
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    field: &Field,
    sample: &SampleRow,
    format: &Format,
) -> Result<(), XlsxError> {
    let value = book.evaluator.value(&sample.id, &field.id);
    let serial = match &value {
        Value::Empty => return Ok(()),
        Value::Bool(checked) => {
            worksheet.write_boolean_with_format(row, column, *checked, format)?;
            return Ok(());
        }
        Value::Number(number) => Some(*number),
        Value::Date(day) => day_serial(*day),
        Value::Datetime(moment) => moment_serial(*moment),
        Value::Text(_) | Value::List(_) => None,
    };
    if let Some(serial) = serial {
        worksheet.write_number_with_format(row, column, serial, format)?;
        return Ok(());
    }
    let text = book.evaluator.label(field, &value);
    if is_link(field, &text) {
        let link = Url::new(text.as_str()).set_text(text.as_str());
        worksheet.write_url_with_format(row, column, link, &style::link())?;
        return Ok(());
    }
    worksheet.write_string_with_format(row, column, shorten(&text, TEXT_MAX), format)?;
    Ok(())
}

/// Whether a text is a web address that a cell can link to.
fn is_link(field: &Field, text: &str) -> bool {
    let is_address = matches!(field.kind, FieldKind::Url | FieldKind::Attachment);
    let web = text.starts_with("https://") || text.starts_with("http://");
    is_address && web && text.len() <= LINK_MAX && !text.contains(char::is_whitespace)
}
