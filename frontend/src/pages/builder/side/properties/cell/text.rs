//! Values as people type them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Timelike};
use shared::blueprint::{CellValue, FieldKind, NumberFormat};
use shared::validate::{ITEMS_MAX, NAME_MAX};

use super::super::clauses::words;

/// Why a text is no value of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is no number.
    Number,
    /// It is no day.
    Date,
    /// It names more people than there may be.
    People,
    /// One of the names is too long.
    Name,
}

impl Fault {
    /// The key of what it says.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Number => "builder.props.cell.number",
            Self::Date => "builder.props.cell.date",
            Self::People => "builder.props.cell.people",
            Self::Name => "builder.props.cell.name",
        }
    }
}

/// The value that `text` stands for in a field of a kind; nothing for an empty cell.
///
/// # Errors
/// [`Fault`], for a text that is no such value.
pub(super) fn read(kind: &FieldKind, text: &str) -> Result<Option<CellValue>, Fault> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Ok(None);
    }
    match kind {
        FieldKind::Number { format } => number(trimmed, *format).map(|it| Some(CellValue::Number(it))),
        FieldKind::Date => match trimmed.parse::<NaiveDate>() {
            Ok(day) => Ok(Some(CellValue::Text(day.to_string()))),
            Err(_) => Err(Fault::Date),
        },
        FieldKind::Datetime => moment(trimmed).map(|it| Some(CellValue::Text(it))),
        FieldKind::Person { many } => people(trimmed, *many).map(|it| Some(CellValue::List(it))),
        _ => Ok(Some(CellValue::Text(text.to_owned()))),
    }
}

/// A value as a control for its kind shows it; empty for none.
pub(super) fn write(kind: &FieldKind, value: Option<&CellValue>) -> String {
    match (kind, value) {
        (_, None) => String::new(),
        (FieldKind::Number { format: NumberFormat::Percent }, Some(CellValue::Number(number))) => {
            format!("{} %", rounded(number * 100.0))
        }
        (FieldKind::Datetime, Some(CellValue::Text(text))) => match DateTime::parse_from_rfc3339(text) {
            Ok(moment) => written(moment.naive_utc()),
            Err(_) => String::new(),
        },
        (_, Some(CellValue::Text(text))) => text.clone(),
        (_, Some(CellValue::Number(number))) => number.to_string(),
        (_, Some(CellValue::List(items))) => items.join(", "),
        (_, Some(CellValue::Bool(checked))) => checked.to_string(),
    }
}

/// A number with a point or a comma before its decimals; a percentage with or without its sign.
fn number(text: &str, format: NumberFormat) -> Result<f64, Fault> {
    let bare = match format {
        NumberFormat::Percent => text.trim_end_matches('%').trim_end(),
        _ => text,
    };
    // Three digits after a comma may as well be thousands: nobody should have to guess.
    let bare = match bare.split_once(',') {
        Some((whole, decimals)) if decimals.len() != 3 && !whole.contains('.') => {
            format!("{whole}.{decimals}")
        }
        _ => bare.to_owned(),
    };
    let is_plain = bare.chars().all(|it| it.is_ascii_digit() || matches!(it, '.' | '-' | '+' | 'e' | 'E'));
    let number: f64 = bare.parse().ok().filter(|it: &f64| is_plain && it.is_finite()).ok_or(Fault::Number)?;
    Ok(if format == NumberFormat::Percent { rounded(number) / 100.0 } else { number })
}

/// Without the traces of binary fractions: 7.000000000000001 is 7.
fn rounded(number: f64) -> f64 {
    let scaled = (number * 1e9).round() / 1e9;
    if scaled.is_finite() { scaled } else { number }
}

/// A moment as the browser's control writes it, UTC, as it is stored.
fn moment(text: &str) -> Result<String, Fault> {
    let forms = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S%.f"];
    let read = |form: &&str| NaiveDateTime::parse_from_str(text, form).ok();
    let moment = forms.iter().find_map(read).ok_or(Fault::Date)?;
    Ok(format!("{}Z", moment.format("%Y-%m-%dT%H:%M:%S")))
}

fn written(moment: NaiveDateTime) -> String {
    let form = if moment.second() == 0 { "%Y-%m-%dT%H:%M" } else { "%Y-%m-%dT%H:%M:%S" };
    moment.format(form).to_string()
}

/// Names between commas, each once.
fn people(text: &str, many: bool) -> Result<Vec<String>, Fault> {
    let people = words(text);
    if people.iter().any(|name| name.chars().count() > NAME_MAX) {
        return Err(Fault::Name);
    }
    let most = if many { ITEMS_MAX } else { 1 };
    if people.len() > most { Err(Fault::People) } else { Ok(people) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::is_known;

    #[track_caller]
    fn check(kind: &FieldKind, text: &str, expected: Result<Option<CellValue>, Fault>) {
        assert_eq!(read(kind, text), expected, "{text}");
    }

    fn number_of(format: NumberFormat) -> FieldKind {
        FieldKind::Number { format }
    }

    fn list(items: &[&str]) -> CellValue {
        CellValue::List(items.iter().map(|item| (*item).to_owned()).collect())
    }

    #[test]
    fn numbers_are_read_and_others_refused() {
        let decimal = number_of(NumberFormat::Decimal);
        check(&decimal, " 12.5 ", Ok(Some(CellValue::Number(12.5))));
        check(&decimal, "12,5", Ok(Some(CellValue::Number(12.5))));
        check(&decimal, "-3", Ok(Some(CellValue::Number(-3.0))));
        check(&decimal, "1.", Ok(Some(CellValue::Number(1.0))));
        check(&decimal, "", Ok(None));
        for text in ["many", "1,234", "inf", "NaN", "1 2", "1e999"] {
            check(&decimal, text, Err(Fault::Number));
        }
    }

    #[test]
    fn percentages_are_read_as_they_are_written() {
        let percent = number_of(NumberFormat::Percent);
        check(&percent, "7 %", Ok(Some(CellValue::Number(0.07))));
        check(&percent, "7", Ok(Some(CellValue::Number(0.07))));
        assert_eq!(write(&percent, Some(&CellValue::Number(0.07))), "7 %");
        assert_eq!(write(&percent, Some(&CellValue::Number(0.125))), "12.5 %");
    }

    #[test]
    fn days_and_moments_are_read() {
        check(&FieldKind::Date, "2026-03-20", Ok(Some("2026-03-20".into())));
        check(&FieldKind::Date, "soon", Err(Fault::Date));
        check(&FieldKind::Datetime, "2026-03-20T09:30", Ok(Some("2026-03-20T09:30:00Z".into())));
        check(&FieldKind::Datetime, "2026-03-20T09:30:15", Ok(Some("2026-03-20T09:30:15Z".into())));
        check(&FieldKind::Datetime, "2026-03-20", Err(Fault::Date));
        let stored = CellValue::from("2026-03-20T11:30:00+02:00");
        assert_eq!(write(&FieldKind::Datetime, Some(&stored)), "2026-03-20T09:30");
    }

    #[test]
    fn people_are_named_between_commas() {
        let many = FieldKind::Person { many: true };
        check(&many, "Ada, Ben,, Ada", Ok(Some(list(&["Ada", "Ben"]))));
        check(&FieldKind::Person { many: false }, "Ada", Ok(Some(list(&["Ada"]))));
        check(&FieldKind::Person { many: false }, "Ada, Ben", Err(Fault::People));
        check(&many, &"x".repeat(NAME_MAX + 1), Err(Fault::Name));
        assert_eq!(write(&many, Some(&list(&["Ada", "Ben"]))), "Ada, Ben");
    }

    #[test]
    fn texts_stay_as_they_are() {
        check(&FieldKind::LongText, " two\n lines", Ok(Some(" two\n lines".into())));
        check(&FieldKind::Title, "  ", Ok(None));
        assert_eq!(write(&FieldKind::Text, None), "");
    }

    #[test]
    fn every_fault_has_a_sentence() {
        for fault in [Fault::Number, Fault::Date, Fault::People, Fault::Name] {
            assert!(is_known(fault.key()));
        }
    }
}
