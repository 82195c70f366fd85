//! Kinds of data that had better not be written elsewhere unseen.

use serde::{Deserialize, Serialize};

use super::WORDS;
use crate::words::Language;

/// What a piece of text looks like.
///
/// APPEND-ONLY: names are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonalData {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// The number of a payment card; its check digit is right.
    Card,
    /// A key, a token, a password: whoever has it may use it.
    Key,
}

impl PersonalData {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Email, Self::Phone, Self::Card, Self::Key];

    /// What people call it.
    pub fn name(self, language: Language) -> String {
        let key = match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Card => "card",
            Self::Key => "key",
        };
        WORDS.fill(language, &format!("personal.{key}"), &[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_complete() {
        crate::words::assert_complete(&WORDS);
        assert_eq!(PersonalData::Card.name(Language::Fr), "Numéro de carte");
    }
}
