//! Names for what formulas of one's own refer to: the day, the rows of each table, the lists of options.

use rust_xlsxwriter::{Workbook, XlsxError};
use shared::blueprint::FieldKind;

use super::layout::Book;
use super::lists::{Choices, Lists};
use super::name::Names;
use crate::words::word;

/// Names `today`, the titles and numbers of every table, and every list.
pub(super) fn write(
    book: &Book<'_>,
    lists: &Lists<'_>,
    mut names: Names,
    workbook: &mut Workbook,
) -> Result<(), XlsxError> {
    let today = names.reference("", word(book.language(), "start_today"));
    workbook.define_name(today, &format!("={}", book.today_cell()))?;
    for sheet in &book.sheets {
        workbook.define_name(names.reference("key_", &sheet.name), &format!("={}", sheet.titles()))?;
        for (_, place) in sheet.fields() {
            let name = format!("{}_{}", sheet.name, place.header);
            if let (FieldKind::AutoId { .. }, Some(column)) =
                (&place.field.kind, book.column(&place.field.id))
            {
                workbook.define_name(names.reference("key_", &name), &format!("={}", column.range()))?;
            }
            if let Some(Choices { range }) = lists.choices(&place.field.id) {
                workbook.define_name(names.reference("lst_", &name), &format!("={range}"))?;
            }
        }
    }
    Ok(())
}
