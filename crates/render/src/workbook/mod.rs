//! The workbook for Excel, LibreOffice and Google Sheets: a sheet a table, living formulas, real charts.
//!
//! Every formula is written with the result that [`shared::compute`] gives, so that previews which do not calculate
//! show the right numbers, and in a form that all three programs calculate alike.

mod axis;
mod cells;
mod chart;
mod column;
mod computed;
mod dashboard;
mod defined;
mod expected;
mod expression;
mod formula_text;
mod grid;
mod guard;
mod help_sheet;
mod jump;
mod layout;
mod legible;
mod lists;
mod mask;
mod measure;
mod name;
mod order;
mod outline;
mod outline_dashboards;
mod outline_views;
mod page;
mod preview;
mod relation;
mod rollup;
mod start;
mod style;
mod table_sheet;
mod unroll;
mod view_sheet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use shared::blueprint::Blueprint;

pub use expected::{ExpectedCell, expected_cells};

pub(crate) use formula_text::ROW;
pub(crate) use outline::outline;
pub(crate) use preview::preview;

use layout::Book;
use legible::legible;
use unroll::{Unrolled, unroll};

use crate::{Progress, RenderError};
use lists::Lists;

/// The workbook of `blueprint`, as the bytes of an xlsx file; `progress` hears of every sheet.
pub(crate) fn write(blueprint: &Blueprint, progress: Progress<'_>) -> Result<Vec<u8>, RenderError> {
    let blueprint = &*legible(blueprint);
    let book = Book::new(blueprint);
    let (packed, sheets) = pack(&book)?;
    unroll(packed, &sheets, |done| progress.report(done, sheets.len()))
}

/// The workbook with rows that are alike left out, and what is left out of each of its sheets.
fn pack<'b>(book: &'b Book<'_>) -> Result<(Vec<u8>, Vec<Unrolled<'b>>), XlsxError> {
    let lists = Lists::new(book);
    let mut workbook = Workbook::new();
    // A fixed time: the same blueprint gives the same bytes.
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    let properties = DocProperties::new().set_title(&book.blueprint.name).set_creation_datetime(&created);
    workbook.set_properties(&properties);
    start::write(book, workbook.add_worksheet())?;
    let mut sheets = vec![Unrolled::default()];
    for (name, dashboard) in &book.dashboards {
        dashboard::write(book, (name, dashboard), workbook.add_worksheet())?;
        sheets.push(Unrolled::default());
    }
    for sheet in &book.sheets {
        sheets.push(table_sheet::write(book, &lists, sheet, workbook.add_worksheet())?);
    }
    for view in &book.views {
        sheets.push(view_sheet::write(book, view, workbook.add_worksheet())?);
    }
    help_sheet::write(book, workbook.add_worksheet())?;
    if !lists.is_empty() {
        lists.write(book, workbook.add_worksheet())?;
    }
    defined::write(book, &lists, book.table_names.clone(), &mut workbook)?;
    Ok((workbook.save_to_buffer()?, sheets))
}
