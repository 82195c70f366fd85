//! The workbook for Excel and Google Sheets.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use shared::blueprint::Blueprint;

/// The workbook of `blueprint`, as the bytes of an xlsx file.
pub(crate) fn write(blueprint: &Blueprint) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A fixed time: the same blueprint gives the same bytes.
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(&blueprint.name).set_creation_datetime(&created));
    workbook.add_worksheet().write_string(0, 0, &blueprint.name)?;
    workbook.save_to_buffer()
}
