//! The id of a request: in its answer, in its problems, in every line it logs.

use std::fmt;
use std::future::Future;

use actix_web::http::header::{HeaderMap, HeaderName};
use uuid::Uuid;

/// Carries the id, both ways.
pub(crate) const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Longest id taken from a client.
const REQUEST_ID_MAX: usize = 128;

tokio::task_local! {
    static CURRENT: RequestId;
}

/// The id of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RequestId(String);

impl RequestId {
    /// The client's own id when it is a sane one, a new one otherwise.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let given = headers.get(X_REQUEST_ID).and_then(|value| value.to_str().ok()).filter(|id| is_sane(id));
        Self(given.map_or_else(|| Uuid::now_v7().to_string(), str::to_owned))
    }

    /// The id of the request that this task works for; empty outside of one.
    pub(crate) fn current() -> String {
        CURRENT.try_with(|id| id.0.clone()).unwrap_or_default()
    }

    /// Runs `work` as work for this request.
    pub(crate) fn scope<F: Future>(self, work: F) -> impl Future<Output = F::Output> {
        CURRENT.scope(self, work)
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Letters, digits and the signs of UUIDs and trace ids: nothing that could forge a line or a header.
fn is_sane(id: &str) -> bool {
    (1..=REQUEST_ID_MAX).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte))
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    #[track_caller]
    fn check(given: &str, kept: bool) {
        let mut headers = HeaderMap::new();
        headers.insert(X_REQUEST_ID, HeaderValue::from_str(given).expect("a header value"));
        assert_eq!(RequestId::of(&headers).as_str() == given, kept, "{given}");
    }

    #[test]
    fn sane_ids_are_kept_and_others_replaced() {
        check("0198c2a5-7b1e-7000-8000-000000000000", true);
        check("trace:1.2_3", true);
        check("", false);
        check("two words", false);
        check("\"}", false);
        check(&"a".repeat(REQUEST_ID_MAX + 1), false);
    }
}
