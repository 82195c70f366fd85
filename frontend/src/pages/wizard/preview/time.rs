//! Lengths of time as people say them.

use crate::i18n::I18n;

const MINUTE: u32 = 60;
/// Up to this many minutes are said as minutes.
const MINUTES_MAX: u32 = 99;

/// A length of time, rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Length {
    /// A minute or less.
    Moment,
    /// Some minutes.
    Minutes(u32),
    /// Some hours.
    Hours(u32),
}

impl Length {
    fn of(seconds: u32) -> Self {
        let minutes = (seconds.saturating_add(MINUTE / 2)) / MINUTE;
        match minutes {
            0 | 1 => Self::Moment,
            2..=MINUTES_MAX => Self::Minutes(minutes),
            _ => Self::Hours((minutes + 30) / 60),
        }
    }
}

/// `seconds` as people say them, such as "4 minutes".
pub(super) fn tell(i18n: I18n, seconds: u32) -> String {
    match Length::of(seconds) {
        Length::Moment => i18n.text("time.moment"),
        Length::Minutes(minutes) => i18n.count("time.minutes", minutes as usize),
        Length::Hours(hours) => i18n.count("time.hours", hours as usize),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_rounded_to_what_people_say() {
        assert_eq!(Length::of(5), Length::Moment);
        assert_eq!(Length::of(89), Length::Moment);
        assert_eq!(Length::of(91), Length::Minutes(2));
        assert_eq!(Length::of(99 * 60), Length::Minutes(99));
        assert_eq!(Length::of(100 * 60), Length::Hours(2));
        assert_eq!(Length::of(u32::MAX), Length::Hours(u32::MAX / 60 / 60));
    }
}
