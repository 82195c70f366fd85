//! The sheets of views as data.

use serde::Serialize;

use super::formula_text::ROW;
use super::jump::JUMP;
use super::layout::{Book, Sheet};
use super::outline::{OptionOutline, options};
use super::view_sheet::{self, HEADER, LAST, ViewSheet};
use super::{column, style};
use shared::blueprint::FieldKind;

/// A view and its sheet: title, description, link to the table, headers, then rows by formulas.
#[derive(Debug, Serialize)]
pub(crate) struct ViewOutline {
    pub(crate) sheet: String,
    pub(crate) title: String,
    pub(crate) about: String,
    /// The sheet of its table.
    pub(crate) table: String,
    /// The row of the headers, counted from 1.
    pub(crate) header_row: u32,
    /// The last row that shows rows, counted from 1.
    pub(crate) last_row: u32,
    pub(crate) tab: String,
    pub(crate) columns: Vec<ViewColumnOutline>,
    /// Formulas of the two hidden columns to the right: where each row of the table stands in the view's order, and
    /// which row comes first, second, … in the view.
    pub(crate) places: String,
    pub(crate) positions: String,
}

/// A column of a view's sheet.
#[derive(Debug, Serialize)]
pub(crate) struct ViewColumnOutline {
    pub(crate) header: String,
    pub(crate) width: f64,
    pub(crate) wraps: bool,
    pub(crate) number_format: String,
    pub(crate) options: Vec<OptionOutline>,
    /// The formula in its first cell, which fills the cells below; or one with [`super::ROW`] for each cell.
    pub(crate) formula: String,
}

/// The sheets of all views that have one.
pub(super) fn views(book: &Book<'_>) -> Vec<ViewOutline> {
    book.views.iter().filter_map(|view| outline(book, view)).collect()
}

fn outline(book: &Book<'_>, of: &ViewSheet<'_>) -> Option<ViewOutline> {
    let sheet = book.sheets.get(of.table)?;
    let columns = view_sheet::columns(book, sheet, of.view);
    let helper = view_sheet::column_at(columns.len());
    let column = |column: &super::layout::Column<'_, '_>| ViewColumnOutline {
        header: column.field.name.clone(),
        width: super::outline::pixels(column::width_of(column.field, &column.field.name)),
        wraps: matches!(column.field.kind, FieldKind::LongText),
        number_format: column::number_format(book, column.field).unwrap_or_else(|| "General".to_owned()),
        options: if matches!(column.field.kind, FieldKind::Select { .. }) {
            options(column.field)
        } else {
            Vec::new()
        },
        formula: view_sheet::formula(column, helper + 1),
    };
    let mut columns: Vec<_> = columns.iter().map(column).collect();
    columns.insert(usize::from(view_sheet::JUMPS).min(columns.len()), arrows(sheet, helper + 1));
    Some(ViewOutline {
        sheet: of.name.clone(),
        title: of.view.name.clone(),
        about: view_sheet::about(book, sheet, of.view),
        table: sheet.name.clone(),
        header_row: HEADER + 1,
        last_row: LAST + 1,
        tab: super::outline::hex(style::VIEW_TAB),
        columns,
        places: view_sheet::places(book, sheet, of.view),
        positions: view_sheet::positions(sheet, helper),
    })
}

/// The column of arrows that jump to the rows themselves.
fn arrows(sheet: &Sheet<'_>, positions: u16) -> ViewColumnOutline {
    ViewColumnOutline {
        header: JUMP.to_owned(),
        width: super::outline::pixels(column::JUMP_WIDTH),
        wraps: false,
        number_format: "General".to_owned(),
        options: Vec::new(),
        formula: view_sheet::jump(sheet, positions, &ROW.to_string()),
    }
}
