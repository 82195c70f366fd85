//! Values as people type them, and as controls write them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Timelike};
use shared::blueprint::NumberFormat;
use shared::validate::{ITEMS_MAX, NAME_MAX};

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

/// A number with a point or a comma before its decimals; a percentage with or without its sign.
pub(super) fn number(text: &str, format: NumberFormat) -> Result<f64, Fault> {
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

/// A share as a percentage with its sign.
pub(super) fn write_percent(share: f64) -> String {
    format!("{} %", rounded(share * 100.0))
}

/// Without the traces of binary fractions: 7.000000000000001 is 7.
fn rounded(number: f64) -> f64 {
    let scaled = (number * 1e9).round() / 1e9;
    if scaled.is_finite() { scaled } else { number }
}

/// A day as it is stored.
pub(super) fn day(text: &str) -> Result<String, Fault> {
    text.parse::<NaiveDate>().map(|day| day.to_string()).map_err(|_| Fault::Date)
}

/// A moment as the browser's control writes it, UTC, as it is stored.
pub(super) fn moment(text: &str) -> Result<String, Fault> {
    let forms = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S%.f"];
    let read = |form: &&str| NaiveDateTime::parse_from_str(text, form).ok();
    let moment = forms.iter().find_map(read).ok_or(Fault::Date)?;
    Ok(format!("{}Z", moment.format("%Y-%m-%dT%H:%M:%S")))
}

/// A stored moment as the browser's control writes it; empty for what is none.
pub(super) fn write_moment(text: &str) -> String {
    let Ok(moment) = DateTime::parse_from_rfc3339(text) else { return String::new() };
    let moment = moment.naive_utc();
    let form = if moment.second() == 0 { "%Y-%m-%dT%H:%M" } else { "%Y-%m-%dT%H:%M:%S" };
    moment.format(form).to_string()
}

/// Names between commas, each once.
pub(super) fn people(text: &str, many: bool) -> Result<Vec<String>, Fault> {
    let people = words(text);
    if people.iter().any(|name| name.chars().count() > NAME_MAX) {
        return Err(Fault::Name);
    }
    let most = if many { ITEMS_MAX } else { 1 };
    if people.len() > most { Err(Fault::People) } else { Ok(people) }
}

/// What stands between commas, each once.
pub(super) fn words(text: &str) -> Vec<String> {
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
    use crate::i18n::is_known;

    #[test]
    fn every_fault_has_a_sentence() {
        for fault in [Fault::Number, Fault::Date, Fault::People, Fault::Name] {
            assert!(is_known(fault.key()));
        }
    }
}
