//! Dropdowns: every list of options stands on a sheet, a column a field, so that changing it there changes it
//! everywhere.

use std::collections::HashMap;

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{Note, Worksheet, XlsxError};
use shared::blueprint::{Field, FieldId};

use super::formula_text::sheet_reference;
use super::layout::Book;
use super::name::one_line;
use super::{page, style};
use crate::words::word;

/// Width of its columns.
const WIDTH: f64 = 26.0;
/// Size of its note in pixels.
const NOTE_WIDTH: u32 = 300;
const NOTE_HEIGHT: u32 = 130;

/// Where a dropdown takes its choices from.
pub(super) struct Choices {
    /// Cells of the sheet of lists.
    pub(super) range: String,
}

/// The dropdowns of a workbook.
pub(super) struct Lists<'a> {
    choices: HashMap<&'a FieldId, Choices>,
    /// Fields with options and the tables they are in.
    fields: Vec<(&'a str, &'a Field)>,
}

impl<'a> Lists<'a> {
    pub(super) fn new(book: &Book<'a>) -> Self {
        let mut lists = Self { choices: HashMap::new(), fields: Vec::new() };
        for table in &book.blueprint.tables {
            for field in table.fields.iter().filter(|field| !field.kind.options().is_empty()) {
                lists.add(book, &table.name, field);
            }
        }
        lists
    }

    fn add(&mut self, book: &Book<'_>, table: &'a str, field: &'a Field) {
        let letters = column_number_to_name(u16::try_from(self.fields.len()).unwrap_or(u16::MAX));
        let last = field.kind.options().len() + 1;
        let range = format!("{}${letters}$2:${letters}${last}", sheet_reference(&book.lists_sheet));
        self.fields.push((table, field));
        self.choices.insert(&field.id, Choices { range });
    }

    pub(super) fn choices(&self, field: &FieldId) -> Option<&Choices> {
        self.choices.get(field)
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// The columns of the sheet of lists, each from its header down.
    pub(super) fn columns(&self) -> Vec<Vec<String>> {
        let column = |(table, field): &(&str, &Field)| {
            let names = field.kind.options().iter().map(|option| option.name.clone());
            [one_line(&format!("{table}: {}", field.name))].into_iter().chain(names).collect()
        };
        self.fields.iter().map(column).collect()
    }

    /// Writes the sheet of lists.
    pub(super) fn write(&self, book: &Book<'_>, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
        worksheet.set_name(&book.lists_sheet)?.set_freeze_panes(1, 0)?;
        let how = Note::new(word(book.language(), "lists_how")).add_author_prefix(false).set_author("-");
        worksheet.insert_note(0, 0, &how.set_width(NOTE_WIDTH).set_height(NOTE_HEIGHT))?;
        for (column, names) in (0..).zip(self.columns()) {
            worksheet.set_column_width(column, WIDTH)?;
            for (row, name) in (0..).zip(names) {
                let format = if row == 0 { style::header() } else { style::cell().set_num_format("@") };
                worksheet.write_string_with_format(row, column, name, &format)?;
            }
        }
        page::set_up(book, worksheet, Some(0))
    }
}
