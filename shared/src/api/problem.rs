//! Errors as the API says them: problem details (RFC 9457).

use serde::{Deserialize, Serialize};

use super::pointer::Located;

/// Media type of a problem.
pub const PROBLEM_MEDIA_TYPE: &str = "application/problem+json";

/// Where the documentation of problems stands; a code is its fragment.
pub const PROBLEM_TYPES: &str = "/api/docs/problems";

/// Why a request was not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProblemDetails {
    /// Where this kind of problem is explained.
    #[serde(rename = "type")]
    #[cfg_attr(feature = "openapi", schema(format = "uri-reference"))]
    pub kind: String,
    /// What it is called; the same for every occurrence.
    pub title: String,
    /// The HTTP status, again.
    #[cfg_attr(feature = "openapi", schema(minimum = 400, maximum = 599))]
    pub status: u16,
    /// What is wrong this time, and how to go on.
    pub detail: String,
    /// Stable name of the problem, for programs.
    pub code: ProblemCode,
    /// Id of the request; the server's logs know it too.
    pub request_id: String,
    /// What is wrong, a place each; empty when the problem has no place in the body.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
}

/// One place of a request body that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// What is wrong there; values are never repeated.
    pub detail: String,
    /// JSON pointer into the body, in fragment form, such as `#/answers/priorities`.
    pub pointer: String,
    /// Stable name of the broken rule, such as `length`.
    pub code: String,
}

impl From<Located> for FieldError {
    fn from(place: Located) -> Self {
        Self { detail: place.sentence, pointer: place.pointer, code: place.code }
    }
}

/// Stable name of a problem.
///
/// APPEND-ONLY: clients rely on the names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// The request cannot be read.
    Unreadable,
    /// Nothing is there.
    NotFound,
    /// The address does not know this method.
    MethodNotAllowed,
    /// The request did not arrive in time.
    RequestTimeout,
    /// The body is too large.
    TooLarge,
    /// The body is no JSON by its Content-Type.
    MediaTypeUnsupported,
    /// The body has another form, or breaks rules of its fields.
    Invalid,
    /// The blueprint was written by a newer version of this software.
    SchemaVersionUnsupported,
    /// The blueprint does not hold together.
    BlueprintBroken,
    /// The blueprint does not fit the file's format.
    FormatUnsuitable,
    /// Too many requests from one address.
    RateLimited,
    /// The server failed.
    Internal,
    /// The server could not finish in time.
    Unavailable,
    /// A code that is newer than this client; servers never send it.
    #[serde(other)]
    Unknown,
}

impl ProblemCode {
    /// Every code that a server sends.
    pub const ALL: [Self; 13] = [
        Self::Unreadable,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::RequestTimeout,
        Self::TooLarge,
        Self::MediaTypeUnsupported,
        Self::Invalid,
        Self::SchemaVersionUnsupported,
        Self::BlueprintBroken,
        Self::FormatUnsuitable,
        Self::RateLimited,
        Self::Internal,
        Self::Unavailable,
    ];

    /// Its name in documents, such as `not_found`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::NotFound => "not_found",
            Self::MethodNotAllowed => "method_not_allowed",
            Self::RequestTimeout => "request_timeout",
            Self::TooLarge => "too_large",
            Self::MediaTypeUnsupported => "media_type_unsupported",
            Self::Invalid => "invalid",
            Self::SchemaVersionUnsupported => "schema_version_unsupported",
            Self::BlueprintBroken => "blueprint_broken",
            Self::FormatUnsuitable => "format_unsuitable",
            Self::RateLimited => "rate_limited",
            Self::Internal => "internal",
            Self::Unavailable => "unavailable",
            Self::Unknown => "unknown",
        }
    }

    /// The HTTP status it travels under.
    pub fn status(self) -> u16 {
        match self {
            Self::Unreadable => 400,
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::RequestTimeout => 408,
            Self::TooLarge => 413,
            Self::MediaTypeUnsupported => 415,
            Self::Invalid
            | Self::SchemaVersionUnsupported
            | Self::BlueprintBroken
            | Self::FormatUnsuitable => 422,
            Self::RateLimited => 429,
            Self::Internal | Self::Unknown => 500,
            Self::Unavailable => 503,
        }
    }

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Unreadable => "The request cannot be read",
            Self::NotFound => "Nothing is there",
            Self::MethodNotAllowed => "The method is not allowed here",
            Self::RequestTimeout => "The request did not arrive in time",
            Self::TooLarge => "The body is too large",
            Self::MediaTypeUnsupported => "The body must be JSON",
            Self::Invalid => "The body is not valid",
            Self::SchemaVersionUnsupported => "The blueprint is too new",
            Self::BlueprintBroken => "The blueprint does not hold together",
            Self::FormatUnsuitable => "The blueprint does not fit the format",
            Self::RateLimited => "Too many requests",
            Self::Internal => "The server failed",
            Self::Unavailable => "The server could not finish in time",
            Self::Unknown => "Unknown problem",
        }
    }

    /// What it means and how to go on, for the documentation page.
    pub fn explanation(self) -> &'static str {
        match self {
            Self::Unreadable => {
                "The body is not JSON in UTF-8, or the request line or a header is malformed. Mend the request; \
                 sending it again as it is will not help."
            }
            Self::NotFound => {
                "The address names nothing, or something that is not yours to see. Compare it with the list of \
                 operations; platforms are listed at `/api/v1/platforms`."
            }
            Self::MethodNotAllowed => "The `Allow` header of the answer lists the methods of this address.",
            Self::RequestTimeout => "The body did not arrive in time. Send it again on a better connection.",
            Self::TooLarge => "A body may have 2 MB. Leave out sample rows, or split the blueprint.",
            Self::MediaTypeUnsupported => "Send `Content-Type: application/json`.",
            Self::Invalid => {
                "`errors` lists each place that is wrong as a JSON pointer into the body, with the rule it breaks. \
                 Unknown members are refused, too."
            }
            Self::SchemaVersionUnsupported => {
                "The blueprint was written by a newer version of this software. Update the server, or export the \
                 blueprint again from the older one."
            }
            Self::BlueprintBroken => {
                "Ids are missing, doubled or name nothing, so that nothing can be made of the blueprint. `errors` \
                 lists each place. Problems that leave the structure whole never lead here: they come back as \
                 `problems` of an answer with status 200."
            }
            Self::FormatUnsuitable => {
                "The blueprint is sound, but exceeds what a file of this format can hold; the sentence says what. \
                 Make it smaller or choose another format."
            }
            Self::RateLimited => {
                "Wait as many seconds as `Retry-After` says. `RateLimit` and `RateLimit-Policy` on every answer tell \
                 how much is left, so that waiting can be avoided."
            }
            Self::Internal => {
                "The fault is the server's and has been logged under `request_id`. Try again later; tell the \
                 operator the id if it persists."
            }
            Self::Unavailable => "The work took too long or the server is stopping. Try again in a moment.",
            Self::Unknown => "The server is newer than the client that shows this.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_named_as_they_are_written() {
        for code in ProblemCode::ALL {
            assert_eq!(serde_json::to_value(code).ok(), Some(code.as_str().into()));
        }
    }

    #[test]
    fn a_code_from_a_newer_server_is_unknown() {
        assert_eq!(serde_json::from_str::<ProblemCode>("\"brand_new\"").ok(), Some(ProblemCode::Unknown));
    }
}
