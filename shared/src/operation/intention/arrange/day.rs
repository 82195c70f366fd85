//! On another day of a calendar.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{Fixed, settable};
use crate::blueprint::{CellValue, FieldKind};
use crate::compute::Value;

/// The value of a field of this kind on `day`: a time keeps its hour, without one it is midnight in UTC.
///
/// # Errors
/// When nobody sets the field's values by hand.
pub fn on_day(kind: &FieldKind, now: &Value, day: NaiveDate) -> Result<CellValue, Fixed> {
    settable(kind)?;
    let hour = now.moment().map_or(NaiveTime::MIN, |moment| moment.time());
    Ok(CellValue::Text(match kind {
        FieldKind::Datetime => written(day.and_time(hour)),
        _ => day.to_string(),
    }))
}

/// A moment as cells have it.
fn written(moment: NaiveDateTime) -> String {
    moment.format("%Y-%m-%dT%H:%M:%S%.fZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: &FieldKind, now: &str, expected: Result<&str, Fixed>) {
        let now = Value::read(kind, &now.into()).unwrap_or(Value::Empty);
        let day = "2026-04-01".parse().unwrap();
        let expected = expected.map(CellValue::from);
        assert_eq!(on_day(kind, &now, day), expected);
    }

    #[test]
    fn a_time_keeps_its_hour() {
        check(&FieldKind::Date, "2026-03-18", Ok("2026-04-01"));
        check(&FieldKind::Date, "", Ok("2026-04-01"));
        check(&FieldKind::Datetime, "2026-03-18T23:45:10Z", Ok("2026-04-01T23:45:10Z"));
        check(&FieldKind::Datetime, "2026-03-18T23:45:10.5Z", Ok("2026-04-01T23:45:10.500Z"));
        check(&FieldKind::Datetime, "", Ok("2026-04-01T00:00:00Z"));
    }

    #[test]
    fn what_the_platform_writes_stays() {
        check(&FieldKind::CreatedAt, "2026-03-18T23:45:10Z", Err(Fixed::Written));
    }

    #[test]
    fn what_is_written_is_read_as_the_same() {
        for text in ["2026-03-18T23:45:10Z", "2026-03-18T00:00:00Z", "2026-03-18T05:06:07.089Z"] {
            let value = Value::read(&FieldKind::Datetime, &text.into()).unwrap();
            assert_eq!(written(value.moment().unwrap()), text);
        }
    }
}
