//! The words just before a place, which say what stands there.

/// How far back a word may stand, in bytes.
const REACH: usize = 40;
/// The most bytes between the word and the place.
const GAP_MAX: usize = 14;
/// The most letters among them: ` is: "`, ` me at `.
const GAP_LETTERS_MAX: usize = 4;

/// Whether one of `cues`, in lower case, stands just before `start` on the same line.
pub(super) fn is_after(text: &str, start: usize, cues: &[&str]) -> bool {
    let before = line_before(text, start).to_lowercase();
    let is_there = |cue: &&str| {
        let found = before.rmatch_indices(*cue).next();
        found.is_some_and(|(at, _)| {
            is_whole(&before, at, at + cue.len()) && is_near(&before[at + cue.len()..])
        })
    };
    cues.iter().any(is_there)
}

/// Whether so little stands between a word and a place that the one speaks of the other.
fn is_near(gap: &str) -> bool {
    gap.len() <= GAP_MAX && gap.chars().filter(|one| one.is_alphanumeric()).count() <= GAP_LETTERS_MAX
}

/// What stands before `start` on its line, as far as anybody would look.
fn line_before(text: &str, start: usize) -> &str {
    let from = text.floor_char_boundary(start.saturating_sub(REACH));
    let reach = text.get(from..start).unwrap_or_default();
    reach.rsplit('\n').next().unwrap_or_default()
}

/// Whether no letter of an alphabet goes on before or after; an `s` may, and scripts without spaces always may.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let goes_on = |one: char| one.is_alphabetic() && !is_without_spaces(one);
    let cue_is_spaced = !text[start..end].chars().any(is_without_spaces);
    let before = text[..start].chars().next_back().is_some_and(goes_on);
    let after = text[end..].strip_prefix('s').unwrap_or(&text[end..]).chars().next().is_some_and(goes_on);
    !cue_is_spaced || !before && !after
}

fn is_without_spaces(one: char) -> bool {
    matches!(one, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}
