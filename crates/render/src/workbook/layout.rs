//! Where everything stands in the workbook: sheets, columns, rows, and how formulas refer to them.

use std::collections::HashMap;

use chrono::NaiveDate;
use rust_xlsxwriter::utility::column_number_to_name;
use shared::blueprint::{Blueprint, Dashboard, Field, FieldId, FieldKind, Table, TableId};
use shared::compute::{Evaluator, Schema};
use shared::design::SAMPLE_TODAY;
use shared::words::Language;

use super::formula_text::{ROW, sheet_reference};
use super::jump::JUMP;
use super::name::Names;
use super::view_sheet::{ViewSheet, needs_sheet};
use crate::direction::{self, Direction};
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
    pub(super) help_sheet: String,
    pub(super) right_to_left: bool,
    /// Names of tables, which no other name may be.
    pub(super) table_names: Names,
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
    /// Its columns from the left.
    pub(super) columns: Vec<Place<'a>>,
    /// The last row of the table, counted from 1.
    pub(super) last_row: u32,
}

/// A column of a sheet, as it stands there.
pub(super) struct Place<'a> {
    pub(super) field: &'a Field,
    pub(super) header: String,
    /// Whether it holds no values of the field, but jumps to the rows that the column before it names.
    pub(super) is_jump: bool,
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
        let help_sheet = names.sheet(word(language, "sheet_help"));
        let dashboards =
            blueprint.dashboards.iter().map(|dashboard| (names.sheet(&dashboard.name), dashboard)).collect();
        let mut table_names = Names::default();
        let tables = blueprint.tables.iter();
        let sheets: Vec<_> =
            tables.map(|table| Sheet::new(blueprint, table, &mut names, &mut table_names)).collect();
        let views = views(blueprint, &mut names);
        Self {
            blueprint,
            evaluator: Evaluator::new(blueprint),
            today: blueprint.settings.sample_today.unwrap_or(SAMPLE_TODAY),
            start_sheet,
            lists_sheet,
            help_sheet,
            right_to_left: direction::of(blueprint) == Direction::RightToLeft,
            table_names,
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
        let field = sheet.columns.get(usize::from(*index))?.field;
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
    fn new(blueprint: &Blueprint, table: &'a Table, names: &mut Names, table_names: &mut Names) -> Self {
        let name = names.sheet(&table.name);
        let rows = u32::try_from(table.sample_rows.len()).unwrap_or(u32::MAX);
        Self {
            table,
            table_name: table_names.table(&name),
            name,
            columns: columns(blueprint, table),
            last_row: LAST_ROW_MIN.max(rows.saturating_add(SPARE_ROWS)),
        }
    }

    /// The columns that hold values, with their positions.
    pub(super) fn fields(&self) -> impl Iterator<Item = (u16, &Place<'a>)> + Clone {
        (0..).zip(&self.columns).filter(|(_, place)| !place.is_jump)
    }

    /// The position of its last column.
    pub(super) fn last_column(&self) -> u16 {
        u16::try_from(self.columns.len().saturating_sub(1)).unwrap_or(u16::MAX)
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

/// The title first, then the other fields in order; beside each relation a column that jumps.
fn columns<'a>(blueprint: &Blueprint, table: &'a Table) -> Vec<Place<'a>> {
    let mut fields: Vec<_> = table.fields.iter().collect();
    fields.sort_by_key(|field| !matches!(field.kind, FieldKind::Title));
    let mut headers = Names::default();
    let mut columns = Vec::new();
    for field in fields {
        columns.push(Place { field, header: headers.header(&field.name), is_jump: false });
        if matches!(&field.kind, FieldKind::Relation { table, .. } if blueprint.table(table).is_some()) {
            let header = headers.header(&format!("{JUMP} {}", field.name));
            columns.push(Place { field, header, is_jump: true });
        }
    }
    columns
}

fn places<'a>(sheets: &[Sheet<'a>]) -> HashMap<&'a FieldId, (usize, u16)> {
    let mut places = HashMap::new();
    for (position, sheet) in sheets.iter().enumerate() {
        for (index, place) in sheet.fields() {
            places.entry(&place.field.id).or_insert((position, index));
        }
    }
    places
}
