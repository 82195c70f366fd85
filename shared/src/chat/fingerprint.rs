//! What tells copies of a chat.

use serde::{Deserialize, Serialize};

/// The most bits in which fingerprints of copies differ: they say nearly the same words in the same order.
pub const DISTANCE_MAX: u32 = 6;

/// 64 bits of what a chat says; chats that say nearly the same have nearly the same bits.
///
/// Written as 16 hexadecimal digits: not every reader of JSON holds 64 bits in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Fingerprint(pub u64);

impl Fingerprint {
    /// In how many bits two fingerprints differ.
    pub fn distance(self, other: Self) -> u32 {
        (self.0 ^ other.0).count_ones()
    }

    /// Whether they are of copies of one chat, as far as 64 bits can tell.
    pub fn same(self, other: Self) -> bool {
        self.distance(other) <= DISTANCE_MAX
    }
}

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> Self {
        format!("{:016x}", fingerprint.0)
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = std::num::ParseIntError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        u64::from_str_radix(&text, 16).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_comes_back_from_json() {
        for fingerprint in [Fingerprint(0), Fingerprint(u64::MAX), Fingerprint(0x0123_4567_89ab_cdef)] {
            let json = serde_json::to_string(&fingerprint).unwrap();

            assert_eq!(json.len(), 18);
            assert_eq!(serde_json::from_str::<Fingerprint>(&json).unwrap(), fingerprint);
        }
        assert!(serde_json::from_str::<Fingerprint>("\"many\"").is_err());
    }

    #[test]
    fn a_few_bits_are_the_same_and_more_are_not() {
        assert!(Fingerprint(0).same(Fingerprint(0b11_1111)));
        assert!(!Fingerprint(0).same(Fingerprint(0b111_1111)));
    }
}
