//! How wide texts are, without a font: rather too wide than too narrow.

/// Letters of the Latin script by their width in widespread sans-serif fonts, in thousandths of the font size,
/// as wide as the widest of those fonts (DejaVu Sans, Verdana) has them.
const WIDTHS: [(&str, u32); 6] = [
    ("'|ijlI.,:;!`", 400),
    ("()[]{}/\\-frt \"*", 450),
    ("abcdeghknopqsuvxyz0123456789$?_^#+=<>~&", 650),
    ("ABCDEFGHJKLNOPQRSTUVXYZ", 760),
    ("mw", 980),
    ("MW@%…", 1010),
];

/// The width of `text` at a font size, in pixels.
pub fn width(text: &str, size: u32) -> i32 {
    let thousandths: u32 = text.chars().map(letter).sum();
    i32::try_from(thousandths.saturating_mul(size).div_ceil(1000)).unwrap_or(i32::MAX)
}

/// As much of the start of `text` as fits into `most` pixels, with `…` where that is not all.
pub fn fit(text: &str, size: u32, most: i32) -> String {
    if width(text, size) <= most {
        return text.to_owned();
    }
    let room = most - width("…", size);
    let mut shown = String::new();
    for c in text.chars() {
        shown.push(c);
        if width(&shown, size) > room {
            shown.pop();
            break;
        }
    }
    format!("{}…", shown.trim_end_matches(|c: char| c == '\u{200d}' || c.is_whitespace()))
}

fn letter(c: char) -> u32 {
    let latin = WIDTHS.iter().find(|(letters, _)| letters.contains(c));
    match (latin, u32::from(c)) {
        (Some((_, width)), _) => *width,
        // Marks that stand on other letters, joiners and variations.
        (None, 0x300..=0x36f | 0x200c..=0x200d | 0xfe00..=0xfe0f) => 0,
        (None, 0x1100..=0x11ff | 0x2e80..=0xd7ff | 0xf900..=0xfaff | 0xff00..=0xff60) => 1050,
        (None, 0x1_f000..) => 1400,
        (None, _) => 800,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut() {
        assert_eq!(fit("Sessions", 10, 100), "Sessions");
        assert_eq!(fit("Sessions of everybody", 10, 60), "Session…");
        assert_eq!(fit("会话会话", 10, 35), "会话…");
        assert!(width(&fit(&"W".repeat(300), 13, 120), 13) <= 120);
    }
}
