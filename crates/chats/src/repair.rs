//! Makes an element's bytes text that any JSON reader takes.

use std::borrow::Cow;

/// The element as text: escapes of half a pair of UTF-16 become those of U+FFFD, in their place, and bytes that are
/// no UTF-8 become U+FFFD.
///
/// Real exports hold both: an emoji that was cut in two, a file that passed through an editor.
pub(crate) fn repair(bytes: &mut [u8], has_surrogates: bool) -> Cow<'_, str> {
    if has_surrogates {
        mend_halves(bytes);
    }
    String::from_utf8_lossy(bytes)
}

/// Length of `\ud83d`.
const ESCAPE: usize = 6;

fn mend_halves(bytes: &mut [u8]) {
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'\\', bytes.get(at..).unwrap_or_default()) {
        let place = at + found;
        at = match (unit(bytes, place), unit(bytes, place + ESCAPE)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => place + 2 * ESCAPE,
            (Some(0xD800..=0xDFFF), _) => {
                bytes[place + 2..place + ESCAPE].copy_from_slice(b"fffd");
                place + ESCAPE
            }
            _ => place + 2,
        };
    }
}

/// The unit of UTF-16 that is escaped at `place`.
fn unit(bytes: &[u8], place: usize) -> Option<u16> {
    let digits = bytes.get(place..place + ESCAPE)?.strip_prefix(b"\\u")?;
    digits.iter().try_fold(0, |unit, digit| {
        let digit = char::from(*digit).to_digit(16).and_then(|digit| u16::try_from(digit).ok())?;
        Some(unit << 4 | digit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, after: &str) {
        assert_eq!(repair(&mut before.as_bytes().to_vec(), true), after);
    }

    #[test]
    fn halves_are_replaced_and_pairs_are_kept() {
        check(r"a \ud83d b", r"a \ufffd b");
        check(r"\ud83d\ude80", r"\ud83d\ude80");
        check(r"\ude80\ud83d", r"\ufffd\ufffd");
        check(r"\ud83d\ud83d\ude80", r"\ufffd\ud83d\ude80");
        check(r"\\ud83d", r"\\ud83d");
        check(r"\ud8", r"\ud8");
    }

    #[test]
    fn bytes_that_are_no_text_are_replaced() {
        assert_eq!(repair(&mut [b'a', 0xFF, b'b'], false), "a\u{fffd}b");
    }
}
