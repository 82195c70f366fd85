//! The cells of rows.

use shared::blueprint::{Field, FieldKind, NumberFormat, SampleRow};
use shared::compute::{Evaluator, Value, number_format};

use super::{Cell, Form, RowNames};

/// Makes the cells of a blueprint's rows: computed values as values, options by name, related rows as [`RowNames`] calls
/// them, the rest as [`Form`] says.
#[derive(Debug)]
pub(crate) struct CellTexts<'a> {
    evaluator: &'a Evaluator<'a>,
    names: RowNames<'a>,
    form: Form,
}

impl<'a> CellTexts<'a> {
    /// Cells of the rows that `evaluator` computes.
    pub(crate) fn new(evaluator: &'a Evaluator<'a>, names: RowNames<'a>, form: Form) -> Self {
        Self { evaluator, names, form }
    }

    /// The cell of `row` in the column of `field`.
    pub(crate) fn cell(&self, row: &SampleRow, field: &Field) -> Cell {
        if let (FieldKind::Title, Some(title)) = (&field.kind, self.names.title(row)) {
            return Cell::text(title);
        }
        match self.evaluator.value(&row.id, &field.id) {
            Value::Empty => Cell::Empty,
            Value::Bool(true) => Cell::Plain(self.form.checked.to_owned()),
            Value::Bool(false) => Cell::Plain(self.form.unchecked.to_owned()),
            Value::Number(number) => self.number(field, number),
            Value::Text(text) => Cell::text(self.item(field, &text)),
            Value::Date(date) => Cell::Plain(date.format(self.form.date).to_string()),
            Value::Datetime(datetime) => Cell::Plain(datetime.format(self.form.datetime).to_string()),
            Value::List(items) => Cell::text((self.form.list)(&self.items(field, &items))),
        }
    }

    /// What a row is called in cells of other rows.
    pub(crate) fn names(&self) -> &RowNames<'a> {
        &self.names
    }

    /// The names of the items of a row's list, for those who want them one by one; a text is its own only item.
    pub(crate) fn list(&self, row: &SampleRow, field: &Field) -> Vec<String> {
        self.items(field, self.evaluator.value(&row.id, &field.id).items())
    }

    fn items(&self, field: &Field, items: &[String]) -> Vec<String> {
        items.iter().map(|item| self.item(field, item)).collect()
    }

    fn item(&self, field: &Field, item: &str) -> String {
        match field.kind {
            FieldKind::Relation { .. } => self.names.name(item).to_owned(),
            _ => self.evaluator.label(field, &Value::Text(item.to_owned())),
        }
    }

    fn number(&self, field: &Field, number: f64) -> Cell {
        let is_share = number_format(self.evaluator.schema(), field) == Some(NumberFormat::Percent);
        if self.form.percent_signs && is_share {
            // Twelve digits hide what binary fractions add: 0.07 times 100 is 7.000000000000001.
            let hundredths = (number * 1e14).round() / 1e12;
            Cell::Plain(format!("{}%", hundredths + 0.0))
        } else {
            Cell::number(number)
        }
    }
}
