//! Sample rows as data: `{"id": …, "title": …}`, every property there.

use serde_json::{Number, Value as Scalar};
use shared::blueprint::SampleRow;
use shared::compute::Value;

use super::json::{Json, Object};
use super::model::{Item, Model, Property, Record};

/// Numbers up to here are whole to the digit.
const WHOLE_MAX: f64 = 9_007_199_254_740_992.0;

impl Model<'_> {
    /// `row` as data: null, false or an empty list where there is no value.
    pub(super) fn row(&self, record: &Record<'_>, row: &SampleRow) -> Object {
        let id = ("id".to_owned(), row.id.as_str().into());
        let cell = |property: &Property<'_>| (property.key.clone(), self.cell(property, row));
        std::iter::once(id).chain(record.properties.iter().map(cell)).collect()
    }

    /// The first sample rows of `record` that have all they must have, at most `count`.
    pub(super) fn examples(&self, record: &Record<'_>, count: usize) -> Vec<Object> {
        let is_whole = |row: &&SampleRow| {
            let mut required = record.properties.iter().filter(|property| property.is_required);
            required.all(|property| !self.cell(property, row).is_nothing())
        };
        let rows = record.table.sample_rows.iter().filter(is_whole).take(count);
        rows.map(|row| self.row(record, row)).collect()
    }

    fn cell(&self, property: &Property<'_>, row: &SampleRow) -> Json {
        let value = self.evaluator.value(&row.id, &property.field.id);
        let label = |item: &String| match &property.item {
            Item::Choice(..) => self.evaluator.label(property.field, &Value::Text(item.clone())).into(),
            _ => item.as_str().into(),
        };
        match &value {
            _ if property.is_list => Json::List(value.items().iter().map(label).collect()),
            Value::Empty if property.item == Item::Bool => false.into(),
            Value::Empty => Json::NULL,
            Value::Bool(checked) => (*checked).into(),
            Value::Number(number) => Json::Scalar(scalar(*number)),
            Value::Text(_) | Value::List(_) => value.items().first().map_or(Json::NULL, label),
            Value::Date(date) => date.to_string().into(),
            Value::Datetime(datetime) => datetime.format("%Y-%m-%dT%H:%M:%S%.fZ").to_string().into(),
        }
    }
}

/// A number as JSON; without a point where it is whole.
fn scalar(number: f64) -> Scalar {
    if number.fract() == 0.0 && number.abs() < WHOLE_MAX {
        #[expect(clippy::cast_possible_truncation, reason = "whole and small enough")]
        let whole = number as i64;
        return whole.into();
    }
    Number::from_f64(number).map_or(Scalar::Null, Scalar::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_have_no_point() {
        for (number, expected) in [(4.0, "4"), (-0.0, "0"), (0.25, "0.25"), (1e300, "1e+300")] {
            assert_eq!(scalar(number).to_string(), expected);
        }
    }
}
