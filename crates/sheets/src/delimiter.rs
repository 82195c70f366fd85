//! What parts the fields of a CSV text: a comma, a semicolon, a tab or a bar.

use crate::records::Records;

/// What may part fields; the first of equals is taken: the one that stands in sentences comes last.
const DELIMITERS: [u8; 4] = [b'\t', b';', b'|', b','];
/// How many records are looked at.
const RECORDS_MAX: usize = 20;
/// How much of a text is looked at, in bytes.
const BEGINNING: usize = 64 * 1024;

/// Where the records of a text begin, as the rest and the number of its first line, and what parts their fields. A first
/// line such as `sep=;`, which spreadsheets write, says it.
pub(crate) fn of(text: &str) -> ((&str, usize), u8) {
    if let Some((rest, delimiter)) = stated(text) {
        return ((rest, 2), delimiter);
    }
    let rated = DELIMITERS.map(|delimiter| (rate(beginning(text), delimiter), delimiter));
    // The last of the greatest wins: the other way round, it is the first.
    let best = rated.into_iter().rev().max_by_key(|(rating, _)| *rating);
    ((text, 1), best.map_or(b'\t', |(_, delimiter)| delimiter))
}

fn stated(text: &str) -> Option<(&str, u8)> {
    let rest = text.strip_prefix("sep=")?;
    let (line, rest) = rest.split_once('\n')?;
    match line.trim_end_matches('\r').as_bytes() {
        [delimiter] if DELIMITERS.contains(delimiter) => Some((rest, *delimiter)),
        _ => None,
    }
}

fn beginning(text: &str) -> &str {
    let end = (0..=BEGINNING.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or_default()).unwrap_or_default()
}

/// How well a delimiter parts a text: how many in a thousand records it parts into as many fields as the first one, or
/// into fewer but several; then how many fields that are.
fn rate(text: &str, delimiter: u8) -> (usize, usize) {
    let mut records = Records::new((text, 1), delimiter);
    let mut counts = Vec::new();
    // A quote that is still open ends the beginning, not the text.
    while let (true, Ok(Some(record))) = (counts.len() < RECORDS_MAX, records.next_record()) {
        counts.push(record.len());
    }
    let columns = counts.first().copied().unwrap_or_default();
    let parted = counts.iter().filter(|count| (2..=columns).contains(*count)).count();
    let share = parted * 1_000 / counts.len().max(1);
    if columns < 2 || share < 500 { (0, 0) } else { (share, columns) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: u8) {
        assert_eq!(char::from(of(text).1), char::from(expected), "{text:?}");
    }

    #[test]
    fn what_parts_most_records_alike_is_the_delimiter() {
        check("a,b\n1,2", b',');
        check("Name;Price\nTea;1,50\nCoffee;2,20", b';');
        check("a\tb, c\n1\t2, 3", b'\t');
        check("a|b\n1|2", b'|');
        check("a,b,c\n1,2\n3", b',');
        check("\"a;b\",c\n\"d;e\",f", b',');
    }

    #[test]
    fn one_column_is_parted_by_nothing_in_it() {
        check("Notes", b'\t');
        check("Notes, ideas\none\ntwo\nthree", b'\t');
        check("", b'\t');
    }

    #[test]
    fn a_first_line_may_say_it() {
        assert_eq!(of("sep=;\r\na,b;c"), (("a,b;c", 2), b';'));
        assert_eq!(of("sep=x\na;b"), (("sep=x\na;b", 1), b'\t'));
    }
}
