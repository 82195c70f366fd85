//! Whether a text looks drawn by lot.

/// The fewest different characters of a key: placeholders such as `xxxx1234` have fewer.
const VARIETY_MIN: u32 = 9;
/// How often, at least, letters in lower case, in upper case and digits take turns in a token.
const TURNS_MIN: usize = 5;

/// So many characters are more than names have.
const LONG: usize = 32;

/// Whether it has as many different characters as keys have.
pub(super) fn has_variety(text: &str) -> bool {
    let seen = text.bytes().fold(0u128, |seen, byte| seen | 1 << (byte & 0x7f));
    seen.count_ones() >= VARIETY_MIN
}

/// Whether letters and digits take turns as they do in no word, name, version, date, path or UUID.
pub(super) fn is_random(text: &str) -> bool {
    let has = |test: fn(&u8) -> bool| text.as_bytes().iter().any(test);
    let strokes = text.bytes().filter(|byte| *byte == b'/').count();
    let kinds = text.bytes().filter_map(kind);
    let turns = kinds.clone().zip(kinds.skip(1)).filter(|(one, next)| one != next).count();
    has(u8::is_ascii_digit)
        && has(u8::is_ascii_alphabetic)
        && has_variety(text)
        && turns >= TURNS_MIN
        && has_scattered_digits(text)
        && strokes <= 3
        && !is_uuid(text)
}

/// Whether digits stand in more than one place, as they do not in `PrivatePkcs8KeyDer`; long keys may have few by chance.
fn has_scattered_digits(text: &str) -> bool {
    let runs = text.as_bytes().chunk_by(|one, next| one.is_ascii_digit() == next.is_ascii_digit());
    let n_runs = runs.filter(|run| run[0].is_ascii_digit()).count();
    n_runs > 1 || text.len() >= LONG
}

fn kind(byte: u8) -> Option<u8> {
    match byte {
        b'a'..=b'z' => Some(0),
        b'A'..=b'Z' => Some(1),
        b'0'..=b'9' => Some(2),
        _ => None,
    }
}

/// Whether it is written as RFC 9562 has it: names things and opens nothing.
fn is_uuid(text: &str) -> bool {
    let mut groups = text.split('-').map(str::len);
    [8, 4, 4, 4, 12].iter().all(|length| groups.next() == Some(*length)) && groups.next().is_none()
}
