//! Small pieces of formulas, in the form that Excel, LibreOffice and Google Sheets all read.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// Stands for the number of a formula's own row, so that a column's formula is made once. No letter, though legal in
/// XML; `legible` keeps it out of texts.
pub(crate) const ROW: char = '\u{FDD0}';
/// What stands between the items of a list in a cell.
pub(super) const SEPARATOR: &str = ", ";
/// Longest text literal of a formula, in UTF-16 units: Excel's limit.
const LITERAL_MAX: usize = 255;
/// The day that spreadsheets count from; right for every day from March 1900 on.
const EPOCH: NaiveDate = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
/// The first day that all spreadsheets count alike.
const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(1900, 3, 1).unwrap();
const SECONDS_PER_DAY: f64 = 86_400.0;

/// What stands before a cell of another sheet.
pub(super) fn sheet_reference(name: &str) -> String {
    format!("'{}'!", name.replace('\'', "''"))
}

/// A text as a formula writes it; a long one in pieces.
pub(super) fn literal(text: &str) -> String {
    let mut pieces = vec![String::new()];
    let mut length = 0;
    for c in text.chars().filter(|c| *c != ROW) {
        length += c.len_utf16();
        if length > LITERAL_MAX {
            pieces.push(String::new());
            length = c.len_utf16();
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
    }
    let quoted: Vec<_> = pieces.iter().map(|piece| format!("\"{}\"", piece.replace('"', "\"\""))).collect();
    if quoted.len() == 1 { quoted.concat() } else { format!("({})", quoted.join("&")) }
}

/// Whether the list in `cells` holds the text in `item`; both are pieces of formulas.
pub(super) fn holds_item(cells: &str, item: &str) -> String {
    format!("ISNUMBER(FIND(\"{SEPARATOR}\"&{item}&\"{SEPARATOR}\",\"{SEPARATOR}\"&{cells}&\"{SEPARATOR}\"))")
}

/// A text to look for in SEARCH, without wildcards.
pub(super) fn search_literal(word: &str) -> String {
    literal(&word.replace('~', "~~").replace('?', "~?").replace('*', "~*"))
}

/// A day as spreadsheets count it; nothing for days that they do not agree on.
pub(super) fn day_serial(day: NaiveDate) -> Option<f64> {
    moment_serial(day.and_time(NaiveTime::MIN))
}

/// A moment as spreadsheets count it; nothing for moments that they do not agree on.
pub(super) fn moment_serial(moment: NaiveDateTime) -> Option<f64> {
    if moment.date() < FIRST_DAY {
        return None;
    }
    let seconds = moment.signed_duration_since(EPOCH.and_time(NaiveTime::MIN)).num_seconds();
    #[expect(clippy::cast_precision_loss, reason = "calendars hold far fewer than 2^52 seconds")]
    let seconds = seconds as f64;
    Some(seconds / SECONDS_PER_DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_and_long_ones_are_parted() {
        assert_eq!(literal("say \"hi\""), r#""say ""hi""""#);
        assert_eq!(literal(&"x".repeat(300)), format!("(\"{}\"&\"{}\")", "x".repeat(255), "x".repeat(45)));
        assert_eq!(search_literal("why?*~"), "\"why~?~*~~\"");
    }

    #[test]
    fn days_are_counted_as_spreadsheets_do() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(day_serial(day(2026, 3, 18)), Some(46_099.0));
        assert_eq!(day_serial(day(1900, 3, 1)), Some(61.0));
        assert_eq!(day_serial(day(1900, 2, 28)), None);
        let noon = day(2026, 3, 18).and_hms_opt(12, 0, 0).unwrap();
        assert_eq!(moment_serial(noon), Some(46_099.5));
    }

    #[test]
    fn sheets_are_quoted() {
        assert_eq!(sheet_reference("Ada's"), "'Ada''s'!");
    }
}
