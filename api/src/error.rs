//! The one error of the API, and how it is said: problem details (RFC 9457).

use actix_web::http::header::{self, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpResponse, ResponseError};
use render::RenderError;
use shared::api::body::BodyError;
use shared::api::problem::{FieldError, PROBLEM_MEDIA_TYPE, PROBLEM_TYPES, ProblemCode, ProblemDetails};

use crate::extract::BODY_MAX_BYTES;
use crate::request_id::RequestId;

/// What a handler answers.
pub(crate) type ApiResult<T> = Result<T, ApiError>;

/// Why a request is not done. Its sentence is what the client reads.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ApiError {
    /// The body is not UTF-8, or broke off.
    #[error("The body cannot be read: {0}.")]
    Unreadable(&'static str),
    #[error("There is nothing at this address.")]
    NotFound,
    #[error("This address does not take `{method}`; it takes {}.", listed(.allowed))]
    MethodNotAllowed { method: Method, allowed: Vec<Method> },
    #[error("The body did not arrive in time.")]
    RequestTimeout,
    #[error("The body may have at most {BODY_MAX_BYTES} bytes.")]
    TooLarge,
    #[error("The body must be sent as `Content-Type: application/json`, in UTF-8.")]
    MediaTypeUnsupported,
    #[error(transparent)]
    Body(#[from] BodyError),
    #[error("The blueprint cannot be written in this format: {0}.")]
    FormatUnsuitable(String),
    #[error("This address has sent too many requests; try again in {retry_after_seconds} s.")]
    RateLimited { retry_after_seconds: u64 },
    /// Its cause is logged and never sent.
    #[error("The server failed. The fault has been logged.")]
    Internal(String),
    #[error("The server could not finish in time; try again in a moment.")]
    Unavailable,
}

impl ApiError {
    /// Its stable name.
    pub(crate) fn code(&self) -> ProblemCode {
        match self {
            Self::Unreadable(_) | Self::Body(BodyError::NotJson(_)) => ProblemCode::Unreadable,
            Self::NotFound => ProblemCode::NotFound,
            Self::MethodNotAllowed { .. } => ProblemCode::MethodNotAllowed,
            Self::RequestTimeout => ProblemCode::RequestTimeout,
            Self::TooLarge => ProblemCode::TooLarge,
            Self::MediaTypeUnsupported => ProblemCode::MediaTypeUnsupported,
            Self::Body(BodyError::Invalid(_)) => ProblemCode::Invalid,
            Self::Body(BodyError::TooNew { .. }) => ProblemCode::SchemaVersionUnsupported,
            Self::Body(BodyError::Broken(_)) => ProblemCode::BlueprintBroken,
            Self::FormatUnsuitable(_) => ProblemCode::FormatUnsuitable,
            Self::RateLimited { .. } => ProblemCode::RateLimited,
            Self::Internal(_) => ProblemCode::Internal,
            Self::Unavailable => ProblemCode::Unavailable,
        }
    }

    /// What the client reads.
    pub(crate) fn details(&self) -> ProblemDetails {
        let code = self.code();
        ProblemDetails {
            kind: format!("{PROBLEM_TYPES}#{}", code.as_str()),
            title: code.title().to_owned(),
            status: code.status(),
            detail: self.to_string(),
            code,
            request_id: RequestId::current(),
            errors: self.errors(),
        }
    }

    fn errors(&self) -> Vec<FieldError> {
        match self {
            Self::Body(BodyError::Invalid(places) | BodyError::Broken(places)) => {
                places.iter().cloned().map(FieldError::from).collect()
            }
            Self::Body(BodyError::TooNew { .. }) => vec![FieldError {
                detail: self.to_string(),
                pointer: "#/blueprint/schema_version".to_owned(),
                code: self.code().as_str().to_owned(),
            }],
            _ => Vec::new(),
        }
    }

    fn retry_after_seconds(&self) -> Option<u64> {
        match self {
            Self::RateLimited { retry_after_seconds } => Some(*retry_after_seconds),
            Self::Unavailable => Some(1),
            _ => None,
        }
    }
}

impl From<RenderError> for ApiError {
    fn from(error: RenderError) -> Self {
        match error {
            RenderError::Workbook(_) => Self::FormatUnsuitable(error.to_string()),
            RenderError::Json(_) | RenderError::Archive(_) | RenderError::Io(_) | RenderError::Path(_) => {
                Self::Internal(error.to_string())
            }
        }
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.code().status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        if let Self::Internal(cause) = self {
            tracing::error!(cause, "A request failed: {cause}");
        }
        let mut answer = HttpResponse::build(self.status_code());
        answer.insert_header((header::CONTENT_LANGUAGE, "en"));
        answer.insert_header((header::CACHE_CONTROL, "no-store"));
        if let Self::MethodNotAllowed { allowed, .. } = self {
            answer.insert_header(header::Allow(allowed.clone()));
        }
        if let Some(seconds) = self.retry_after_seconds() {
            answer.insert_header((header::RETRY_AFTER, seconds.to_string()));
        }
        // `json` keeps a content type that is already there.
        answer.insert_header((header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_MEDIA_TYPE)));
        answer.json(self.details())
    }
}

fn listed(methods: &[Method]) -> String {
    methods.iter().map(|method| format!("`{method}`")).collect::<Vec<_>>().join(", ")
}
