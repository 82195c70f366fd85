//! Keys that are known to exist when the client is built.

include!(concat!(env!("OUT_DIR"), "/keys.rs"));

/// A key of the words, known to exist.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key(&'static str);

impl Key {
    /// The key `name`. In a constant, as [`crate::i18n::t`] uses it, an unknown one fails the build.
    pub(crate) const fn new(name: &'static str) -> Self {
        assert!(is_known(name), "no such key in frontend/locales/en.json");
        Self(name)
    }

    /// The key as it stands in the files.
    pub(crate) const fn as_str(self) -> &'static str {
        self.0
    }
}

/// Binary search by hand: constant code has no other.
pub(crate) const fn is_known(name: &str) -> bool {
    let (mut low, mut high) = (0, KEYS.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        match compare(KEYS[middle].as_bytes(), name.as_bytes()) {
            0 => return true,
            1.. => high = middle,
            _ => low = middle + 1,
        }
    }
    false
}

/// Negative, zero or positive, as `left` is less than, equal to or greater than `right`.
const fn compare(left: &[u8], right: &[u8]) -> i32 {
    let mut at = 0;
    while at < left.len() && at < right.len() {
        if left[at] != right[at] {
            return left[at] as i32 - right[at] as i32;
        }
        at += 1;
    }
    left.len() as i32 - right.len() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_found_and_no_other() {
        assert!(KEYS.iter().all(|key| is_known(key)));
        assert!(!is_known("wizard"));
        assert!(!is_known(""));
        assert!(!is_known("~"));
    }
}
