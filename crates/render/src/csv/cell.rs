//! What a cell of a CSV file holds.

use crate::names::is_invisible;

/// A cell of a CSV file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words of people, guarded.
    Text(String),
    /// What we write ourselves: a number, a day, a check mark.
    Plain(String),
}

impl Cell {
    /// Words of people, [`Cell::Empty`] for none. What a spreadsheet could take for a formula gets an apostrophe in
    /// front, as one would type it there; [`is_guarded`] says how to undo that.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        match text {
            text if text.is_empty() => Self::Empty,
            text if is_guarded(&text) => Self::Text(format!("'{text}")),
            text => Self::Text(text),
        }
    }

    /// A number: its shortest digits, with a decimal point, never with an exponent.
    pub(crate) fn number(number: f64) -> Self {
        // Adding zero turns minus zero into zero.
        Self::Plain((number + 0.0).to_string())
    }

    /// The text as it stands in the file, before quoting.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Empty => "",
            Self::Text(text) | Self::Plain(text) => text,
        }
    }
}

/// Whether `text` gets an apostrophe in front; an apostrophe in front of a text for which this is true is to be taken
/// away when the file is read by other programs than spreadsheets.
///
/// True for what starts with a tab or a line break, and for what has, after any spaces and apostrophes, one of
/// `= + - @`, in half or full width, at its start. Counting apostrophes makes it reversible: `'=1`, typed by a person,
/// becomes `''=1`. The start of a cell is all it guards: a program that parts our columns at semicolons instead of commas
/// makes cells of the middle of a text, and an apostrophe at every line of a Markdown list would be too much; the
/// read-me says how to open the files instead. Source: OWASP, "CSV Injection", read November 2026.
pub(crate) fn is_guarded(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    let first = bare.trim_start_matches(|c: char| c == '\'' || is_blank(c)).chars().next();
    bare.starts_with(['\t', '\r', '\n'])
        || first.is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'))
}

/// What spreadsheets pass over at the start of a cell: spaces, and marks that nobody sees.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Undoes the guard, as the read-me says.
    fn undone(cell: &Cell) -> &str {
        match cell.as_str().strip_prefix('\'') {
            Some(bare) if is_guarded(bare) => bare,
            _ => cell.as_str(),
        }
    }

    #[test]
    fn nothing_runs_as_a_formula_and_everything_comes_back() {
        for (text, expected) in [
            ("Plan", "Plan"),
            ("=1+1", "'=1+1"),
            ("-2", "'-2"),
            ("- a list", "'- a list"),
            ("+49 30", "'+49 30"),
            ("@SUM(1)", "'@SUM(1)"),
            ("  =1", "'  =1"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("\tx", "'\tx"),
            ("\nx", "'\nx"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("' '=1", "'' '=1"),
            ("'tis", "'tis"),
            ("'", "'"),
            ("a=1", "a=1"),
        ] {
            let cell = Cell::text(text);

            assert_eq!(cell.as_str(), expected);
            assert_eq!(undone(&cell), text);
        }
        assert_eq!(Cell::text(""), Cell::Empty);
    }

    #[test]
    fn numbers_stay_numbers() {
        for (number, expected) in [(-2.5, "-2.5"), (7.0, "7"), (-0.0, "0"), (1e21, "1000000000000000000000")]
        {
            assert_eq!(Cell::number(number).as_str(), expected);
        }
    }
}
