//! The help: every table with every column, what belongs in it and why it is there.

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Url, Worksheet, XlsxError};
use shared::blueprint::{Cardinality, Field, FieldKind, Reason};

use super::formula_text::sheet_reference;
use super::layout::{Book, Place, Sheet};
use super::name::shorten;
use super::{page, style};
use crate::guide::kind_key;
use crate::words::{sentence, word};

/// Most text of a cell, so that it stays readable.
const TEXT_MAX: usize = 2_000;
/// Widths of its columns.
const WIDTHS: [f64; 4] = [30.0, 26.0, 60.0, 60.0];

/// The words of its header.
pub(super) const HEADER: [&str; 4] = ["word_field", "word_kind", "word_belongs", "word_why"];

/// Writes the help.
pub(super) fn write(book: &Book<'_>, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    let language = book.language();
    worksheet.set_name(&book.help_sheet)?.set_screen_gridlines(false).set_freeze_panes(1, 0)?;
    for (column, width) in (0..).zip(WIDTHS) {
        worksheet.set_column_width(column, width)?;
    }
    for (column, key) in (0..).zip(HEADER) {
        worksheet.write_string_with_format(0, column, word(language, key), &style::header())?;
    }
    let mut row = 2;
    for sheet in &book.sheets {
        row = table(book, sheet, worksheet, row)? + 1;
    }
    page::set_up(book, worksheet, Some(0))?;
    page::protect(worksheet);
    Ok(())
}

/// Writes a table from a row on; gives the row below it.
fn table(
    book: &Book<'_>,
    sheet: &Sheet<'_>,
    worksheet: &mut Worksheet,
    mut row: u32,
) -> Result<u32, XlsxError> {
    let [name, texts @ ..] = texts_of_table(sheet);
    link(worksheet, row, sheet, (0, name))?;
    write_texts(worksheet, row, texts)?;
    for (index, place) in sheet.fields() {
        row += 1;
        let [name, texts @ ..] = texts_of_column(book, place);
        link(worksheet, row, sheet, (index, &name))?;
        write_texts(worksheet, row, texts.each_ref().map(String::as_str))?;
    }
    Ok(row + 1)
}

/// The line of a table.
pub(super) fn texts_of_table<'t>(sheet: &'t Sheet<'_>) -> [&'t str; 4] {
    [&sheet.name, "", &sheet.table.description, reason(sheet.table.reason.as_ref())]
}

/// The line of a column.
pub(super) fn texts_of_column(book: &Book<'_>, place: &Place<'_>) -> [String; 4] {
    let field = place.field;
    let reason = reason(field.reason.as_ref()).to_owned();
    [place.header.clone(), kind(book, field), field.description.clone(), reason]
}

/// A link to the header of a column; the first row of a table is its heading.
fn link(
    worksheet: &mut Worksheet,
    row: u32,
    sheet: &Sheet<'_>,
    (column, text): (u16, &str),
) -> Result<(), XlsxError> {
    let target = format!("internal:{}{}", sheet_reference(&sheet.name), row_col_to_cell(0, column));
    let format = if text == sheet.name { style::link().set_bold() } else { style::link() };
    worksheet.write_url_with_format(row, 0, Url::new(target).set_text(text), &format)?;
    Ok(())
}

fn write_texts(worksheet: &mut Worksheet, row: u32, texts: [&str; 3]) -> Result<(), XlsxError> {
    for (column, text) in (1..).zip(texts) {
        if !text.is_empty() {
            worksheet.write_string_with_format(row, column, shorten(text, TEXT_MAX), &style::paragraph())?;
        }
    }
    Ok(())
}

fn reason(reason: Option<&Reason>) -> &str {
    reason.map_or("", |reason| &reason.sentence)
}

/// The kind of a field, in words.
fn kind(book: &Book<'_>, field: &Field) -> String {
    let language = book.language();
    let name = word(language, kind_key(field.kind.name()));
    match &field.kind {
        FieldKind::Relation { table, cardinality, .. } => {
            let key =
                if *cardinality == Cardinality::One { "kind_relation_one" } else { "kind_relation_many" };
            let target = book.sheet(table).map_or("", |sheet| &sheet.name);
            sentence(language, key, &[("name", target)])
        }
        FieldKind::Rating { max } => format!("{name} (1–{max})"),
        _ => name.to_owned(),
    }
}
