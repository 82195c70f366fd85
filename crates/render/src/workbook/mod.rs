//! The workbook for Excel, LibreOffice and Google Sheets: a sheet a table, living formulas, real charts.
//!
//! Every formula is written with the result that [`shared::compute`] gives, so that previews which do not calculate
//! show the right numbers, and in a form that all three programs calculate alike.

mod axis;
mod chart;
mod column;
mod computed;
mod dashboard;
mod expected;
mod expression;
mod formula_text;
mod grid;
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
mod preview;
mod relation;
mod rollup;
mod start;
mod style;
mod table_sheet;
mod view_sheet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use shared::blueprint::Blueprint;

pub use expected::{ExpectedCell, expected_cells};

pub(crate) use formula_text::ROW;
pub(crate) use outline::outline;
pub(crate) use preview::preview;

use layout::Book;
use legible::legible;
use lists::Lists;

/// The workbook of `blueprint`, as the bytes of an xlsx file.
pub(crate) fn write(blueprint: &Blueprint) -> Result<Vec<u8>, XlsxError> {
    let blueprint = &*legible(blueprint);
    let book = Book::new(blueprint);
    let lists = Lists::new(&book);
    let mut workbook = Workbook::new();
    // A fixed time: the same blueprint gives the same bytes.
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(&blueprint.name).set_creation_datetime(&created));
    start::write(&book, workbook.add_worksheet())?;
    for (name, dashboard) in &book.dashboards {
        dashboard::write(&book, (name, dashboard), workbook.add_worksheet())?;
    }
    for sheet in &book.sheets {
        table_sheet::write(&book, &lists, sheet, workbook.add_worksheet())?;
    }
    for view in &book.views {
        view_sheet::write(&book, view, workbook.add_worksheet())?;
    }
    if lists.has_long() {
        lists.write(workbook.add_worksheet().set_name(&book.lists_sheet)?)?;
    }
    workbook.save_to_buffer()
}
