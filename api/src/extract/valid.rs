//! A body that has been read and found valid.

use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderMap};
use actix_web::web::{Bytes, BytesMut, Data};
use actix_web::{FromRequest, HttpRequest};
use futures::StreamExt;
use futures::future::LocalBoxFuture;
use shared::api::body::{RequestBody, read_body};

use crate::app::App;
use crate::compute;
use crate::error::{ApiError, ApiResult};

/// Largest body, in bytes: 2 MB.
pub(crate) const BODY_MAX_BYTES: usize = 2_000_000;

/// Bodies above this many bytes are read off the threads that take requests.
const QUICK_BODY_BYTES: usize = 16_384;

/// A body that has been read and found valid; anything else is a problem before the handler runs.
#[derive(Debug)]
pub(crate) struct Valid<T>(pub(crate) T);

impl<T: RequestBody + Send + 'static> FromRequest for Valid<T> {
    type Error = ApiError;
    type Future = LocalBoxFuture<'static, ApiResult<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let headers = check_headers(request.headers());
        let limit = request.app_data::<Data<App>>().map_or(Duration::ZERO, |app| app.config.request_timeout);
        let payload = payload.take();
        Box::pin(async move {
            headers?;
            let arriving = tokio::time::timeout(limit, collect(payload));
            let bytes = arriving.await.map_err(|_| ApiError::RequestTimeout)??;
            read(bytes).await.map(Self)
        })
    }
}

fn check_headers(headers: &HeaderMap) -> ApiResult<()> {
    let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if length.is_some_and(|length| length > BODY_MAX_BYTES) {
        return Err(ApiError::TooLarge);
    }
    let media_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if is_json(media_type) { Ok(()) } else { Err(ApiError::MediaTypeUnsupported) }
}

/// Whether it is `application/json` or something `+json`, and in no other charset than UTF-8.
fn is_json(media_type: &str) -> bool {
    let mut parts = media_type.split(';').map(|part| part.trim().to_ascii_lowercase());
    let essence = parts.next().unwrap_or_default();
    let named =
        essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json"));
    named
        && parts
            .filter_map(|part| {
                part.strip_prefix("charset=").map(|charset| charset.trim_matches('"').to_owned())
            })
            .all(|charset| charset == "utf-8" || charset == "utf8")
}

async fn collect(mut payload: Payload) -> ApiResult<Bytes> {
    let mut bytes = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk =
            chunk.map_err(|_| ApiError::Unreadable("it broke off or is not encoded as its headers say"))?;
        if bytes.len() + chunk.len() > BODY_MAX_BYTES {
            return Err(ApiError::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes.freeze())
}

async fn read<T: RequestBody + Send + 'static>(bytes: Bytes) -> ApiResult<T> {
    if bytes.len() <= QUICK_BODY_BYTES { parse(&bytes) } else { compute::run(move || parse(&bytes)).await? }
}

fn parse<T: RequestBody>(bytes: &[u8]) -> ApiResult<T> {
    let text = std::str::from_utf8(bytes).map_err(|_| ApiError::Unreadable("it is not UTF-8"))?;
    Ok(read_body(text)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_recognised_by_its_media_type() {
        for good in [
            "application/json",
            "Application/JSON; charset=UTF-8",
            "application/problem+json;charset=\"utf-8\"",
        ] {
            assert!(is_json(good), "{good}");
        }
        for bad in
            ["", "text/json", "application/xml", "application/json; charset=latin1", "application/jsonx"]
        {
            assert!(!is_json(bad), "{bad}");
        }
    }
}
