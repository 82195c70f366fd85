//! Times of exports.

use chrono::{DateTime, NaiveDateTime, Utc};

/// From here on a number counts milliseconds: as seconds it would lie in the year 5138.
const MILLISECONDS_FROM: f64 = 1e11;

/// A time as seconds or milliseconds since 1970; 0 means that it is not known.
pub(crate) fn from_number(number: f64) -> Option<DateTime<Utc>> {
    let seconds = if number.abs() > MILLISECONDS_FROM { number / 1000.0 } else { number };
    let is_known = seconds.is_finite() && seconds > 0.0 && seconds < MILLISECONDS_FROM;
    // Within the bounds above, so nothing is cut.
    #[expect(clippy::cast_possible_truncation, reason = "bounds are checked")]
    let micros = is_known.then(|| (seconds * 1e6).round() as i64);
    // Floats carry microseconds; milliseconds are what is promised.
    DateTime::from_timestamp_millis(micros? / 1000)
}

/// A time as ISO 8601; one without a zone counts as UTC.
pub(crate) fn from_text(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    if let Ok(time) = DateTime::parse_from_rfc3339(text) {
        return Some(time.to_utc());
    }
    let forms = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%d %H:%M"];
    if let Some(time) = forms.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok()) {
        return Some(time.and_utc());
    }
    let date = chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    Some(date.and_hms_opt(0, 0, 0)?.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(time: Option<DateTime<Utc>>) -> Option<String> {
        time.map(|time| time.to_rfc3339_opts(chrono::SecondsFormat::Millis, true))
    }

    #[test]
    fn seconds_and_milliseconds_are_told_apart() {
        assert_eq!(shown(from_number(1_783_000_000.5)).unwrap(), "2026-07-02T13:46:40.500Z");
        assert_eq!(shown(from_number(1_783_000_000_500.0)).unwrap(), "2026-07-02T13:46:40.500Z");
    }

    #[test]
    fn what_is_no_time_is_unknown() {
        for number in [0.0, -5.0, f64::NAN, f64::INFINITY, 1e300] {
            assert_eq!(from_number(number), None, "{number}");
        }
        assert_eq!(from_text("soon"), None);
    }

    #[test]
    fn texts_are_read_with_and_without_a_zone() {
        for text in [
            "2026-05-01T09:00:00.000000Z",
            "2026-05-01T11:00:00+02:00",
            "2026-05-01 09:00:00",
            "2026-05-01 09:00",
        ] {
            assert_eq!(shown(from_text(text)).unwrap(), "2026-05-01T09:00:00.000Z", "{text}");
        }
        assert_eq!(shown(from_text("2026-05-01")).unwrap(), "2026-05-01T00:00:00.000Z");
    }
}
