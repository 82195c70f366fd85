//! Workbooks (XLSX): an archive of XML files, which is measured before it is believed.

use std::io::{self, Cursor, Read};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use shared::sheet::{COLUMNS_MAX, SHEETS_MAX, Sheet, SheetError, Sheets, UNPACKED_MAX};
use zip::ZipArchive;

use crate::Hear;
use crate::grid::Grid;

/// Most characters that are told of what the reader says.
const DETAIL_MAX: usize = 200;

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// The visible sheets of a workbook that hold anything.
pub(crate) fn read(bytes: &[u8], hear: &Hear<'_>) -> Result<Sheets, SheetError> {
    measure(bytes)?;
    let mut workbook = Workbook::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let names = visible(&workbook);
    let mut sheets = Vec::new();
    for (at, name) in names.iter().take(SHEETS_MAX).enumerate() {
        hear(at, names.len().min(SHEETS_MAX));
        sheets.extend(sheet(&mut workbook, name)?);
    }
    if sheets.is_empty() {
        return Err(SheetError::Empty);
    }
    Ok(Sheets { sheets, left_out: names.len().saturating_sub(SHEETS_MAX) })
}

/// Refuses what is no workbook, and what grows beyond all measure. What an archive says of its sizes need not be true: all
/// of it is unpacked once, to nowhere.
fn measure(bytes: &[u8]) -> Result<(), SheetError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let names: Vec<String> =
        archive.file_names().filter_map(|name| name.ok()).map(|name| name.to_lowercase()).collect();
    let has = |path: &str| names.iter().any(|name| name == path);
    if has("xl/workbook.bin") || has("content.xml") || has("index/document.iwa") {
        return Err(SheetError::OtherWorkbook);
    }
    if !names.iter().any(|name| name.starts_with("xl/")) {
        return Err(SheetError::NoTable);
    }
    let mut left = UNPACKED_MAX;
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).map_err(|error| broken(&error))?.take(left + 1);
        let size = io::copy(&mut file, &mut io::sink()).map_err(|error| broken(&error))?;
        left = left
            .checked_sub(size)
            .ok_or(SheetError::Unpacked { max_mb: (UNPACKED_MAX / (1024 * 1024)) as usize })?;
    }
    Ok(())
}

fn visible(workbook: &Workbook<'_>) -> Vec<String> {
    let is_seen = |sheet: &&calamine::Sheet| {
        sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet
    };
    workbook.sheets_metadata().iter().filter(is_seen).map(|sheet| sheet.name.clone()).collect()
}

/// A sheet, cell by cell: where a cell stands is never more than a number.
fn sheet(workbook: &mut Workbook<'_>, name: &str) -> Result<Option<Sheet>, SheetError> {
    let damaged = |error: XlsxError| SheetError::BrokenSheet {
        sheet: shortened(name),
        detail: shortened(&error.to_string()),
    };
    let mut cells = workbook.worksheet_cells_reader(name).map_err(damaged)?;
    let (mut grid, mut row) = (Grid::default(), (0, Vec::new()));
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        let (at, column) = cell.get_position();
        if at != row.0 {
            grid.push(&std::mem::take(&mut row.1));
            row.0 = at;
        }
        put(&mut row.1, column as usize, text(cell.get_value()));
    }
    grid.push(&row.1);
    Ok(grid.into_sheet(shortened(name)))
}

/// Puts a text into a row. Columns beyond those that are read are told apart no more: they only make the row longer.
fn put(row: &mut Vec<String>, column: usize, text: String) {
    // The widest sheet there can be: a workbook that claims more is not believed.
    const WIDEST: usize = 16_384;
    if text.is_empty() || column >= WIDEST {
        return;
    }
    if row.len() <= column {
        row.resize(column + 1, String::new());
    }
    let is_read = column < COLUMNS_MAX;
    if let Some(cell) = row.get_mut(column) {
        *cell = if is_read { text } else { ".".to_owned() };
    }
}

/// What a cell says, as programs write it.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(checked) => checked.to_string(),
        DataRef::DateTime(moment) => time(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        // What could not be computed says nothing.
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A day, a moment, or hours where there is no day.
fn time(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    // Fractions of days are not exact: half a second belongs to the next one, which a day's end never sees.
    let second = if milli >= 500 && second < 59 { second + 1 } else { second };
    if moment.is_duration() || (0.0..1.0).contains(&moment.as_f64()) {
        let hours = (moment.as_f64().clamp(0.0, 1e6) * 24.0 + 1e-6) as u32;
        return format!("{hours}:{minute:02}:{second:02}");
    }
    let day = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute, second) {
        (0, 0, 0) => day,
        _ => format!("{day}T{hour:02}:{minute:02}:{second:02}"),
    }
}

fn broken(error: &dyn std::fmt::Display) -> SheetError {
    SheetError::Broken { detail: shortened(&error.to_string()) }
}

fn shortened(text: &str) -> String {
    text.chars().take(DETAIL_MAX).collect()
}
