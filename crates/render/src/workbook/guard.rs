//! What headers and computed cells say, and that they refuse what is typed over them.

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{DataValidation, Formula, Note, Worksheet, XlsxError};
use shared::blueprint::Reason;

use super::computed;
use super::formula_text::literal;
use super::layout::{Book, Place, Sheet};
use super::name::shorten;
use crate::words::{sentence, word};

/// Longest start of a header that a rule compares, in UTF-16 units: rules are 255 long at most.
const HEADER_MAX: usize = 100;
/// Longest text of a note, so that it is read.
const NOTE_MAX: usize = 1_500;
/// Size of a note in pixels: its width, of one line, at most.
const NOTE_WIDTH: u32 = 300;
const LINE_HEIGHT: u32 = 18;
const NOTE_HEIGHT_MAX: u32 = 360;
/// Characters that a line of a note has room for.
const LINE_CHARS: usize = 42;

/// Explains a column in a note at its header, and keeps header and formulas from being typed over.
pub(super) fn write(
    book: &Book<'_>,
    sheet: &Sheet<'_>,
    worksheet: &mut Worksheet,
    (index, place): (u16, &Place<'_>),
) -> Result<(), XlsxError> {
    let text = note(book, sheet, (index, place));
    if !text.is_empty() {
        worksheet.insert_note(0, index, &sized(&text))?;
    }
    worksheet.add_data_validation(0, index, 0, index, &header_rule(book, (index, place))?)?;
    if place.is_jump || computed::is_computed(book, place.field) {
        let first = format!("{}2", column_number_to_name(index));
        let rule = DataValidation::new()
            .allow_custom(Formula::new(format!("_xlfn.ISFORMULA({first})")))
            .set_error_title(word(book.language(), "keep_title"))?
            .set_error_message(word(book.language(), "keep_formula"))?;
        worksheet.add_data_validation(1, index, sheet.last_row - 1, index, &rule)?;
    }
    Ok(())
}

fn header_rule(book: &Book<'_>, (index, place): (u16, &Place<'_>)) -> Result<DataValidation, XlsxError> {
    let (start, letters) = (shorten(&place.header, HEADER_MAX), column_number_to_name(index));
    let length = start.encode_utf16().count();
    let compared =
        if start == place.header { format!("{letters}1") } else { format!("LEFT({letters}1,{length})") };
    DataValidation::new()
        .allow_custom(Formula::new(format!("EXACT({compared},{})", literal(&start))))
        .ignore_blank(false)
        .set_error_title(word(book.language(), "keep_title"))?
        .set_error_message(word(book.language(), "keep_header"))
}

/// What belongs in a column and why it is there; at the first one, what the table is for.
fn note(book: &Book<'_>, sheet: &Sheet<'_>, (index, place): (u16, &Place<'_>)) -> String {
    let (language, field) = (book.language(), place.field);
    if place.is_jump {
        return sentence(language, "note_jump", &[("name", &field.name)]);
    }
    let about = |description: &str, reason: Option<&Reason>| {
        let reason = reason.map_or("", |reason| reason.sentence.as_str());
        [description, reason].map(str::to_owned)
    };
    let mut parts = Vec::new();
    if index == 0 {
        parts.extend(about(&sheet.table.description, sheet.table.reason.as_ref()));
    }
    parts.extend(about(&field.description, field.reason.as_ref()));
    if computed::is_computed(book, field) {
        parts.push(word(language, "note_computed").to_owned());
    }
    if index == 0 {
        parts.push(sentence(language, "note_more", &[("sheet", &book.help_sheet)]));
    }
    parts.retain(|part| !part.is_empty());
    shorten(&parts.join("\n\n"), NOTE_MAX)
}

fn sized(text: &str) -> Note {
    let lines: usize = text.lines().map(|line| line.chars().count() / LINE_CHARS + 1).sum();
    let height = u32::try_from(lines + 1).unwrap_or(u32::MAX).saturating_mul(LINE_HEIGHT);
    Note::new(text)
        .add_author_prefix(false)
        .set_author("-")
        .set_width(NOTE_WIDTH)
        .set_height(height.min(NOTE_HEIGHT_MAX))
}
