//! CSV files and workbooks to [`Sheets`]: rows of text under headers.
//!
//! Read it in this order: [`read`] → `encoding` → `delimiter` → `records` (CSV), `workbook` (XLSX) → `grid` (rows to a
//! sheet). What is in a file decides what it is, not its name. Everything is bounded by what [`shared::sheet`] says: what
//! is beyond is counted and not kept, and what would grow beyond all measure is refused before it is read.

mod delimiter;
mod encoding;
mod grid;
mod records;
mod workbook;

use shared::sheet::{FILE_MAX, SheetError, Sheets};

use crate::grid::Grid;
use crate::records::Records;

/// What old workbooks begin with, and those with a password.
const COMPOUND: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// What archives begin with: workbooks of today are some.
const ARCHIVE: &[u8] = b"PK";
/// After how many rows it is told how far the reading is.
const TOLD_EVERY: usize = 1_024;

/// Hears how much of a file is read: how many parts of how many.
pub type Hear<'a> = dyn Fn(usize, usize) + 'a;

/// The sheets of a file; `hear` is told how far the reading is.
///
/// The first row with enough cells in it names the columns; lines above it, rows without a value and columns without a
/// name and a value are passed over. Days and times of workbooks become `2026-03-20` and `2026-03-20T09:30:00`.
///
/// # Errors
/// [`SheetError`], with what is wrong, where, and how to go on; nothing is half-read.
pub fn read(bytes: &[u8], hear: &Hear<'_>) -> Result<Sheets, SheetError> {
    if bytes.len() > FILE_MAX {
        return Err(SheetError::TooLarge { max_mb: FILE_MAX / (1024 * 1024) });
    }
    if bytes.starts_with(&COMPOUND) {
        return Err(SheetError::OtherWorkbook);
    }
    if bytes.starts_with(ARCHIVE) && bytes.get(2).is_some_and(|byte| *byte < 0x10) {
        return workbook::read(bytes, hear);
    }
    delimited(bytes, hear)
}

fn delimited(bytes: &[u8], hear: &Hear<'_>) -> Result<Sheets, SheetError> {
    let text = encoding::text(bytes)?;
    if is_no_table(&text) {
        return Err(SheetError::NoTable);
    }
    if !text.contains(char::is_alphanumeric) {
        return Err(SheetError::Empty);
    }
    let (from, delimiter) = delimiter::of(&text);
    let mut records = Records::new(from, delimiter);
    let mut grid = Grid::default();
    while let Some(record) = records.next_record()? {
        grid.push(&record);
        if grid.row_count() % TOLD_EVERY == 0 {
            hear(records.position(), text.len());
        }
    }
    let sheet = grid.into_sheet(String::new()).ok_or(SheetError::Empty)?;
    Ok(Sheets { sheets: vec![sheet], left_out: 0 })
}

/// Whether a text holds what no table begins with: signs that nobody types, a page or a document.
fn is_no_table(text: &str) -> bool {
    text.contains('\0') || text.trim_start().starts_with(['<', '{']) || text.starts_with("%PDF-")
}
