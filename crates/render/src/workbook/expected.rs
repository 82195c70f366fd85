//! What every computed cell of a workbook must show, by [`shared::compute`]: for checks with other programs.

use rust_xlsxwriter::utility::row_col_to_cell;
use shared::blueprint::{Blueprint, Dashboard, Field};
use shared::compute::{GroupKey, Value};

use super::dashboard::{self, NUMBERS};
use super::formula_text::day_serial;
use super::layout::{Book, Sheet};
use super::legible::legible;
use super::{computed, view_sheet};

/// What a cell must show.
#[derive(Clone, Debug, PartialEq)]
pub struct ExpectedCell {
    /// Name of the sheet.
    pub sheet: String,
    /// Address, such as `C5`.
    pub cell: String,
    /// What it must show: a number as such, texts as such, empty for nothing. Days are serial numbers.
    pub value: String,
    /// Whether `value` is a number.
    pub is_number: bool,
}

impl ExpectedCell {
    pub(super) fn new(book: &Book<'_>, sheet: &str, cell: String, field: &Field, value: &Value) -> Self {
        Self {
            sheet: sheet.to_owned(),
            cell,
            value: computed::result(book, field, value),
            is_number: matches!(value, Value::Number(_) | Value::Date(_) | Value::Datetime(_)),
        }
    }
}

/// Every rollup, formula and derived relation of sample rows, every cell of a view, and every number and day of dashboards, as they are
/// on the blueprint's sample day.
pub fn expected_cells(blueprint: &Blueprint) -> Vec<ExpectedCell> {
    let blueprint = legible(blueprint);
    let book = Book::new(&blueprint);
    let mut cells = Vec::new();
    for sheet in &book.sheets {
        computed_cells(&book, sheet, &mut cells);
    }
    for view in &book.views {
        view_sheet::expected(&book, view, &mut cells);
    }
    for (name, dashboard) in &book.dashboards {
        dashboard_cells(&book, (name, dashboard), &mut cells);
    }
    cells
}

fn computed_cells(book: &Book<'_>, sheet: &Sheet<'_>, cells: &mut Vec<ExpectedCell>) {
    for (column, field) in sheet.fields().map(|(column, place)| (column, place.field)) {
        if computed::formula(book, sheet, field).is_none() {
            continue;
        }
        for (row, sample) in (1..).zip(&sheet.table.sample_rows) {
            let value = book.evaluator.value(&sample.id, &field.id);
            cells.push(ExpectedCell::new(book, &sheet.name, row_col_to_cell(row, column), field, &value));
        }
    }
}

fn dashboard_cells(book: &Book<'_>, (name, dashboard): (&str, &Dashboard), cells: &mut Vec<ExpectedCell>) {
    let mut add = |row, column, number: f64| {
        let cell = row_col_to_cell(row, column);
        cells.push(ExpectedCell { sheet: name.to_owned(), cell, value: number.to_string(), is_number: true });
    };
    for placed in dashboard::placed(book, dashboard) {
        let first = placed.area().first;
        for (row, key) in (first..).zip(&placed.data.x_keys) {
            if let GroupKey::Day(day) = key {
                add(row, NUMBERS - 1, day_serial(*day).unwrap_or_default());
            }
        }
        for (column, line) in (NUMBERS..).zip(&placed.data.values) {
            for (row, value) in (first..).zip(line) {
                add(row, column, *value);
            }
        }
    }
}
