//! Answers as a short text for links.

use super::Answers;

/// Why a text is no link form of answers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a link")]
pub struct LinkError;

/// The answers as a short text.
pub fn to_link(_answers: &Answers) -> String {
    String::new()
}

/// The answers of a link.
pub fn from_link(_link: &str) -> Result<Answers, LinkError> {
    Err(LinkError)
}
