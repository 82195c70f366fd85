//! Bytes to text: UTF-8, and UTF-16 where the file says so at its beginning.

use std::borrow::Cow;

use shared::sheet::SheetError;

/// The text of a file.
pub(crate) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, SheetError> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest).map(Cow::Borrowed),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes).map(Cow::Owned),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes).map(Cow::Owned),
        bytes if is_binary(bytes) => Err(SheetError::NoTable),
        bytes => utf8(bytes).map(Cow::Borrowed),
    }
}

/// Whether the beginning holds signs that no text holds: then its encoding is not what is wrong.
fn is_binary(bytes: &[u8]) -> bool {
    bytes.iter().take(4_096).any(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31))
}

fn utf8(bytes: &[u8]) -> Result<&str, SheetError> {
    std::str::from_utf8(bytes).map_err(|error| {
        let read = bytes.get(..error.valid_up_to()).unwrap_or_default();
        SheetError::Encoding { line: 1 + read.iter().filter(|byte| **byte == b'\n').count() }
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, SheetError> {
    let mut pairs = bytes.chunks_exact(2);
    let units = pairs.by_ref().filter_map(|pair| Some(unit([*pair.first()?, *pair.get(1)?])));
    let mut text = String::with_capacity(bytes.len() / 2);
    for sign in char::decode_utf16(units) {
        match sign {
            Ok(sign) => text.push(sign),
            Err(_) => return Err(cut_off(&text)),
        }
    }
    if pairs.remainder().is_empty() { Ok(text) } else { Err(cut_off(&text)) }
}

/// The text ends, or breaks, after `text`.
fn cut_off(text: &str) -> SheetError {
    SheetError::Encoding { line: 1 + text.matches('\n').count() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Result<&str, SheetError>) {
        assert_eq!(text(bytes).as_deref(), expected.as_ref().copied());
    }

    #[test]
    fn what_the_file_says_at_its_beginning_holds() {
        check("a;ü".as_bytes(), Ok("a;ü"));
        check(b"\xEF\xBB\xBFa", Ok("a"));
        check(b"\xFF\xFEa\0\xFC\0", Ok("aü"));
        check(b"\xFE\xFF\0a\xD8\x3D\xDE\0", Ok("a😀"));
    }

    #[test]
    fn what_is_in_another_encoding_is_told_by_its_line() {
        check(b"a\nb\nM\xFCller", Err(SheetError::Encoding { line: 3 }));
        check(b"\xFF\xFEa\0\n\0\xFC", Err(SheetError::Encoding { line: 2 }));
        check(b"\xFE\xFF\xD8\x3D\0a", Err(SheetError::Encoding { line: 1 }));
        check(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", Err(SheetError::NoTable));
    }
}
