//! Which way a blueprint's own words run.
//!
//! Languages of files are written from left to right; people rename everything in their own. Letters are sorted by
//! the blocks that hold the scripts of the Unicode bidirectional classes R and AL (Unicode Standard Annex #9); a text
//! runs as its first letter does, a blueprint as most of its names do.

use shared::blueprint::{Blueprint, Table};
pub(crate) use shared::words::Direction;

/// The way in which most names of `blueprint` run.
pub(crate) fn of(blueprint: &Blueprint) -> Direction {
    let of_tables = blueprint.tables.iter().flat_map(names_of);
    let of_dashboards = blueprint.dashboards.iter().map(|dashboard| &dashboard.name);
    most([&blueprint.name].into_iter().chain(of_tables).chain(of_dashboards).map(String::as_str))
}

fn names_of(table: &Table) -> impl Iterator<Item = &String> {
    let fields = table.fields.iter().map(|field| &field.name);
    [&table.name].into_iter().chain(fields).chain(table.views.iter().map(|view| &view.name))
}

/// The way in which more than half of `texts` run, those without letters left out.
fn most<'t>(texts: impl Iterator<Item = &'t str>) -> Direction {
    let (mut right_to_left, mut left_to_right) = (0_usize, 0_usize);
    for text in texts {
        match of_text(text) {
            Some(Direction::RightToLeft) => right_to_left += 1,
            Some(Direction::LeftToRight) => left_to_right += 1,
            None => {}
        }
    }
    if right_to_left > left_to_right { Direction::RightToLeft } else { Direction::LeftToRight }
}

/// The way in which `text` runs: that of its first letter; nothing for a text without letters.
pub(crate) fn of_text(text: &str) -> Option<Direction> {
    text.chars().find(|c| c.is_alphabetic()).map(of_letter)
}

fn of_letter(letter: char) -> Direction {
    match letter {
        // Hebrew, Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic and their supplements.
        '\u{0590}'..='\u{08FF}'
        // Presentation forms of Hebrew and Arabic.
        | '\u{FB1D}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFF}'
        // Old scripts of the Near East, Hanifi Rohingya, Yezidi.
        | '\u{10800}'..='\u{10FFF}'
        // Mende Kikakui, Adlam, Arabic mathematical letters.
        | '\u{1E800}'..='\u{1EFFF}' => Direction::RightToLeft,
        _ => Direction::LeftToRight,
    }
}

#[cfg(test)]
mod tests {
    use shared::blueprint::read;

    use super::*;

    #[test]
    fn a_text_runs_as_its_first_letter_does() {
        let (left, right) = (Some(Direction::LeftToRight), Some(Direction::RightToLeft));
        for (text, expected) in [
            ("Sessions", left),
            ("12. שלום", right),
            ("مرحبا GPT", right),
            ("GPT مرحبا", left),
            ("会话", left),
            ("Ünïcödé", left),
            ("𞤀𞤣𞤤𞤢𞤥", right),
            ("\u{202e}drowssap", left),
            ("42 😀", None),
            ("", None),
        ] {
            assert_eq!(of_text(text), expected, "{text}");
        }
    }

    #[test]
    fn a_blueprint_runs_as_most_of_its_names_do() {
        let mut blueprint = read(include_str!("../tests/it/fixtures/small.json")).unwrap();
        assert_eq!(of(&blueprint), Direction::LeftToRight);

        blueprint.name = "שיחות".into();
        assert_eq!(of(&blueprint), Direction::LeftToRight);

        for table in &mut blueprint.tables {
            table.name = "שיחות".into();
            table.fields.iter_mut().for_each(|field| field.name = "כותרת".into());
        }
        assert_eq!(of(&blueprint), Direction::RightToLeft);
    }
}
