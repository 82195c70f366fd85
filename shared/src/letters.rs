//! Letters that show people something else than what is there.

/// Control letters, zero-width letters but the joiner of emoji, marks that turn text around, and line separators.
///
/// Where a program reads a text, they are written as escapes, so that a text cannot look like another.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}')
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}
