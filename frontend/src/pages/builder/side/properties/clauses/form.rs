//! The forms in which values are asked for, and how each is written in its control and read from it.

use shared::blueprint::{CellValue, KindName};

use super::{Fact, Named};

/// In what form a value is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// One line of text; some that are known.
    Line(Vec<Named>),
    /// Text of several lines.
    Lines,
    /// Several texts with commas between them.
    Words,
    /// A list of one name; some that are known.
    Name(Vec<Named>),
    /// A number.
    Number,
    /// One of a few numbers.
    Stars(Vec<Named>),
    /// A day.
    Day,
    /// A day and a time, UTC.
    Moment,
    /// Yes or no.
    YesNo,
    /// One of a few values.
    One(Vec<Named>),
    /// A list of one of a few values, or an empty one.
    OneOrNone(Vec<Named>),
    /// A list of any of a few values.
    Many(Vec<Named>),
    /// A range of days around today.
    Range,
}

impl Form {
    /// In what form a value of a field is given; nothing for a field that nobody can set.
    pub(crate) fn of(fact: &Fact) -> Option<Self> {
        let choices = || fact.choices.clone();
        Some(match fact.kind {
            _ if !fact.is_settable => return None,
            KindName::LongText => Self::Lines,
            KindName::Number => Self::Number,
            KindName::Rating => Self::Stars(choices()),
            KindName::Date => Self::Day,
            KindName::Datetime => Self::Moment,
            KindName::Checkbox => Self::YesNo,
            KindName::Select => Self::One(choices()),
            KindName::MultiSelect => Self::Many(choices()),
            KindName::Person if fact.is_list => Self::Words,
            KindName::Person => Self::Name(choices()),
            KindName::Relation if fact.is_list => Self::Many(choices()),
            KindName::Relation => Self::OneOrNone(choices()),
            _ => Self::Line(Vec::new()),
        })
    }

    /// A value of this form to begin with; nothing where there is none to choose.
    pub(crate) fn first(&self) -> Option<CellValue> {
        match self {
            Self::Line(_) | Self::Lines | Self::Day | Self::Moment => Some(CellValue::Text(String::new())),
            Self::Words | Self::Name(_) | Self::OneOrNone(_) => Some(CellValue::List(Vec::new())),
            Self::Number => Some(CellValue::Number(0.0)),
            Self::YesNo => Some(CellValue::Bool(true)),
            Self::One(choices) => choices.first().map(|(id, _)| CellValue::Text(id.clone())),
            Self::Many(choices) => choices.first().map(|(id, _)| CellValue::List(vec![id.clone()])),
            Self::Stars(choices) => choices.last().and_then(|(stars, _)| self.read(stars)),
            Self::Range => Some(CellValue::from("this_week")),
        }
    }

    /// What the control shows of a value.
    pub(crate) fn write(&self, value: &CellValue) -> String {
        match (self, value) {
            (Self::Day, CellValue::Text(text)) => text.chars().take("2026-03-20".len()).collect(),
            (Self::Moment, CellValue::Text(text)) => text.chars().take("2026-03-20T09:30".len()).collect(),
            (_, CellValue::Text(text)) => text.clone(),
            (_, CellValue::Number(number)) => number.to_string(),
            (_, CellValue::Bool(yes)) => yes.to_string(),
            (_, CellValue::List(items)) => items.join(", "),
        }
    }

    /// The value that the control's text stands for; nothing for a text that stands for none.
    pub(crate) fn read(&self, text: &str) -> Option<CellValue> {
        match self {
            Self::Number | Self::Stars(_) => {
                text.trim().parse::<f64>().ok().filter(|number| number.is_finite()).map(CellValue::Number)
            }
            Self::YesNo => text.parse().ok().map(CellValue::Bool),
            Self::Words | Self::Many(_) => Some(CellValue::List(words(text))),
            Self::Name(_) | Self::OneOrNone(_) => {
                let name = text.trim();
                Some(CellValue::List(if name.is_empty() { Vec::new() } else { vec![name.to_owned()] }))
            }
            Self::Moment if text.len() == "2026-03-20T09:30".len() => {
                Some(CellValue::Text(format!("{text}:00Z")))
            }
            Self::Moment if !text.is_empty() => Some(CellValue::Text(format!("{text}Z"))),
            _ => Some(CellValue::from(text)),
        }
    }
}

/// What stands between commas, each once.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split([',', '、', '،']).map(str::trim).filter(|word| !word.is_empty()) {
        if words.iter().all(|known| known != word) {
            words.push(word.to_owned());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(form: &Form, text: &str, value: Option<CellValue>) {
        assert_eq!(form.read(text), value);
        if let Some(value) = value {
            assert_eq!(form.read(&form.write(&value)), Some(value));
        }
    }

    fn list(items: &[&str]) -> Option<CellValue> {
        Some(CellValue::List(items.iter().map(|item| (*item).to_owned()).collect()))
    }

    #[test]
    fn values_read_as_they_are_written() {
        check(&Form::Line(Vec::new()), "Plan", Some("Plan".into()));
        check(&Form::Words, " code, debug,,code ,", list(&["code", "debug"]));
        check(&Form::Words, "", list(&[]));
        check(&Form::Name(Vec::new()), " Ada Lovelace ", list(&["Ada Lovelace"]));
        check(&Form::OneOrNone(Vec::new()), "", list(&[]));
        check(&Form::Number, "2.5", Some(CellValue::Number(2.5)));
        check(&Form::Number, "", None);
        check(&Form::Number, "inf", None);
        check(&Form::YesNo, "false", Some(CellValue::Bool(false)));
        check(&Form::Day, "2026-03-20", Some("2026-03-20".into()));
        check(&Form::Moment, "2026-03-20T09:30", Some("2026-03-20T09:30:00Z".into()));
        assert_eq!(Form::Moment.read("2026-03-20T09:30:15"), Some("2026-03-20T09:30:15Z".into()));
        check(&Form::Moment, "", Some("".into()));
    }

    #[test]
    fn a_time_is_shown_as_a_day_where_a_day_is_asked_for() {
        assert_eq!(Form::Day.write(&"2026-03-20T09:30:00Z".into()), "2026-03-20");
    }

    #[test]
    fn values_begin_with_one_that_is_there() {
        let choices = vec![("1".to_owned(), "One".to_owned()), ("2".to_owned(), "Two".to_owned())];
        assert_eq!(Form::One(choices.clone()).first(), Some("1".into()));
        assert_eq!(Form::Many(choices.clone()).first(), list(&["1"]));
        assert_eq!(Form::Stars(choices).first(), Some(CellValue::Number(2.0)));
        assert_eq!(Form::One(Vec::new()).first(), None);
    }
}
