//! What texts of cells say: numbers, days, moments, yes and no.

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};

/// What stands before the digits after the point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Mark {
    /// 1,234.5
    #[default]
    Point,
    /// 1.234,5
    Comma,
}

/// In which order the parts of a day stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    /// 2026-03-20
    #[default]
    Ymd,
    /// 20/03/2026
    Dmy,
    /// 03/20/2026
    Mdy,
}

impl Order {
    /// Every one.
    pub(super) const ALL: [Self; 3] = [Self::Ymd, Self::Dmy, Self::Mdy];
}

/// What stands where nothing is known; it is nothing where other kinds than text are asked for.
const NOTHING: [&str; 10] = ["-", "–", "—", "?", "n/a", "#n/a", "na", "null", "none", "nan"];

/// Yes, in the languages we speak and as programs write it.
const YES: [&str; 18] = [
    "true",
    "yes",
    "y",
    "x",
    "✓",
    "✔",
    "☑",
    "1",
    "ja",
    "wahr",
    "oui",
    "vrai",
    "sí",
    "si",
    "verdadero",
    "はい",
    "نعم",
    "صحيح",
];

/// No, in the languages we speak and as programs write it.
const NO: [&str; 14] =
    ["false", "no", "n", "0", "☐", "nein", "falsch", "non", "faux", "falso", "いいえ", "لا", "خطأ", "✗"];

/// Signs and codes of money around a number.
const MONEY: [&str; 9] = ["€", "$", "£", "¥", "EUR", "USD", "GBP", "JPY", "CHF"];

/// Whether nothing is meant by it.
pub(super) fn is_nothing(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || NOTHING.contains(&text.to_lowercase().as_str())
}

/// Yes or no.
pub(super) fn checked(text: &str) -> Option<bool> {
    let text = text.trim().to_lowercase();
    let text = text.as_str();
    if YES.contains(&text) { Some(true) } else { NO.contains(&text).then_some(false) }
}

/// A number as a cell writes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Written {
    /// The number; a hundredth of what is written for a percentage.
    pub value: f64,
    /// Whether it has digits after the point.
    pub is_whole: bool,
    /// Whether it is written as a percentage.
    pub is_percent: bool,
}

/// The number that a text says, with groups of thousands, money or a percent sign.
pub(super) fn number(text: &str, mark: Mark) -> Option<Written> {
    let (text, is_percent) = match text.trim().strip_suffix('%') {
        Some(rest) => (rest.trim_end(), true),
        None => (text.trim(), false),
    };
    let text = without_money(text);
    let (sign, digits) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (-1.0, without_money(rest)),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let (plain, is_whole) = plain(digits, mark)?;
    let value = sign * plain.parse::<f64>().ok().filter(|number| number.is_finite())?;
    // Nobody writes a negative zero on purpose.
    let value = if value == 0.0 { 0.0 } else { value };
    Some(Written { value: if is_percent { value / 100.0 } else { value }, is_whole, is_percent })
}

fn without_money(text: &str) -> &str {
    let text = text.trim();
    let rest = MONEY.iter().find_map(|money| text.strip_prefix(money).or_else(|| text.strip_suffix(money)));
    rest.map_or(text, str::trim)
}

/// The digits of a number as programs write them, and whether it is whole; groups are of three digits.
fn plain(text: &str, mark: Mark) -> Option<(String, bool)> {
    let (mark, other) = if mark == Mark::Point { ('.', ',') } else { (',', '.') };
    let (digits, power) = match text.split_once(['e', 'E']) {
        Some((digits, power)) => (digits, format!("e{}", power.parse::<i16>().ok()?)),
        None => (text, String::new()),
    };
    let (whole, fraction) = digits.split_once(mark).unwrap_or((digits, ""));
    let whole = ungrouped(whole, other)?;
    if (whole.is_empty() && fraction.is_empty()) || !is_digits(fraction) {
        return None;
    }
    let is_whole = fraction.is_empty() && power.is_empty();
    Some((format!("{whole}.{fraction}{power}"), is_whole))
}

/// Digits without what parts them into groups of three.
fn ungrouped(text: &str, point: char) -> Option<String> {
    let between = [point, ' ', '\u{a0}', '\u{202f}', '\'', '’'];
    let mut groups = text.split(between);
    let first = groups.next()?;
    let rest: Vec<_> = groups.collect();
    let fits = is_digits(first)
        && (rest.is_empty() || (1..=3).contains(&first.len()))
        && rest.iter().all(|group| group.len() == 3 && is_digits(group));
    fits.then(|| format!("{first}{}", rest.concat()))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a number would lose what is written: zeros in front, or more digits than a number keeps.
pub(super) fn is_code(text: &str) -> bool {
    let text = text.trim();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let mut first = text.bytes();
    let has_zero = first.next() == Some(b'0') && first.next().is_some_and(|byte| byte.is_ascii_digit());
    has_zero || (digits > 15 && !text.contains(['.', ',']))
}

/// The day that a text says, alone.
pub(super) fn day(text: &str, order: Order) -> Option<NaiveDate> {
    let text = text.trim().replace(['年', '月'], "-");
    let text = text.strip_suffix('日').unwrap_or(&text);
    let between = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '-' | '/' | '.'))?;
    let mut parts = text.split(between).map(str::trim);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let (year, month, day) = match order {
        Order::Ymd => (first, second, third),
        Order::Dmy => (third, second, first),
        Order::Mdy => (third, first, second),
    };
    let is_short = |text: &str| (1..=2).contains(&text.len()) && is_digits(text);
    if year.len() != 4 || !is_digits(year) || !is_short(month) || !is_short(day) || parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// The moment that a text says, UTC; one without a zone is taken as it stands.
pub(super) fn moment(text: &str, order: Order) -> Option<NaiveDateTime> {
    let text = text.trim();
    let (date, time) = text.split_once(['T', ' '])?;
    let date = day(date.trim_end_matches(','), order)?;
    let (time, offset) = zone(time.trim())?;
    let moment = date.and_time(clock(time)?).checked_sub_signed(Duration::minutes(offset))?;
    (1..=9_999).contains(&chrono::Datelike::year(&moment)).then_some(moment)
}

/// A time without its zone, and the zone in minutes ahead of UTC.
fn zone(text: &str) -> Option<(&str, i64)> {
    if let Some(rest) = text.strip_suffix(['Z', 'z']).or_else(|| text.strip_suffix("UTC")) {
        return Some((rest.trim_end(), 0));
    }
    let Some(at) = text.find(['+', '-', '−']) else { return Some((text, 0)) };
    let (time, offset) = text.split_at(at);
    let is_ahead = offset.starts_with('+');
    let digits: String = offset.chars().filter(char::is_ascii_digit).collect();
    let minutes = match digits.len() {
        2 => digits.parse::<i64>().ok()? * 60,
        4 => digits.get(..2)?.parse::<i64>().ok()? * 60 + digits.get(2..)?.parse::<i64>().ok()?,
        _ => return None,
    };
    let fits = offset.chars().skip(1).all(|c| c.is_ascii_digit() || c == ':') && minutes < 24 * 60;
    fits.then(|| (time.trim_end(), if is_ahead { minutes } else { -minutes }))
}

/// A time such as `9:30`, `09:30:15.250` or `9:30 PM`, to the second.
fn clock(text: &str) -> Option<NaiveTime> {
    let upper = text.to_uppercase();
    let (digits, half) = match (upper.strip_suffix("AM"), upper.strip_suffix("PM")) {
        (Some(rest), _) => (rest.trim_end(), Some(0)),
        (_, Some(rest)) => (rest.trim_end(), Some(12)),
        _ => (upper.as_str(), None),
    };
    let mut parts = digits.split(':');
    let part = |text: Option<&str>| {
        let text = text.filter(|it| (1..=2).contains(&it.len()) && is_digits(it))?;
        text.parse::<u32>().ok()
    };
    let (hour, minute) = (part(parts.next())?, part(parts.next())?);
    let second = match parts.next() {
        Some(second) => part(second.split(['.', ',']).next())?,
        None => 0,
    };
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
        None => hour,
    };
    if parts.next().is_some() { None } else { NaiveTime::from_hms_opt(hour, minute, second) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_number(text: &str, mark: Mark, expected: Option<f64>) {
        assert_eq!(number(text, mark).map(|it| it.value), expected, "{text}");
    }

    #[test]
    fn numbers_are_read_with_their_groups_and_signs() {
        check_number("7", Mark::Point, Some(7.0));
        check_number("-1,234.50", Mark::Point, Some(-1234.5));
        check_number("1.234,50", Mark::Comma, Some(1234.5));
        check_number("1 234 567", Mark::Comma, Some(1_234_567.0));
        check_number("1'234.5", Mark::Point, Some(1234.5));
        check_number("€ 12", Mark::Point, Some(12.0));
        check_number("-12,5 €", Mark::Comma, Some(-12.5));
        check_number("12 %", Mark::Point, Some(0.12));
        check_number("1.5e3", Mark::Point, Some(1500.0));
        check_number("2E2", Mark::Point, Some(200.0));
        check_number(".5", Mark::Point, Some(0.5));
        check_number("-0", Mark::Point, Some(0.0));
        for text in ["", "-", "1,5", "1,23,4", "1.2.3", "12a", "inf", "NaN", "1e999", "0x10", "%", "€", "e5"]
        {
            check_number(text, Mark::Point, None);
        }
    }

    #[test]
    fn what_a_number_would_lose_is_a_code() {
        assert!(is_code("00123") && is_code("4006381333931000"));
        assert!(!is_code("0") && !is_code("0.5") && !is_code("123"));
    }

    #[track_caller]
    fn check_day(text: &str, order: Order, expected: Option<&str>) {
        assert_eq!(day(text, order).map(|it| it.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn days_are_read_in_every_order() {
        check_day("2026-03-20", Order::Ymd, Some("2026-03-20"));
        check_day("2026/3/2", Order::Ymd, Some("2026-03-02"));
        check_day("2026年3月20日", Order::Ymd, Some("2026-03-20"));
        check_day("20.03.2026", Order::Dmy, Some("2026-03-20"));
        check_day("20. 3. 2026", Order::Dmy, Some("2026-03-20"));
        check_day("3/20/2026", Order::Mdy, Some("2026-03-20"));
        check_day("3/20/2026", Order::Dmy, None);
        for text in ["", "2026", "2026-03", "2026-02-30", "26-03-20", "2026-03-20-1", "x-y-z", "-1-1-1"] {
            check_day(text, Order::Ymd, None);
        }
    }

    #[track_caller]
    fn check_moment(text: &str, order: Order, expected: Option<&str>) {
        assert_eq!(moment(text, order).map(|it| it.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn moments_are_read_with_their_zone() {
        check_moment("2026-03-20T09:30:00Z", Order::Ymd, Some("2026-03-20 09:30:00"));
        check_moment("2026-03-20 09:30", Order::Ymd, Some("2026-03-20 09:30:00"));
        check_moment("2026-03-20T09:30:15.250+02:00", Order::Ymd, Some("2026-03-20 07:30:15"));
        check_moment("20.03.2026, 9:30", Order::Dmy, Some("2026-03-20 09:30:00"));
        check_moment("3/20/2026 9:30 PM", Order::Mdy, Some("2026-03-20 21:30:00"));
        check_moment("3/20/2026 12:05 AM", Order::Mdy, Some("2026-03-20 00:05:00"));
        for text in ["2026-03-20", "2026-03-20T", "2026-03-20 25:00", "2026-03-20 9", "2026-03-20 13:00 PM"] {
            check_moment(text, Order::Ymd, None);
        }
    }

    #[test]
    fn yes_and_no_are_read_in_every_language() {
        for text in ["TRUE", "Ja", "oui", " sí ", "はい", "نعم", "x"] {
            assert_eq!(checked(text), Some(true), "{text}");
        }
        for text in ["false", "Nein", "non", "いいえ", "لا"] {
            assert_eq!(checked(text), Some(false), "{text}");
        }
        assert_eq!(checked("maybe"), None);
    }
}
