//! Cells that compute themselves: rollups, formulas, and relations seen from their other side.

use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};
use shared::blueprint::{Field, FieldKind};
use shared::compute::Value;

use super::cells::Shown;
use super::formula_text::{day_serial, moment_serial};
use super::layout::{Book, Sheet, title_cell};
use super::name::{TEXT_MAX, shorten};
use super::relation::Link;
use super::{expression, rollup};

/// The formula of a column and how it is entered.
pub(super) struct Computed {
    pub(super) text: String,
    /// Whether it works on whole columns cell by cell.
    pub(super) is_array: bool,
}

impl Computed {
    /// A formula of single values.
    pub(super) fn plain(text: String) -> Self {
        Self { text, is_array: false }
    }

    /// A formula that works on whole columns cell by cell.
    pub(super) fn array(text: String) -> Self {
        Self { text, is_array: true }
    }

    /// The same, empty in rows without a title.
    fn only_with_title(self) -> Self {
        let title = title_cell();
        Self { text: format!("IF({title}=\"\",\"\",{})", self.text), ..self }
    }

    /// Writes it into the last row of a block, for all of its rows.
    pub(super) fn write(
        &self,
        worksheet: &mut Worksheet,
        (row, column): (u32, u16),
        format: &Format,
    ) -> Result<(), XlsxError> {
        let formula = Formula::new(&self.text);
        if self.is_array {
            worksheet.write_array_formula_with_format(row, column, row, column, formula, format)?;
        } else {
            worksheet.write_formula_with_format(row, column, formula, format)?;
        }
        Ok(())
    }
}

/// Whether cells of `field` hold formulas.
pub(super) fn is_computed(book: &Book<'_>, field: &Field) -> bool {
    field.kind.is_computed() || Link::new(book, field).is_some_and(|link| link.is_derived)
}

/// The formula of a field's cells; nothing for a field that cannot be computed.
pub(super) fn formula(book: &Book<'_>, sheet: &Sheet<'_>, field: &Field) -> Option<Computed> {
    let computed = match &field.kind {
        FieldKind::Rollup { .. } => rollup::formula(book, field),
        FieldKind::Formula { .. } => expression::formula(book, sheet, field),
        FieldKind::Relation { .. } => {
            let link = Link::new(book, field).filter(|link| link.is_derived)?;
            Some(Computed::array(link.list()))
        }
        _ => None,
    }?;
    Some(computed.only_with_title())
}

/// What a cell shows of a value.
pub(super) fn shown(book: &Book<'_>, field: &Field, value: &Value) -> Shown {
    let serial = match value {
        Value::Empty => return Shown::Nothing,
        Value::Bool(checked) => return Shown::Bool(*checked),
        Value::Number(number) => Some(*number),
        Value::Date(day) => day_serial(*day),
        Value::Datetime(moment) => moment_serial(*moment),
        Value::Text(_) | Value::List(_) => {
            let text = match (value, &field.kind) {
                (Value::Text(text), FieldKind::Formula { .. }) => text.clone(),
                _ => book.evaluator.label(field, value),
            };
            return Shown::Text(shorten(&text, TEXT_MAX));
        }
    };
    serial.map_or(Shown::Nothing, Shown::Number)
}

/// A value as the result of a formula.
pub(super) fn result(book: &Book<'_>, field: &Field, value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Bool(checked) => if *checked { "TRUE" } else { "FALSE" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Date(day) => day_serial(*day).map_or_else(String::new, |serial| serial.to_string()),
        Value::Datetime(moment) => {
            moment_serial(*moment).map_or_else(String::new, |serial| serial.to_string())
        }
        Value::Text(text) if matches!(field.kind, FieldKind::Formula { .. }) => safe(text),
        Value::Text(_) | Value::List(_) => safe(&book.evaluator.label(field, value)),
    }
}

/// Texts that read like numbers which no spreadsheet can hold would break the file.
fn safe(text: &str) -> String {
    match text.parse::<f64>() {
        Ok(number) if !number.is_finite() => String::new(),
        _ => text.to_owned(),
    }
}
