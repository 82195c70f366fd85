//! Asking the API.

use gloo_net::http::{Method, RequestBuilder, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::api::problem::ProblemDetails;
use web_sys::AbortSignal;

/// Where the API is, on the server that the client came from.
const API: &str = "/api/v1";
/// How long an answer may take.
const TIMEOUT_MS: u32 = 20_000;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RequestError {
    /// The server said why.
    Problem(Box<ProblemDetails>),
    /// Somebody else answered, or a server of another version, with this status.
    Unreadable(u16),
    /// Nobody answered.
    Offline,
}

impl RequestError {
    /// Whether the same request will never be done: the fault is in it.
    pub(crate) fn is_final(&self) -> bool {
        let status = match self {
            Self::Problem(problem) => problem.status,
            Self::Unreadable(status) => *status,
            Self::Offline => return false,
        };
        !matches!(status, 408 | 429 | 500..)
    }
}

/// Sends `body` to `path` of the API.
///
/// # Errors
/// [`RequestError`].
pub(super) async fn post<T: DeserializeOwned>(path: &str, body: &impl Serialize) -> Result<T, RequestError> {
    let signal = AbortSignal::timeout_with_u32(TIMEOUT_MS);
    let request =
        RequestBuilder::new(&format!("{API}{path}")).method(Method::POST).abort_signal(Some(&signal));
    let request = request.json(body).map_err(|_| RequestError::Offline)?;
    answer(request.send().await.map_err(|_| RequestError::Offline)?).await
}

async fn answer<T: DeserializeOwned>(response: Response) -> Result<T, RequestError> {
    let status = response.status();
    if response.ok() {
        return response.json().await.map_err(|_| RequestError::Unreadable(status));
    }
    let problem = response.json().await.map_err(|_| RequestError::Unreadable(status))?;
    Err(RequestError::Problem(Box::new(problem)))
}

#[cfg(test)]
mod tests {
    use shared::api::problem::ProblemCode;

    use super::*;

    #[track_caller]
    fn check(status: u16, expected: bool) {
        let problem = ProblemDetails {
            kind: String::new(),
            title: String::new(),
            status,
            detail: String::new(),
            code: ProblemCode::Unknown,
            request_id: String::new(),
            errors: Vec::new(),
        };
        assert_eq!(RequestError::Problem(Box::new(problem)).is_final(), expected, "{status}");
    }

    #[test]
    fn only_what_is_wrong_with_a_request_is_final() {
        check(422, true);
        check(429, false);
        check(408, false);
        check(503, false);
        assert!(RequestError::Unreadable(200).is_final());
        assert!(!RequestError::Unreadable(502).is_final());
        assert!(!RequestError::Offline.is_final());
    }
}
