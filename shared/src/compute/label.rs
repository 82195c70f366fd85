//! Values as people read them, in the blueprint's language and date format.

use chrono::{NaiveDate, NaiveDateTime};

use super::formula::eval::round;
use super::{Evaluator, Schema, Value, WORDS};
use crate::answers::DateFormat;
use crate::blueprint::{Field, FieldId, FieldKind, NumberFormat, RollupFunction, RowId};
use crate::words::Language;

/// Decimals of [`NumberFormat::Decimal`].
const DECIMALS: usize = 2;
/// Rollups follow rollups at most this far when their format is looked for.
const FORMAT_HOPS: usize = 8;

impl Evaluator<'_> {
    /// What people read of a cell.
    pub fn cell_label(&self, row: &RowId, field: &FieldId) -> String {
        match self.schema().field(field) {
            Some((_, found)) => self.label(found, &self.value(row, field)),
            None => String::new(),
        }
    }

    /// What people read of a value of `field`: names of options and rows, formatted dates and numbers; empty for
    /// an empty value. Items of a list are joined by `, `.
    pub fn label(&self, field: &Field, value: &Value) -> String {
        match value {
            Value::Empty => String::new(),
            Value::Bool(checked) => self.word(if *checked { "yes" } else { "no" }).to_owned(),
            Value::Number(number) => self.number_label(field, *number),
            Value::Text(text) => self.item_label(field, text),
            Value::Date(date) => self.date_label(*date),
            Value::Datetime(datetime) => self.datetime_label(*datetime),
            Value::List(items) => {
                let labels: Vec<_> = items.iter().map(|item| self.item_label(field, item)).collect();
                labels.join(", ")
            }
        }
    }

    /// A day in the blueprint's date format.
    pub fn date_label(&self, date: NaiveDate) -> String {
        let format = match self.blueprint().settings.date_format {
            DateFormat::Iso => "%Y-%m-%d",
            DateFormat::DayFirst => "%d/%m/%Y",
            DateFormat::MonthFirst => "%m/%d/%Y",
            DateFormat::Dotted => "%d.%m.%Y",
        };
        date.format(format).to_string()
    }

    /// A day and a time (UTC) in the blueprint's date format.
    pub fn datetime_label(&self, datetime: NaiveDateTime) -> String {
        format!("{} {}", self.date_label(datetime.date()), datetime.format("%H:%M"))
    }

    pub(super) fn language(&self) -> Language {
        self.blueprint().settings.language
    }

    pub(super) fn word<'k>(&self, key: &'k str) -> &'k str {
        WORDS.get(self.language(), key)
    }

    /// The name of an option or a row; people and other texts as they are.
    pub(super) fn item_label(&self, field: &Field, item: &str) -> String {
        let name = match field.kind {
            FieldKind::Select { .. } | FieldKind::MultiSelect { .. } => {
                self.option_named(item).map(|option| option.name.as_str())
            }
            FieldKind::Relation { .. } => self.row(item).map(|(table, row)| table.label(row)),
            _ => None,
        };
        name.filter(|name| !name.is_empty()).unwrap_or(item).to_owned()
    }

    fn number_label(&self, field: &Field, number: f64) -> String {
        let separators = (self.word("thousands_separator"), self.word("decimal_separator"));
        match number_format(self.schema(), field) {
            Some(NumberFormat::Integer) => written(number, 0, separators),
            Some(NumberFormat::Decimal) => written(number, DECIMALS, separators),
            Some(NumberFormat::Percent) => {
                let number = written(number * 100.0, 0, separators);
                WORDS.fill(self.language(), "percent", &[("number", &number)])
            }
            None => {
                let text = written(number, DECIMALS, separators);
                let trimmed = text.trim_end_matches('0').trim_end_matches(separators.1);
                trimmed.to_owned()
            }
        }
    }
}

/// How the numbers of a field are shown; nothing where they take up to two decimals, as many as there are.
pub fn number_format(schema: &Schema<'_>, field: &Field) -> Option<NumberFormat> {
    let mut field = field;
    for _ in 0..FORMAT_HOPS {
        match &field.kind {
            FieldKind::Number { format } => return Some(*format),
            FieldKind::Rating { .. } => return Some(NumberFormat::Integer),
            FieldKind::Rollup { function: RollupFunction::Count, .. } => return Some(NumberFormat::Integer),
            FieldKind::Rollup { function: RollupFunction::PercentChecked, .. } => {
                return Some(NumberFormat::Percent);
            }
            FieldKind::Rollup { function, field: Some(over), .. } => {
                let (_, over) = schema.field(over)?;
                if *function == RollupFunction::Average {
                    return number_format_of_mean(over);
                }
                field = over;
            }
            _ => return None,
        }
    }
    None
}

/// A mean of percents is a percent; of others, it has the decimals it has.
fn number_format_of_mean(over: &Field) -> Option<NumberFormat> {
    match over.kind {
        FieldKind::Number { format: NumberFormat::Percent } => Some(NumberFormat::Percent),
        _ => None,
    }
}

/// A number with so many decimals and with separators for thousands and decimals.
fn written(number: f64, decimals: usize, (thousands, decimal): (&str, &str)) -> String {
    #[expect(clippy::cast_precision_loss, reason = "decimals are few")]
    let rounded = round(number, decimals as f64) + 0.0;
    let plain = format!("{:.decimals$}", rounded.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::from(if rounded < 0.0 { "-" } else { "" });
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push_str(thousands);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push_str(decimal);
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_with_separators() {
        let english = (",", ".");
        assert_eq!(written(1_234_567.891, 2, english), "1,234,567.89");
        assert_eq!(written(-1234.5, 2, (".", ",")), "-1.234,50");
        assert_eq!(written(-0.4, 0, english), "0");
        assert_eq!(written(999.5, 0, english), "1,000");
        assert_eq!(written(0.125, 2, english), "0.13");
    }
}
