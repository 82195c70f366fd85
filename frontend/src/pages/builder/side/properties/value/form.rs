//! The forms in which values are asked for, and how each is written in its control and read from it.

use shared::blueprint::{Blueprint, Cardinality, CellValue, Field, FieldKind, NumberFormat, Table};
use shared::validate::can_be_set;

use super::offer::{Offer, offers};
use super::text::{self, Fault};

/// In what form a value is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// One line of text; some that are known.
    Line(Vec<Offer>),
    /// Text of several lines.
    Lines,
    /// Several texts with commas between them.
    Words,
    /// A list of names.
    People {
        /// Whether it may hold more than one.
        many: bool,
        /// Some that are known.
        known: Vec<Offer>,
    },
    /// A number.
    Number(NumberFormat),
    /// Stars, up to so many.
    Stars(u8),
    /// A day.
    Day,
    /// A day and a time, UTC.
    Moment,
    /// Yes or no.
    YesNo,
    /// One of a few values.
    One(Vec<Offer>),
    /// A list of any of a few values.
    Many(Vec<Offer>),
    /// A list of one row at most.
    Row(Vec<Offer>),
    /// A list of any rows.
    Rows(Vec<Offer>),
    /// A range of days around today.
    Range,
}

impl Form {
    /// In what form a value of a field is given; nothing for a field that nobody can set.
    pub(crate) fn of(blueprint: &Blueprint, table: &Table, field: &Field) -> Option<Self> {
        if !can_be_set(&field.kind) {
            return None;
        }
        let offers = || offers(blueprint, table, field);
        Some(match &field.kind {
            FieldKind::LongText => Self::Lines,
            FieldKind::Number { format } => Self::Number(*format),
            FieldKind::Rating { max } => Self::Stars(*max),
            FieldKind::Date => Self::Day,
            FieldKind::Datetime => Self::Moment,
            FieldKind::Checkbox => Self::YesNo,
            FieldKind::Select { .. } => Self::One(offers()),
            FieldKind::MultiSelect { .. } => Self::Many(offers()),
            FieldKind::Person { many: true } => Self::People { many: true, known: Vec::new() },
            FieldKind::Person { many: false } => Self::People { many: false, known: offers() },
            FieldKind::Relation { cardinality: Cardinality::One, .. } => Self::Row(offers()),
            FieldKind::Relation { cardinality: Cardinality::Many, .. } => Self::Rows(offers()),
            _ => Self::Line(Vec::new()),
        })
    }

    /// A value of this form to begin with; nothing where there is none to choose.
    pub(crate) fn first(&self) -> Option<CellValue> {
        match self {
            Self::Number(_) => Some(CellValue::Number(0.0)),
            Self::Stars(max) => Some(CellValue::Number(f64::from(*max))),
            Self::YesNo => Some(CellValue::Bool(true)),
            Self::One(offers) => offers.first().map(|it| CellValue::Text(it.value.clone())),
            Self::Many(offers) | Self::Rows(offers) => {
                offers.first().map(|it| CellValue::List(vec![it.value.clone()]))
            }
            Self::Range => Some(CellValue::from("this_week")),
            _ => self.none(),
        }
    }

    /// The value that stands for none where there must be one; nothing where no value does.
    pub(super) fn none(&self) -> Option<CellValue> {
        match self {
            Self::Line(_) | Self::Lines | Self::Day | Self::Moment => Some(CellValue::Text(String::new())),
            Self::Words | Self::People { .. } | Self::Many(_) | Self::Row(_) | Self::Rows(_) => {
                Some(CellValue::List(Vec::new()))
            }
            Self::Number(_) | Self::Stars(_) | Self::YesNo | Self::One(_) | Self::Range => None,
        }
    }

    /// What the control shows of a value.
    pub(super) fn write(&self, value: &CellValue) -> String {
        match (self, value) {
            (Self::Day, CellValue::Text(text)) => text.chars().take("2026-03-20".len()).collect(),
            (Self::Moment, CellValue::Text(text)) => text::write_moment(text),
            (Self::Number(NumberFormat::Percent), CellValue::Number(share)) => text::write_percent(*share),
            (_, CellValue::Text(text)) => text.clone(),
            (_, CellValue::Number(number)) => number.to_string(),
            (_, CellValue::Bool(yes)) => yes.to_string(),
            (_, CellValue::List(items)) => items.join(", "),
        }
    }

    /// The value that the control's text stands for; nothing for an empty one.
    ///
    /// # Errors
    /// [`Fault`], for a text that is no such value.
    pub(super) fn read(&self, text: &str) -> Result<Option<CellValue>, Fault> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Ok(None);
        }
        Ok(Some(match self {
            Self::Number(format) => CellValue::Number(text::number(trimmed, *format)?),
            Self::Day => CellValue::Text(text::day(trimmed)?),
            Self::Moment => CellValue::Text(text::moment(trimmed)?),
            Self::Words => CellValue::List(text::words(trimmed)),
            Self::People { many, .. } => CellValue::List(text::people(trimmed, *many)?),
            Self::YesNo => CellValue::Bool(trimmed == "true"),
            Self::Row(_) => CellValue::List(vec![trimmed.to_owned()]),
            _ => CellValue::from(text),
        }))
    }
}

#[cfg(test)]
mod tests {
    use shared::validate::NAME_MAX;

    use super::*;

    #[track_caller]
    fn check(form: &Form, text: &str, expected: Option<CellValue>) {
        assert_eq!(form.read(text), Ok(expected.clone()), "{text}");
        if let Some(value) = expected {
            assert_eq!(form.read(&form.write(&value)), Ok(Some(value)));
        }
    }

    #[track_caller]
    fn refuse(form: &Form, text: &str, fault: Fault) {
        assert_eq!(form.read(text), Err(fault), "{text}");
    }

    fn list(items: &[&str]) -> Option<CellValue> {
        Some(CellValue::List(items.iter().map(|item| (*item).to_owned()).collect()))
    }

    fn people(many: bool) -> Form {
        Form::People { many, known: Vec::new() }
    }

    #[test]
    fn texts_stay_as_they_are() {
        check(&Form::Line(Vec::new()), "Plan", Some("Plan".into()));
        check(&Form::Lines, " two\n lines", Some(" two\n lines".into()));
        check(&Form::Line(Vec::new()), "  ", None);
    }

    #[test]
    fn numbers_are_read_and_others_refused() {
        let decimal = Form::Number(NumberFormat::Decimal);
        check(&decimal, " 12.5 ", Some(CellValue::Number(12.5)));
        check(&decimal, "12,5", Some(CellValue::Number(12.5)));
        check(&decimal, "-3", Some(CellValue::Number(-3.0)));
        check(&decimal, "1.", Some(CellValue::Number(1.0)));
        check(&decimal, "", None);
        for text in ["many", "1,234", "inf", "NaN", "1 2", "1e999"] {
            refuse(&decimal, text, Fault::Number);
        }
    }

    #[test]
    fn percentages_are_read_as_they_are_written() {
        let percent = Form::Number(NumberFormat::Percent);
        check(&percent, "7 %", Some(CellValue::Number(0.07)));
        check(&percent, "7", Some(CellValue::Number(0.07)));
        assert_eq!(percent.write(&CellValue::Number(0.07)), "7 %");
        assert_eq!(percent.write(&CellValue::Number(0.125)), "12.5 %");
    }

    #[test]
    fn days_and_moments_are_read() {
        check(&Form::Day, "2026-03-20", Some("2026-03-20".into()));
        refuse(&Form::Day, "soon", Fault::Date);
        check(&Form::Moment, "2026-03-20T09:30", Some("2026-03-20T09:30:00Z".into()));
        check(&Form::Moment, "2026-03-20T09:30:15", Some("2026-03-20T09:30:15Z".into()));
        refuse(&Form::Moment, "2026-03-20", Fault::Date);
        assert_eq!(Form::Moment.write(&"2026-03-20T11:30:00+02:00".into()), "2026-03-20T09:30");
    }

    #[test]
    fn a_time_is_shown_as_a_day_where_a_day_is_asked_for() {
        assert_eq!(Form::Day.write(&"2026-03-20T09:30:00Z".into()), "2026-03-20");
    }

    #[test]
    fn several_are_named_between_commas() {
        check(&Form::Words, " code, debug,,code ,", list(&["code", "debug"]));
        check(&people(true), "Ada, Ben,, Ada", list(&["Ada", "Ben"]));
        check(&people(false), " Ada Lovelace ", list(&["Ada Lovelace"]));
        refuse(&people(false), "Ada, Ben", Fault::People);
        refuse(&people(true), &"x".repeat(NAME_MAX + 1), Fault::Name);
    }

    #[test]
    fn choices_are_read() {
        check(&Form::YesNo, "false", Some(CellValue::Bool(false)));
        check(&Form::Row(Vec::new()), "row_a", list(&["row_a"]));
        check(&Form::Row(Vec::new()), "", None);
    }

    #[test]
    fn values_begin_with_one_that_is_there() {
        let offers = vec![Offer::plain("1", "One"), Offer::plain("2", "Two")];
        assert_eq!(Form::One(offers.clone()).first(), Some("1".into()));
        assert_eq!(Form::Many(offers).first(), list(&["1"]));
        assert_eq!(Form::Stars(5).first(), Some(CellValue::Number(5.0)));
        assert_eq!(Form::One(Vec::new()).first(), None);
        assert_eq!(Form::Row(Vec::new()).first(), list(&[]));
    }
}
