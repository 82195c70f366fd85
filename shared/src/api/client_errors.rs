//! Errors of the client that a person chose to send.

mod scrub;

use serde::{Deserialize, Serialize};
use validator::Validate;

use super::body::RequestBody;
use crate::words::Language;

pub use scrub::scrub;

/// Longest account of an error, in characters.
pub const CLIENT_ERROR_MESSAGE_MAX: u64 = 4000;
/// Longest path of a page, in characters.
pub const CLIENT_ERROR_PATH_MAX: u64 = 200;
/// Longest name of a version, in characters.
pub const CLIENT_ERROR_VERSION_MAX: u64 = 40;

/// Body of `create_client_error`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CreateClientError {
    /// What went wrong.
    pub kind: ClientErrorKind,
    /// What the program said, without what tells who somebody is or what they wrote.
    #[validate(length(min = 1, max = CLIENT_ERROR_MESSAGE_MAX))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 4000))]
    pub message: String,
    /// Path of the page it happened on; without the fragment, which holds answers.
    #[validate(length(min = 1, max = CLIENT_ERROR_PATH_MAX), custom(function = is_path))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 200, pattern = "^/[^?#]*$"))]
    pub path: String,
    /// Version of the client.
    #[validate(length(min = 1, max = CLIENT_ERROR_VERSION_MAX))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 40))]
    pub version: String,
    /// Language of the interface.
    pub language: Language,
}

impl RequestBody for CreateClientError {}

/// What went wrong in a client.
///
/// APPEND-ONLY: numbers are kept by these names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClientErrorKind {
    /// The client stopped.
    Crash,
    /// The client or a part of it could not be loaded.
    Load,
    /// A file could not be made.
    File,
    /// The server could not be asked, or refused.
    Request,
    /// Anything else that was not expected.
    Other,
}

impl ClientErrorKind {
    /// Every one.
    pub const ALL: [Self; 5] = [Self::Crash, Self::Load, Self::File, Self::Request, Self::Other];

    /// Its name in documents, such as `crash`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Crash => "crash",
            Self::Load => "load",
            Self::File => "file",
            Self::Request => "request",
            Self::Other => "other",
        }
    }

    /// The kind of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// Answer of `create_client_error`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClientError {
    /// What went wrong.
    pub kind: ClientErrorKind,
    /// What was written down: the message, scrubbed once more.
    pub message: String,
}

fn is_path(path: &str) -> Result<(), validator::ValidationError> {
    let is_plain = path.starts_with('/') && !path.contains(['?', '#']);
    if is_plain { Ok(()) } else { Err(validator::ValidationError::new("path")) }
}
