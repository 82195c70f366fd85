//! Reading the previous product's configuration.

use super::Answers;

/// Why a text is no configuration of the previous product.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a configuration")]
pub struct LegacyError;

/// Reads a configuration of the previous product.
pub fn read_legacy(_text: &str) -> Result<Answers, LegacyError> {
    Err(LegacyError)
}
