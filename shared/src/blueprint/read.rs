//! Reading a blueprint from JSON: versions first, then the form, each with the place of what is wrong.

use serde_json::Value;

use super::{Blueprint, SCHEMA_VERSION};
use crate::api::pointer::{Located, locate};

/// Why a text is no blueprint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The text is not JSON.
    #[error("this is not JSON: {0}")]
    NotJson(String),
    /// It was written by a newer version of this software.
    #[error(
        "this blueprint has schema version {found}; this version reads up to {SCHEMA_VERSION}: reload or update the app to open it"
    )]
    TooNew {
        /// The version it states.
        found: u64,
    },
    /// It is JSON of another form.
    #[error("{0}")]
    Form(Located),
}

/// Reads a blueprint, migrating older schema versions.
///
/// # Errors
/// [`ReadError`] with the JSON pointer of the first thing that does not fit; structure across elements
/// (ids, references) is [`crate::validate::structure`]'s to check.
pub fn read(json: &str) -> Result<Blueprint, ReadError> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let value: Value = serde_json::from_str(json).map_err(|error| ReadError::NotJson(error.to_string()))?;
    if let Some(found) = value.get("schema_version").and_then(Value::as_u64)
        && found > u64::from(SCHEMA_VERSION)
    {
        return Err(ReadError::TooNew { found });
    }
    // Version 1 is the first: there is nothing to migrate yet.
    locate(&value.to_string()).map_err(ReadError::Form)
}
