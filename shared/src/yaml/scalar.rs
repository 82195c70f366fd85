//! Texts and numbers as YAML 1.1 and 1.2 both read them.

use super::quoted::{is_escaped, quoted};

/// Words that some reader takes for a boolean, null or a number, in any spelling of upper and lower case.
const RESERVED: [&str; 12] =
    ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "none"];

/// `text` on one line: plain where nobody could take it for anything else, else in double quotes.
pub(super) fn line(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// `text` as a block of lines, kept as they are, with the mark that goes in front; nothing where it is one line, or
/// where a reader could lose some of it.
pub(super) fn lines(text: &str) -> Option<(&'static str, Vec<&str>)> {
    let body = text.strip_suffix('\n').unwrap_or(text);
    let is_whole = text.contains('\n')
        && !text.starts_with(char::is_whitespace)
        && !body.ends_with('\n')
        && text.chars().all(|c| c == '\n' || !is_escaped(c));
    let mark = if body.len() < text.len() { "|" } else { "|-" };
    is_whole.then(|| (mark, body.split('\n').collect()))
}

/// A number with a point, and a sign in its exponent: YAML 1.1 reads `1e21` as a text.
pub(super) fn float(number: f64) -> String {
    let text = format!("{number:?}");
    match text.split_once('e') {
        Some((mantissa, exponent)) => {
            let point = if mantissa.contains('.') { "" } else { ".0" };
            let sign = if exponent.starts_with('-') { "" } else { "+" };
            format!("{mantissa}{point}e{sign}{exponent}")
        }
        None => text,
    }
}

/// `text` without letters that part, hide or turn around what stands beside them.
pub fn visible(text: &str) -> String {
    text.chars().filter(|c| !is_escaped(*c)).collect()
}

/// Starts with a letter, goes on with letters, digits, spaces and marks that mean nothing to YAML, and is no word that
/// means something.
fn is_plain(text: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || " _-./()'’–…!?;+%&*=<>|@".contains(c) || c == ',';
    text.starts_with(char::is_alphabetic)
        && text.chars().all(is_word)
        && !text.ends_with(' ')
        && !RESERVED.contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_mean_something_are_quoted() {
        for (text, expected) in [
            ("Plan the week", "Plan the week"),
            ("Größe, Umfang", "Größe, Umfang"),
            ("fld_sessions_title", "fld_sessions_title"),
            ("", "\"\""),
            ("yes", "\"yes\""),
            ("Off", "\"Off\""),
            ("NULL", "\"NULL\""),
            ("~", "\"~\""),
            ("12:30", "\"12:30\""),
            ("0777", "\"0777\""),
            ("1_000", "\"1_000\""),
            ("2026-03-20", "\"2026-03-20\""),
            ("=", "\"=\""),
            ("<<", "\"<<\""),
            (" a", "\" a\""),
            ("a ", "\"a \""),
            ("a: b", "\"a: b\""),
            ("a #b", "\"a #b\""),
            ("- a", "\"- a\""),
            ("😀 family", "\"😀 family\""),
            ("a\u{202e}b\u{7}\u{85}", "\"a\\u202eb\\u0007\\u0085\""),
            ("a\\\"b", "\"a\\\\\\\"b\""),
            ("a\u{1ffff}", "\"a\\U0001ffff\""),
        ] {
            assert_eq!(line(text), expected);
        }
    }

    #[test]
    fn blocks_keep_every_line() {
        assert_eq!(lines("a\n\n b\n"), Some(("|", vec!["a", "", " b"])));
        assert_eq!(lines("a\nb"), Some(("|-", vec!["a", "b"])));
        for text in ["a", " a\nb", "\na", "a\n\n", "a\r\nb", "a\n\tb"] {
            assert_eq!(lines(text), None, "{text:?}");
        }
    }

    #[test]
    fn numbers_are_numbers_everywhere() {
        for (number, expected) in
            [(7.0, "7.0"), (-0.5, "-0.5"), (1e21, "1.0e+21"), (2.5e-7, "2.5e-7"), (1e300, "1.0e+300")]
        {
            assert_eq!(float(number), expected);
        }
    }
}
