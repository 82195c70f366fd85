//! The sheet of a table: headers, sample rows, formulas, dropdowns and colours.

use rust_xlsxwriter::{
    Format, Table as SpreadsheetTable, TableColumn, TableStyle, Url, Worksheet, XlsxError,
};
use shared::blueprint::{Field, FieldKind, SampleRow};
use shared::compute::Value;

use super::computed::{self, Computed};
use super::formula_text::{day_serial, moment_serial};
use super::layout::{Book, Sheet};
use super::lists::Lists;
use super::name::shorten;
use super::{column, style};

/// Most text a cell holds, in UTF-16 units: Excel's limit.
const TEXT_MAX: usize = 32_767;
/// Longest link of a cell: Excel's limit.
const LINK_MAX: usize = 2_000;

/// Writes the sheet of a table.
pub(super) fn write(
    book: &Book<'_>,
    lists: &Lists,
    sheet: &Sheet<'_>,
    worksheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?.set_freeze_panes(1, 1)?;
    worksheet.set_row_height(0, 30)?;
    for (index, field) in (0..).zip(sheet.fields.iter().copied()) {
        let header = sheet.headers.get(usize::from(index)).map_or("", String::as_str);
        worksheet.set_column_width(index, column::width(field, header))?;
        write_column(book, sheet, worksheet, (index, field))?;
        column::validate(book, lists, worksheet, sheet, (index, field))?;
        column::color(worksheet, sheet, (index, field))?;
    }
    let last_column = u16::try_from(sheet.fields.len().saturating_sub(1)).unwrap_or(u16::MAX);
    worksheet.add_table(0, 0, sheet.last_row - 1, last_column, &spreadsheet_table(book, sheet))?;
    Ok(())
}

fn spreadsheet_table(book: &Book<'_>, sheet: &Sheet<'_>) -> SpreadsheetTable {
    let columns: Vec<_> = sheet
        .fields
        .iter()
        .zip(&sheet.headers)
        .map(|(field, header)| {
            let is_computed = computed::is_computed(book, field);
            let format = if is_computed { style::computed_header() } else { style::header() };
            TableColumn::new().set_header(header).set_header_format(format)
        })
        .collect();
    SpreadsheetTable::new().set_name(&sheet.table_name).set_style(TableStyle::Light1).set_columns(&columns)
}

fn write_column(
    book: &Book<'_>,
    sheet: &Sheet<'_>,
    worksheet: &mut Worksheet,
    (index, field): (u16, &Field),
) -> Result<(), XlsxError> {
    let format = column::format(book, field);
    worksheet.set_column_format(index, &format)?;
    if let Some(formula) = computed::formula(book, sheet, field) {
        return write_formulas(book, sheet, worksheet, (index, field), &formula);
    }
    for (row, sample) in (1..).zip(&sheet.table.sample_rows) {
        write_value(book, worksheet, (row, index), field, sample, &format)?;
    }
    Ok(())
}

fn write_formulas(
    book: &Book<'_>,
    sheet: &Sheet<'_>,
    worksheet: &mut Worksheet,
    (index, field): (u16, &Field),
    formula: &Computed,
) -> Result<(), XlsxError> {
    let format = column::format(book, field);
    let mut samples = sheet.table.sample_rows.iter();
    for row in 1..sheet.last_row {
        let value = samples.next().map_or(Value::Empty, |sample| book.evaluator.value(&sample.id, &field.id));
        formula.write(worksheet, (row, index), &format, &computed::result(book, field, &value))?;
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
