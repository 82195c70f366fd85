//! Names that spreadsheets take: of sheets, of tables, of columns.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

/// Longest name of a sheet, in UTF-16 units: Excel's limit.
const SHEET_NAME_MAX: usize = 31;
/// Longest name of a table or of cells, in UTF-16 units: Excel takes 255; this is still read at a glance.
const REFERENCE_MAX: usize = 60;
/// Most text a cell holds, in UTF-16 units: Excel's limit.
pub(super) const TEXT_MAX: usize = 32_767;
/// Longest header of a column, in UTF-16 units: Excel's limit for the columns of a table.
const HEADER_MAX: usize = 255;

/// Hands out names that differ from each other without regard to case.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// The name of a sheet: what Excel, LibreOffice and Google Sheets all take, as near to `wanted` as it goes.
    pub(super) fn sheet(&mut self, wanted: &str) -> String {
        // Quotation marks and brackets are legal, but make references to the sheet hard to read and to write.
        let cleaned = clean(wanted, |c| !r#"\/?*[]:'"{}"#.contains(c));
        // Excel keeps `History` for itself.
        let name = if cleaned.eq_ignore_ascii_case("history") { format!("{cleaned}_") } else { cleaned };
        self.unique(if name.is_empty() { "Sheet" } else { &name }, SHEET_NAME_MAX, " ")
    }

    /// The name of a table: letters, digits and `_`, with a prefix that keeps it from reading like a cell.
    pub(super) fn table(&mut self, wanted: &str) -> String {
        self.reference("tbl_", wanted)
    }

    /// The name of a table or of cells, as formulas refer to it: `prefix`, then letters, digits and `_`.
    pub(super) fn reference(&mut self, prefix: &str, wanted: &str) -> String {
        // Letters beyond the first plane and digits of other scripts are not taken everywhere.
        let is_plain = |c: char| c.is_ascii_digit() || (c.is_alphabetic() && c.len_utf16() == 1);
        let name: String = wanted.nfc().map(|c| if is_plain(c) { c } else { '_' }).collect();
        self.unique(&format!("{prefix}{}", name.trim_matches('_')), REFERENCE_MAX, "_")
    }

    /// The header of a column.
    pub(super) fn header(&mut self, wanted: &str) -> String {
        let name = one_line(wanted);
        self.unique(if name.is_empty() { "-" } else { &name }, HEADER_MAX, " ")
    }

    fn unique(&mut self, name: &str, max: usize, separator: &str) -> String {
        let mut candidate = shorten(name, max);
        let mut number = 2_u32;
        while !self.taken.insert(candidate.to_lowercase()) {
            let suffix = format!("{separator}{number}");
            candidate = shorten(name, max - suffix.len()) + &suffix;
            number += 1;
        }
        candidate
    }
}

/// `text` in one line.
pub(super) fn one_line(text: &str) -> String {
    clean(text, |_| true)
}

/// `text` without control characters, with single spaces, only with what `keep` keeps.
fn clean(text: &str, keep: impl Fn(char) -> bool) -> String {
    let kept: String = text.chars().map(|c| if c.is_control() || !keep(c) { ' ' } else { c }).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The longest start of `text` that has at most `max` UTF-16 units: how spreadsheets count.
pub(super) fn shorten(text: &str, max: usize) -> String {
    let mut length = 0;
    let fits = |c: &char| {
        length += c.len_utf16();
        length <= max
    };
    text.chars().take_while(fits).collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheet_names_are_legal_and_unique() {
        let mut names = Names::default();
        assert_eq!(names.sheet("Sessions"), "Sessions");
        assert_eq!(names.sheet("SESSIONS"), "SESSIONS 2");
        assert_eq!(names.sheet("A/B: [what?] 'now'*"), "A B what now");
        assert_eq!(names.sheet("History"), "History_");
        assert_eq!(names.sheet("\u{7}"), "Sheet");
        let long = names.sheet(&"Ünïcödé ".repeat(9));
        assert_eq!(long, "Ünïcödé Ünïcödé Ünïcödé Ünïcödé");
        assert_eq!(names.sheet(&"Ünïcödé ".repeat(9)), "Ünïcödé Ünïcödé Ünïcödé Ünïcö 2");
        assert!(names.sheet(&"🗂".repeat(40)).encode_utf16().count() <= SHEET_NAME_MAX);
    }

    #[test]
    fn table_names_never_read_like_cells() {
        let mut names = Names::default();
        assert_eq!(names.table("A1"), "tbl_A1");
        assert_eq!(names.table("Action Items"), "tbl_Action_Items");
        assert_eq!(names.table("Action-Items"), "tbl_Action_Items_2");
        assert_eq!(names.table("Aufgaben & Größe"), "tbl_Aufgaben___Größe");
    }

    #[test]
    fn headers_differ_without_regard_to_case() {
        let mut names = Names::default();
        assert_eq!(names.header("Notes"), "Notes");
        assert_eq!(names.header("notes\n"), "notes 2");
        assert_eq!(names.header(" "), "-");
    }
}
