//! When something was done, as people say it.

use chrono::{DateTime, Utc};

use crate::browser::time;
use crate::i18n::I18n;

/// How long ago something was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ago {
    /// Less than a minute.
    JustNow,
    /// Less than an hour: so many minutes.
    Minutes(usize),
    /// An hour or more, or a time to come: clocks of two devices differ.
    Otherwise,
}

fn ago(at: DateTime<Utc>, now: DateTime<Utc>) -> Ago {
    match (now - at).num_minutes() {
        // Shortened towards zero: up to a minute ahead counts as now.
        0 => Ago::JustNow,
        minutes @ 1..60 => Ago::Minutes(usize::try_from(minutes).unwrap_or_default()),
        _ => Ago::Otherwise,
    }
}

/// When it was: within the hour how long ago, else the day and the minute.
pub(super) fn when(i18n: I18n, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    match ago(at, now) {
        Ago::JustNow => i18n.text("builder.history.just_now"),
        Ago::Minutes(minutes) => i18n.count("builder.history.minutes", minutes),
        Ago::Otherwise => time::local(&at.to_rfc3339(), i18n.language().tag()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(seconds: i64, expected: Ago) {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        assert_eq!(ago(DateTime::from_timestamp(1_800_000_000 - seconds, 0).unwrap(), now), expected);
    }

    #[test]
    fn minutes_are_counted_within_the_hour() {
        check(0, Ago::JustNow);
        check(59, Ago::JustNow);
        check(-30, Ago::JustNow);
        check(60, Ago::Minutes(1));
        check(3_599, Ago::Minutes(59));
        check(3_600, Ago::Otherwise);
        check(-120, Ago::Otherwise);
    }
}
