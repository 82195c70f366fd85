//! Where everything stands in the workbook: sheets, columns, rows, and how formulas refer to them.

use std::collections::HashMap;

use chrono::NaiveDate;
use rust_xlsxwriter::utility::column_number_to_name;
use shared::blueprint::{Blueprint, Dashboard, Field, FieldId, FieldKind, Table, TableId};
use shared::compute::{Evaluator, Schema};
use shared::design::SAMPLE_TODAY;
use shared::words::Language;

use super::formula_text::{ROW, sheet_reference};
use super::name::Names;
use super::view_sheet::{ViewSheet, needs_sheet};
use crate::words::word;

/// Tables reach at least to this row, so that people find formulas and dropdowns in the rows they add.
const LAST_ROW_MIN: u32 = 1_000;
/// Empty rows below the sample rows of a table, however many those are.
const SPARE_ROWS: u32 = 500;

/// A workbook on the drawing board.
pub(super) struct Book<'a> {
    pub(super) blueprint: &'a Blueprint,
    pub(super) evaluator: Evaluator<'a>,
    pub(super) today: NaiveDate,
    pub(super) start_sheet: String,
    pub(super) lists_sheet: String,
    pub(super) dashboards: Vec<(String, &'a Dashboard)>,
    pub(super) sheets: Vec<Sheet<'a>>,
    pub(super) views: Vec<ViewSheet<'a>>,
    places: HashMap<&'a FieldId, (usize, u16)>,
}

/// A table and the sheet it stands on: headers in the first row, the title in the first column.
pub(super) struct Sheet<'a> {
    pub(super) table: &'a Table,
    pub(super) name: String,
    /// Name of the spreadsheet table over its cells.
    pub(super) table_name: String,
    /// Fields in the order of their columns.
    pub(super) fields: Vec<&'a Field>,
    /// Headers in the order of their columns.
    pub(super) headers: Vec<String>,
    /// The last row of the table, counted from 1.
    pub(super) last_row: u32,
}

/// A column of a sheet.
#[derive(Clone, Copy)]
pub(super) struct Column<'b, 'a> {
    pub(super) sheet: &'b Sheet<'a>,
    pub(super) field: &'a Field,
    index: u16,
}

impl<'a> Book<'a> {
    pub(super) fn new(blueprint: &'a Blueprint) -> Self {
        let language = blueprint.settings.language;
        let mut names = Names::default();
        let start_sheet = names.sheet(word(language, "sheet_start"));
        let lists_sheet = names.sheet(word(language, "sheet_lists"));
        let dashboards =
            blueprint.dashboards.iter().map(|dashboard| (names.sheet(&dashboard.name), dashboard)).collect();
        let mut table_names = Names::default();
        let sheets: Vec<_> =
            blueprint.tables.iter().map(|table| Sheet::new(table, &mut names, &mut table_names)).collect();
        let views = views(blueprint, &mut names);
        Self {
            blueprint,
            evaluator: Evaluator::new(blueprint),
            today: blueprint.settings.sample_today.unwrap_or(SAMPLE_TODAY),
            start_sheet,
            lists_sheet,
            dashboards,
            places: places(&sheets),
            sheets,
            views,
        }
    }

    pub(super) fn language(&self) -> Language {
        self.blueprint.settings.language
    }

    pub(super) fn schema(&self) -> &Schema<'a> {
        self.evaluator.schema()
    }

    pub(super) fn sheet(&self, table: &TableId) -> Option<&Sheet<'a>> {
        self.sheets.iter().find(|sheet| sheet.table.id == *table)
    }

    pub(super) fn column(&self, field: &FieldId) -> Option<Column<'_, 'a>> {
        let (sheet, index) = self.places.get(field)?;
        let sheet = self.sheets.get(*sheet)?;
        let field = sheet.fields.get(usize::from(*index))?;
        Some(Column { sheet, field, index: *index })
    }

    /// The column of a field, if it stands on this sheet.
    pub(super) fn column_of(&self, sheet: &Sheet<'_>, field: &FieldId) -> Option<Column<'_, 'a>> {
        self.column(field).filter(|column| column.sheet.table.id == sheet.table.id)
    }

    /// The cell that holds the day which everything relative is counted from.
    pub(super) fn today_cell(&self) -> String {
        format!("{}$B$4", sheet_reference(&self.start_sheet))
    }
}

impl<'a> Sheet<'a> {
    fn new(table: &'a Table, names: &mut Names, table_names: &mut Names) -> Self {
        let name = names.sheet(&table.name);
        let mut fields: Vec<_> = table.fields.iter().collect();
        fields.sort_by_key(|field| !matches!(field.kind, FieldKind::Title));
        let mut headers = Names::default();
        let rows = u32::try_from(table.sample_rows.len()).unwrap_or(u32::MAX);
        Self {
            table,
            table_name: table_names.table(&name),
            name,
            headers: fields.iter().map(|field| headers.header(&field.name)).collect(),
            fields,
            last_row: LAST_ROW_MIN.max(rows.saturating_add(SPARE_ROWS)),
        }
    }

    /// The column of titles.
    pub(super) fn titles(&self) -> String {
        self.range(0)
    }

    /// The cells of a column below its header, as formulas of any sheet refer to them.
    fn range(&self, index: u16) -> String {
        let letters = column_number_to_name(index);
        format!("{}${letters}$2:${letters}${}", sheet_reference(&self.name), self.last_row)
    }
}

/// The title of a formula's own row.
pub(super) fn title_cell() -> String {
    format!("$A{ROW}")
}

impl Column<'_, '_> {
    /// The cells below its header, as formulas of any sheet refer to them.
    pub(super) fn range(&self) -> String {
        self.sheet.range(self.index)
    }

    /// The cell in a formula's own row.
    pub(super) fn cell(&self) -> String {
        format!("${}{ROW}", column_number_to_name(self.index))
    }
}

fn views<'a>(blueprint: &'a Blueprint, names: &mut Names) -> Vec<ViewSheet<'a>> {
    let mut views = Vec::new();
    for (position, table) in blueprint.tables.iter().enumerate() {
        let needed = table.views.iter().filter(|view| needs_sheet(view, &table.views));
        views.extend(needed.map(|view| ViewSheet { name: names.sheet(&view.name), view, table: position }));
    }
    views
}

fn places<'a>(sheets: &[Sheet<'a>]) -> HashMap<&'a FieldId, (usize, u16)> {
    let mut places = HashMap::new();
    for (position, sheet) in sheets.iter().enumerate() {
        for (index, field) in (0..).zip(&sheet.fields) {
            places.entry(&field.id).or_insert((position, index));
        }
    }
    places
}
