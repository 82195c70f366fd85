//! Titles of pages and names of their files.

use chrono::NaiveDate;

use crate::names::{file_name, no_device};

/// Longest title, in characters: with its folder and its ending it stays a path that every system takes.
const TITLE_CHARS: usize = 80;
/// Longest part of a title in front of what tells it from another one.
const QUALIFIED_CHARS: usize = 45;
/// Longest part that tells a title from another one.
const QUALIFIER_CHARS: usize = 30;
/// How days are called; `:journal/page-title-format` says the same.
pub(super) const DAY: &str = "%Y-%m-%d";

/// `text` as the title of a page, `fallback` when nothing of it is left: without letters that end a link, part a
/// list, begin a tag or break a query.
pub(super) fn title(text: &str, fallback: &str) -> String {
    let linkable: String = text.chars().map(replaced).collect();
    let mut name = file_name(&linkable, fallback);
    for doubled in ["((", "))", "::"] {
        while name.contains(doubled) {
            name = name.replace(doubled, &doubled[1..]);
        }
    }
    let name = cut(&name, TITLE_CHARS);
    let is_day = NaiveDate::parse_from_str(&name, DAY).is_ok();
    match name {
        name if name.is_empty() => fallback.to_owned(),
        name if is_day => format!("{name} {fallback}"),
        name => no_device(name, fallback),
    }
}

/// `title` with what tells it from another page of the same title.
pub(super) fn qualified(title: &str, by: &str) -> String {
    format!("{} ({})", cut(title, QUALIFIED_CHARS), cut(by, QUALIFIER_CHARS))
}

/// The body of the file of the page `title`, as `:triple-lowbar` wants it.
///
/// Source: the app's source of November 2025. Titles of this module need little of it.
pub(super) fn file_body(title: &str) -> String {
    let mut body = String::new();
    let mut rest = title;
    while let Some(c) = rest.chars().next() {
        let lowbars = rest.len() - rest.trim_start_matches('_').len();
        let is_slashed = body.ends_with("___") && lowbars > 0 || rest[lowbars..].starts_with('/');
        if lowbars > 0 && (lowbars >= 3 || is_slashed) {
            body.push_str(&"%5F".repeat(lowbars));
            rest = &rest[lowbars..];
            continue;
        }
        let after = &rest[c.len_utf8()..];
        match c {
            '/' => body.push_str("___"),
            '%' if is_hex(after) => body.push_str("%25"),
            ':' | '*' | '?' | '"' | '<' | '>' | '|' | '#' | '\\' => {
                body.push_str(&format!("%{:02X}", u32::from(c)))
            }
            '.' if body.is_empty() => body.push_str("%2E"),
            '_' => {
                body.push_str(&"_".repeat(lowbars));
                rest = &rest[lowbars..];
                continue;
            }
            c => body.push(c),
        }
        rest = after;
    }
    body
}

fn is_hex(after: &str) -> bool {
    after.len() >= 2 && after.bytes().take(2).all(|byte| byte.is_ascii_hexdigit())
}

fn replaced(c: char) -> char {
    match c {
        '[' | '{' => '(',
        ']' | '}' => ')',
        '"' | '`' => '\'',
        ',' | '~' | '$' => ' ',
        c => c,
    }
}

fn cut(text: &str, chars: usize) -> String {
    let text: String = text.chars().take(chars).collect();
    text.trim_matches(|c: char| matches!(c, ' ' | '.' | '-' | '\'')).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_safe_in_links_lists_and_queries() {
        for (text, expected) in [
            ("[Claude] Technical - Login (2026-03-18)", "(Claude) Technical - Login (2026-03-18)"),
            ("]]> & {{query}} ((x)) [[y]]", ") & (query) (x) (y)"),
            ("a, b #c", "a b c"),
            ("key:: value", "key value"),
            ("2026-03-18", "2026-03-18 Page"),
            ("CON", "CON Page"),
            ("\"\"", "Page"),
            ("Größe 会话", "Größe 会话"),
        ] {
            assert_eq!(title(text, "Page"), expected, "{text}");
        }
        assert!(title(&"long ".repeat(90), "Page").chars().count() <= TITLE_CHARS);
    }

    #[test]
    fn files_are_named_as_the_app_names_them() {
        for (title, expected) in [
            ("Session one", "Session one"),
            ("Chat/What now?", "Chat___What now%3F"),
            ("a___b", "a%5F%5F%5Fb"),
            ("a_/_b", "a%5F___%5Fb"),
            ("snake_case", "snake_case"),
            (".hidden", "%2Ehidden"),
            ("100%25", "100%2525"),
            ("100 %", "100 %"),
        ] {
            assert_eq!(file_body(title), expected, "{title}");
        }
    }
}
