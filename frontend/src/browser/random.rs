//! Ids that nobody else has.

use std::fmt::Write as _;

use leptos::prelude::window;

/// Bytes of randomness in an id: as many as in a UUID.
const RANDOM_BYTES: usize = 16;

/// A new id that begins with `prefix`, such as `fld_3f2a…`: lower-case letters, digits and `_`.
///
/// Drawn from the browser's own source, which pages have that come without encryption, too.
pub(crate) fn id(prefix: &str) -> String {
    let mut bytes = [0_u8; RANDOM_BYTES];
    if let Ok(crypto) = window().crypto() {
        // Refused only beyond 65,536 bytes.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    let mut id = format!("{prefix}_");
    for byte in bytes {
        // Writing to a text cannot fail.
        let _ = write!(id, "{byte:02x}");
    }
    id
}
