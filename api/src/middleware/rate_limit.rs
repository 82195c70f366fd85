//! Counts requests to the API by address, and tells on every answer how many are left.

use std::net::{IpAddr, Ipv4Addr};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, ResponseError};

use crate::app::App;
use crate::client_address::client_address;
use crate::error::ApiError;
use crate::rate_limiter::{Verdict, WINDOW_SECONDS};
use crate::routes::{CLIENT_ERRORS_PATH, HEALTH_PATH};

const RATE_LIMIT: HeaderName = HeaderName::from_static("ratelimit");
const RATE_LIMIT_POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
const X_RATE_LIMIT_LIMIT: HeaderName = HeaderName::from_static("x-ratelimit-limit");
const X_RATE_LIMIT_REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");
const X_RATE_LIMIT_RESET: HeaderName = HeaderName::from_static("x-ratelimit-reset");

/// Reports of clients are counted by themselves: a client that fails again and again still gets its answers.
/// Health is free: whoever watches the server must not be refused, nor count against those behind the same proxy.
pub(crate) async fn limit_rate(
    app: Data<App>,
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let counted = request.path().starts_with("/api/") && request.path() != HEALTH_PATH;
    let is_report = request.path() == CLIENT_ERRORS_PATH;
    let limiter = if is_report { &app.report_limiter } else { &app.rate_limiter };
    let Some(limiter) = limiter.as_ref().filter(|_| counted) else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    let peer = request.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip());
    let verdict = limiter.check(client_address(peer, request.headers(), &app.config.trusted_proxies));
    let mut answer = if verdict.refused {
        let error = ApiError::RateLimited { retry_after_seconds: verdict.reset_seconds };
        request.into_response(error.error_response())
    } else {
        next.call(request).await?.map_into_boxed_body()
    };
    tell(answer.headers_mut(), verdict);
    Ok(answer)
}

/// As in draft-ietf-httpapi-ratelimit-headers-10, and the older `X-RateLimit-*` with the reset as a Unix time.
fn tell(headers: &mut HeaderMap, verdict: Verdict) {
    let Verdict { limit, remaining, reset_seconds, .. } = verdict;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO).as_secs();
    for (name, value) in [
        (RATE_LIMIT_POLICY, format!("\"address\";q={limit};w={WINDOW_SECONDS}")),
        (RATE_LIMIT, format!("\"address\";r={remaining};t={reset_seconds}")),
        (X_RATE_LIMIT_LIMIT, limit.to_string()),
        (X_RATE_LIMIT_REMAINING, remaining.to_string()),
        (X_RATE_LIMIT_RESET, now.saturating_add(reset_seconds).to_string()),
    ] {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(name, value);
        }
    }
}
