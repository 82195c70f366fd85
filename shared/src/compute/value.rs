//! The value of a cell, and how a stored one is read.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};

use crate::blueprint::{CellValue, FieldKind};

/// The value of a cell, stored or computed, read by its field's kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Yes or no.
    Bool(bool),
    /// A finite number.
    Number(f64),
    /// Text; of a select, the option's id.
    Text(String),
    /// A day.
    Date(NaiveDate),
    /// A day and a time, UTC.
    Datetime(NaiveDateTime),
    /// Option ids, row ids or people.
    List(Vec<String>),
}

impl Value {
    /// Reads a stored cell by the kind of its field; nothing when it has another form.
    ///
    /// Auto ids are read as their bare number, and computed fields have no stored form.
    pub fn read(kind: &FieldKind, cell: &CellValue) -> Option<Self> {
        match (kind, cell) {
            (FieldKind::Rollup { .. } | FieldKind::Formula { .. }, _) => None,
            (FieldKind::Date, CellValue::Text(text)) if !text.is_empty() => date(text).map(Self::Date),
            (FieldKind::Datetime | FieldKind::CreatedAt | FieldKind::UpdatedAt, CellValue::Text(text))
                if !text.is_empty() =>
            {
                datetime(text).map(Self::Datetime)
            }
            (FieldKind::Number { .. } | FieldKind::Rating { .. } | FieldKind::AutoId { .. }, cell) => {
                cell.number().filter(|number| number.is_finite()).map(Self::Number)
            }
            (FieldKind::Checkbox, CellValue::Bool(checked)) => Some(Self::Bool(*checked)),
            (FieldKind::Checkbox, _) => None,
            (
                FieldKind::MultiSelect { .. } | FieldKind::Relation { .. } | FieldKind::Person { .. },
                CellValue::List(items),
            ) => Some(Self::list(items.clone())),
            (FieldKind::MultiSelect { .. } | FieldKind::Relation { .. } | FieldKind::Person { .. }, _) => {
                None
            }
            (_, CellValue::Text(text)) => Some(Self::text(text.clone())),
            _ => None,
        }
    }

    /// Text, [`Value::Empty`] for none.
    pub fn text(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A list, [`Value::Empty`] for one without items.
    pub fn list(items: Vec<String>) -> Self {
        if items.is_empty() { Self::Empty } else { Self::List(items) }
    }

    /// A number, [`Value::Empty`] for one that is not finite.
    pub fn finite(number: f64) -> Self {
        if number.is_finite() { Self::Number(number) } else { Self::Empty }
    }

    /// Whether it is nothing.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// The number, if it is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The day, if it is a date or a time.
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => Some(*date),
            Self::Datetime(datetime) => Some(datetime.date()),
            _ => None,
        }
    }

    /// The moment, if it is a date or a time; a date stands for its midnight.
    pub fn moment(&self) -> Option<NaiveDateTime> {
        match self {
            Self::Date(date) => Some(date.and_time(NaiveTime::MIN)),
            Self::Datetime(datetime) => Some(*datetime),
            _ => None,
        }
    }

    /// The items of a list, the text itself of a text, nothing of other values.
    pub fn items(&self) -> &[String] {
        match self {
            Self::List(items) => items,
            Self::Text(text) => std::slice::from_ref(text),
            _ => &[],
        }
    }
}

/// A day such as `2026-03-20`.
pub(crate) fn date(text: &str) -> Option<NaiveDate> {
    if text.len() != "2026-03-20".len() {
        return None;
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}

/// A moment such as `2026-03-20T09:30:00Z`; other offsets are turned into UTC.
pub(crate) fn datetime(text: &str) -> Option<NaiveDateTime> {
    DateTime::parse_from_rfc3339(text).ok().map(|moment| moment.naive_utc())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::NumberFormat;

    #[track_caller]
    fn check(kind: &FieldKind, cell: impl Into<CellValue>, expected: Option<Value>) {
        assert_eq!(Value::read(kind, &cell.into()), expected);
    }

    #[test]
    fn cells_are_read_by_the_kind_of_their_field() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 20).unwrap();
        check(&FieldKind::Title, "Plan", Some(Value::Text("Plan".into())));
        check(&FieldKind::Title, "", Some(Value::Empty));
        check(&FieldKind::Date, "2026-03-20", Some(Value::Date(day)));
        check(&FieldKind::Date, "2026-3-20", None);
        check(&FieldKind::Date, "2026-03-20T09:30:00Z", None);
        check(&FieldKind::Date, "", Some(Value::Empty));
        let moment = day.and_hms_opt(9, 30, 0).unwrap();
        check(&FieldKind::CreatedAt, "2026-03-20T09:30:00Z", Some(Value::Datetime(moment)));
        check(&FieldKind::Datetime, "2026-03-20T11:30:00+02:00", Some(Value::Datetime(moment)));
        check(&FieldKind::Datetime, "2026-03-20", None);
        let number = FieldKind::Number { format: NumberFormat::Integer };
        check(&number, "7", None);
        check(&number, CellValue::Number(7.0), Some(Value::Number(7.0)));
        check(&number, CellValue::Number(f64::NAN), None);
        check(&FieldKind::Checkbox, CellValue::Bool(true), Some(Value::Bool(true)));
        check(&FieldKind::Person { many: false }, CellValue::List(vec![]), Some(Value::Empty));
        check(&FieldKind::Person { many: false }, "Ada", None);
        check(&FieldKind::Formula { expression: "1".into() }, CellValue::Number(1.0), None);
    }
}
