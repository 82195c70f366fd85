//! The workbook as data, for scripts that build it inside a spreadsheet: the same sheets, cells and formulas.

use rust_xlsxwriter::Color as Rgb;
use serde::Serialize;
use shared::blueprint::{Blueprint, Field, FieldKind};
use shared::compute::Value;

use super::formula_text::{day_serial, moment_serial};
use super::layout::{Book, Place, Sheet};
use super::legible::legible;
use super::lists::Lists;
use super::{column, computed, outline_dashboards, outline_views, style, table_sheet};
use crate::words::word;

/// Pixels of a character of the standard font, and what a cell adds around them.
const PIXELS_PER_CHARACTER: f64 = 7.0;
const PIXELS_AROUND: f64 = 5.0;

/// Everything a script has to build, sheet by sheet.
#[derive(Debug, Serialize)]
pub(crate) struct Outline {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) right_to_left: bool,
    pub(crate) ink: String,
    pub(crate) computed_ink: String,
    pub(crate) computed_ground: String,
    pub(crate) start: StartOutline,
    pub(crate) tables: Vec<TableOutline>,
    pub(crate) views: Vec<outline_views::ViewOutline>,
    pub(crate) dashboards: Vec<outline_dashboards::DashboardOutline>,
    pub(crate) lists: ListsOutline,
}

/// The first sheet: the day in B4, then lines below each other.
#[derive(Debug, Serialize)]
pub(crate) struct StartOutline {
    pub(crate) sheet: String,
    pub(crate) today: String,
    pub(crate) date_format: String,
    pub(crate) lines: Vec<super::start::Line>,
}

/// A table and its sheet: headers in the first row, rows below.
#[derive(Debug, Serialize)]
pub(crate) struct TableOutline {
    pub(crate) sheet: String,
    pub(crate) table: String,
    pub(crate) description: String,
    pub(crate) last_row: u32,
    pub(crate) columns: Vec<ColumnOutline>,
    /// Values row by row; nothing in computed columns and empty cells.
    pub(crate) rows: Vec<Vec<CellOutline>>,
}

/// A column of a table.
#[derive(Debug, Serialize)]
pub(crate) struct ColumnOutline {
    pub(crate) header: String,
    pub(crate) note: String,
    pub(crate) width: f64,
    pub(crate) wraps: bool,
    pub(crate) number_format: String,
    pub(crate) kind: ColumnKind,
    pub(crate) options: Vec<OptionOutline>,
    /// Cells of another sheet that hold the choices.
    pub(crate) choices: Option<String>,
    /// Whether nothing but a choice is taken.
    pub(crate) is_strict: bool,
    /// The highest number of a rating.
    pub(crate) max: Option<u8>,
    /// The formula of its cells, with [`super::formula_text::ROW`] for the number of their row.
    pub(crate) formula: Option<String>,
    /// Whether the formula works on whole columns cell by cell.
    pub(crate) is_array: bool,
}

/// What a column's cells take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ColumnKind {
    Title,
    Text,
    Number,
    Date,
    Checkbox,
    Choice,
    Row,
    Rating,
    Computed,
}

/// An option and its colours.
#[derive(Debug, Serialize)]
pub(crate) struct OptionOutline {
    pub(crate) name: String,
    pub(crate) ground: String,
    pub(crate) ink: String,
}

/// A cell's value; days and moments as spreadsheets count them.
#[derive(Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(crate) enum CellOutline {
    Empty(&'static str),
    Bool(bool),
    Number(f64),
    Text(String),
}

/// The options of all selects: a column a field, its header first.
#[derive(Debug, Serialize)]
pub(crate) struct ListsOutline {
    pub(crate) sheet: String,
    pub(crate) columns: Vec<Vec<String>>,
}

/// The outline of `blueprint`.
pub(crate) fn outline(blueprint: &Blueprint) -> Outline {
    let blueprint = &*legible(blueprint);
    let book = Book::new(blueprint);
    let lists = Lists::new(&book);
    Outline {
        name: blueprint.name.clone(),
        description: blueprint.description.clone(),
        right_to_left: book.right_to_left,
        ink: hex(style::INK),
        computed_ink: hex(style::COMPUTED_INK),
        computed_ground: hex(style::COMPUTED),
        start: StartOutline {
            sheet: book.start_sheet.clone(),
            today: word(book.language(), "start_today").to_owned(),
            date_format: style::date_format(blueprint.settings.date_format).to_owned(),
            lines: super::start::lines(&book),
        },
        tables: book.sheets.iter().map(|sheet| table(&book, &lists, sheet)).collect(),
        views: outline_views::views(&book),
        dashboards: outline_dashboards::dashboards(&book),
        lists: ListsOutline { sheet: book.lists_sheet.clone(), columns: lists.columns() },
    }
}

fn table(book: &Book<'_>, lists: &Lists<'_>, sheet: &Sheet<'_>) -> TableOutline {
    TableOutline {
        sheet: sheet.name.clone(),
        table: sheet.table_name.clone(),
        description: sheet.table.description.clone(),
        last_row: sheet.last_row,
        columns: sheet.columns.iter().map(|place| column_of(book, lists, sheet, place)).collect(),
        rows: sheet
            .table
            .sample_rows
            .iter()
            .map(|row| {
                let value = |place: &Place<'_>| book.evaluator.value(&row.id, &place.field.id);
                sheet.columns.iter().map(|place| cell(book, place, &value(place))).collect()
            })
            .collect(),
    }
}

fn column_of(book: &Book<'_>, lists: &Lists<'_>, sheet: &Sheet<'_>, place: &Place<'_>) -> ColumnOutline {
    let field = place.field;
    let formula = table_sheet::formula(book, sheet, place);
    let related = match &field.kind {
        FieldKind::Relation { table, .. } => book.sheet(table).map(Sheet::titles),
        _ => None,
    };
    let listed = lists.choices(&field.id).map(|choices| choices.range.clone());
    ColumnOutline {
        header: place.header.clone(),
        note: field.description.clone(),
        width: pixels(column::width(place)),
        wraps: matches!(field.kind, FieldKind::LongText),
        number_format: column::number_format(book, field).unwrap_or_else(|| text_format(book, field)),
        kind: if place.is_jump { ColumnKind::Computed } else { kind(book, field) },
        options: options(field),
        choices: related.or(listed),
        is_strict: matches!(field.kind, FieldKind::Select { .. }) || super::relation::is_one(field),
        max: if let FieldKind::Rating { max } = field.kind { Some(max) } else { None },
        is_array: formula.as_ref().is_some_and(|formula| formula.is_array),
        formula: formula.map(|formula| formula.text),
    }
}

/// The format of cells without numbers: text stays as it is typed, what is computed is shown as it comes.
fn text_format(book: &Book<'_>, field: &Field) -> String {
    let is_free = computed::is_computed(book, field) || matches!(field.kind, FieldKind::Checkbox);
    if is_free { "General" } else { "@" }.to_owned()
}

fn kind(book: &Book<'_>, field: &Field) -> ColumnKind {
    if computed::is_computed(book, field) {
        return ColumnKind::Computed;
    }
    match field.kind {
        FieldKind::Title => ColumnKind::Title,
        FieldKind::Number { .. } => ColumnKind::Number,
        FieldKind::Date | FieldKind::Datetime | FieldKind::CreatedAt | FieldKind::UpdatedAt => {
            ColumnKind::Date
        }
        FieldKind::Checkbox => ColumnKind::Checkbox,
        FieldKind::Select { .. } | FieldKind::MultiSelect { .. } => ColumnKind::Choice,
        FieldKind::Relation { .. } => ColumnKind::Row,
        FieldKind::Rating { .. } => ColumnKind::Rating,
        _ => ColumnKind::Text,
    }
}

pub(super) fn options(field: &Field) -> Vec<OptionOutline> {
    let option = |option: &shared::blueprint::SelectOption| {
        let shades = style::shades(option.color);
        OptionOutline { name: option.name.clone(), ground: hex(shades.back), ink: hex(shades.text) }
    };
    field.kind.options().iter().map(option).collect()
}

fn cell(book: &Book<'_>, place: &Place<'_>, value: &Value) -> CellOutline {
    let field = place.field;
    let serial = match value {
        _ if place.is_jump || computed::is_computed(book, field) => return CellOutline::Empty(""),
        Value::Empty => return CellOutline::Empty(""),
        Value::Bool(checked) => return CellOutline::Bool(*checked),
        Value::Number(number) => Some(*number),
        Value::Date(day) => day_serial(*day),
        Value::Datetime(moment) => moment_serial(*moment),
        Value::Text(_) | Value::List(_) => None,
    };
    serial.map_or_else(|| CellOutline::Text(book.evaluator.label(field, value)), CellOutline::Number)
}

/// A width in characters as pixels.
pub(super) fn pixels(characters: f64) -> f64 {
    characters * PIXELS_PER_CHARACTER + PIXELS_AROUND
}

/// A colour as `#RRGGBB`.
pub(super) fn hex(color: Rgb) -> String {
    match color {
        Rgb::RGB(rgb) => format!("#{rgb:06X}"),
        _ => "#000000".to_owned(),
    }
}
