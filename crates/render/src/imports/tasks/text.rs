//! Texts cut to what importers take.

use crate::names::Taken;

/// `text` on one line, without control characters.
pub(crate) fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first `limit` characters of `text`.
pub(crate) fn shortened(text: &str, limit: Option<u32>) -> String {
    match limit {
        Some(limit) if text.chars().count() > limit as usize => {
            text.chars().take(limit as usize).collect::<String>().trim_end().to_owned()
        }
        _ => text.to_owned(),
    }
}

/// Items parted by a comma and a space.
pub(crate) fn joined(items: &[String]) -> String {
    items.join(", ")
}

/// Items parted by a comma alone.
pub(crate) fn joined_tightly(items: &[String]) -> String {
    items.join(",")
}

/// `name` as a header: on one line.
pub(crate) fn plain_header(name: &str) -> String {
    one_line(name)
}

/// `name` as a header of letters, digits and spaces.
pub(crate) fn bare_header(name: &str) -> String {
    let spaced: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    one_line(&spaced)
}

/// `header`, if it is free, else numbered, such as `Name 2`; `fallback`, an id, when it is blank.
pub(super) fn claim(taken: &mut Taken, header: String, fallback: &str) -> String {
    let header = if header.is_empty() { fallback.replace('_', " ") } else { header };
    taken.claim(header, |name, number| format!("{name} {number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_by_characters_never_inside_one() {
        assert_eq!(shortened("Größe ", Some(3)), "Grö");
        assert_eq!(shortened("a b", Some(2)), "a");
        assert_eq!(shortened("Größe", None), "Größe");
    }

    #[test]
    fn headers_are_on_one_line_and_unique() {
        let mut taken = Taken::default();

        assert_eq!(bare_header("a \"b\"\n(c)"), "a b c");
        assert_eq!(plain_header(" a\tb "), "a b");
        assert_eq!(claim(&mut taken, "Name".into(), "fld_a"), "Name");
        assert_eq!(claim(&mut taken, "name".into(), "fld_a"), "name 2");
        assert_eq!(claim(&mut taken, String::new(), "fld_a"), "fld a");
    }
}
