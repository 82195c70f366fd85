//! Dropdowns: short ones inside the column's rule, long ones as a range of a hidden sheet.

use std::collections::HashMap;

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{Worksheet, XlsxError};
use shared::blueprint::{Field, FieldId};

use super::formula_text::sheet_reference;
use super::layout::{Book, Sheet};
use super::style;

/// Longest list inside a rule, in UTF-16 units with its commas: Excel's limit.
const INLINE_MAX: usize = 255;

/// Where a dropdown takes its choices from.
pub(super) enum Choices {
    /// These names.
    Inline(Vec<String>),
    /// These cells.
    Range(String),
}

/// The dropdowns of a workbook.
pub(super) struct Lists<'a> {
    choices: HashMap<&'a FieldId, Choices>,
    long: Vec<&'a Field>,
}

impl<'a> Lists<'a> {
    pub(super) fn new(book: &Book<'a>) -> Self {
        let mut lists = Self { choices: HashMap::new(), long: Vec::new() };
        for field in book.sheets.iter().flat_map(Sheet::fields).map(|(_, place)| place.field) {
            if !field.kind.options().is_empty() {
                lists.add(book, field);
            }
        }
        lists
    }

    fn add(&mut self, book: &Book<'_>, field: &'a Field) {
        let names: Vec<_> = field.kind.options().iter().map(|option| option.name.clone()).collect();
        let choices = if fits_inline(&names) {
            Choices::Inline(names)
        } else {
            let letters = column_number_to_name(u16::try_from(self.long.len()).unwrap_or(u16::MAX));
            let last = names.len() + 1;
            self.long.push(field);
            Choices::Range(format!("{}${letters}$2:${letters}${last}", sheet_reference(&book.lists_sheet)))
        };
        self.choices.insert(&field.id, choices);
    }

    pub(super) fn choices(&self, field: &FieldId) -> Option<&Choices> {
        self.choices.get(field)
    }

    /// Whether the hidden sheet is needed.
    pub(super) fn has_long(&self) -> bool {
        !self.long.is_empty()
    }

    /// The columns of the hidden sheet, each from its header down.
    pub(super) fn columns(&self) -> Vec<Vec<String>> {
        let column = |field: &&Field| {
            let names = field.kind.options().iter().map(|option| option.name.clone());
            [field.name.clone()].into_iter().chain(names).collect()
        };
        self.long.iter().map(column).collect()
    }

    /// Writes the hidden sheet.
    pub(super) fn write(&self, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (column, field) in (0..).zip(&self.long) {
            worksheet.write_string_with_format(0, column, &field.name, &style::grid_header())?;
            for (row, option) in (1..).zip(field.kind.options()) {
                worksheet.write_string(row, column, &option.name)?;
            }
        }
        worksheet.set_hidden(true);
        Ok(())
    }
}

/// Commas part the names inside a rule, and spaces at their ends are lost.
fn fits_inline(names: &[String]) -> bool {
    let length: usize = names.iter().map(|name| name.encode_utf16().count() + 1).sum();
    let plain = |name: &String| !name.is_empty() && !name.contains([',', '"']) && name.trim() == name;
    length <= INLINE_MAX && names.iter().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_and_names_with_commas_do_not_fit_inline() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert!(fits_inline(&names(&["Active", "On-Hold"])));
        assert!(!fits_inline(&names(&["Bread, butter"])));
        assert!(!fits_inline(&names(&[" Active"])));
        assert!(!fits_inline(&["x".repeat(200), "y".repeat(60)]));
    }
}
