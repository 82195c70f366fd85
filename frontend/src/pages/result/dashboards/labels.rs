//! Names along an axis that never run into each other.

use super::scale::float;

/// About how wide a text is at the size of axes, in pixels: there is nothing to measure it with before it is drawn.
pub(super) fn width_of(text: &str) -> f64 {
    text.chars().map(|letter| if is_wide(letter) { 12.0 } else { 6.7 }).sum()
}

/// Whether a letter takes a full square, as those of Japanese do.
fn is_wide(letter: char) -> bool {
    ('\u{2e80}'..='\u{9fff}').contains(&letter) || ('\u{ff00}'..='\u{ff60}').contains(&letter)
}

/// The text, shortened until it fits into `room` pixels.
pub(super) fn shortened(text: &str, room: f64) -> String {
    if width_of(text) <= room {
        return text.to_owned();
    }
    let mut short = String::new();
    for letter in text.chars() {
        short.push(letter);
        if width_of(&short) + 10.0 > room {
            short.pop();
            break;
        }
    }
    format!("{}…", short.trim_end())
}

/// How the names along a lying axis stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// Upright, every one of so many.
    Every(usize),
    /// Slanted, every one.
    Slanted,
}

impl Stand {
    /// How names stand in places of `room` pixels: those of what follows in time may be left out, for who sees two
    /// knows those between.
    pub(super) fn of(names: &[String], room: f64, follows_in_time: bool) -> Self {
        let widest = names.iter().map(|name| width_of(name)).fold(0.0, f64::max) + 8.0;
        if widest <= room {
            return Self::Every(1);
        }
        if !follows_in_time {
            return Self::Slanted;
        }
        let every = (2..=names.len().max(2)).find(|every| room * float(*every) >= widest);
        Self::Every(every.unwrap_or(names.len().max(1)))
    }

    /// Whether the name at this position is written.
    pub(super) fn shows(self, position: usize) -> bool {
        match self {
            Self::Every(every) => position.is_multiple_of(every.max(1)),
            Self::Slanted => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(count: usize, name: &str) -> Vec<String> {
        vec![name.to_owned(); count]
    }

    #[test]
    fn names_that_fit_stand_upright() {
        assert_eq!(Stand::of(&names(5, "Mon"), 60.0, false), Stand::Every(1));
    }

    #[test]
    fn weeks_are_left_out_and_categories_slanted() {
        assert_eq!(Stand::of(&names(12, "2026-03-16"), 40.0, true), Stand::Every(2));
        assert_eq!(Stand::of(&names(12, "2026-03-16"), 40.0, false), Stand::Slanted);
        assert_eq!(Stand::of(&names(3, "2026-03-16"), 1.0, true), Stand::Every(3));
        let shown: Vec<_> = (0..6).filter(|position| Stand::Every(3).shows(*position)).collect();
        assert_eq!(shown, [0, 3]);
    }

    #[test]
    fn long_names_are_shortened_to_their_room() {
        assert_eq!(shortened("Claude", 80.0), "Claude");
        let short = shortened("A project with quite a name", 80.0);
        assert!(short.ends_with('…') && width_of(&short) <= 82.0, "{short}");
        assert!(width_of(&shortened("長い名前のプロジェクト", 60.0)) <= 70.0);
    }
}
