//! Answers that stay the same until the software changes.

use actix_web::body::BoxBody;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE, ETAG, EntityTag, Header, IfNoneMatch, VARY,
};
use actix_web::{HttpRequest, HttpResponse, Responder, ResponseError};
use serde::Serialize;
use sha2::{Digest, Sha256};
use shared::words::Language;

use crate::error::ApiError;

/// Kept for five minutes, then asked for again by its tag.
const FRESHNESS: &str = "public, max-age=300";

/// A JSON answer with an `ETag` from its content.
#[derive(Debug)]
pub(crate) struct Cached<T> {
    value: T,
    language: Option<Language>,
}

impl<T> Cached<T> {
    /// The same for everybody.
    pub(crate) fn new(value: T) -> Self {
        Self { value, language: None }
    }

    /// Its words are in `language`, because the client asked for it.
    pub(crate) fn in_language(self, language: Language) -> Self {
        Self { language: Some(language), ..self }
    }
}

impl<T: Serialize> Responder for Cached<T> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let Ok(json) = serde_json::to_vec(&self.value) else {
            return ApiError::Internal("an answer could not be written as JSON".to_owned()).error_response();
        };
        // Weak: compression makes other bytes of the same content.
        let tag = EntityTag::new_weak(digest(&json));
        let is_known = match IfNoneMatch::parse(request) {
            Ok(IfNoneMatch::Any) => true,
            Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|known| known.weak_eq(&tag)),
            Err(_) => false,
        };
        let mut answer = if is_known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        answer.insert_header((ETAG, tag.to_string())).insert_header((CACHE_CONTROL, FRESHNESS));
        if let Some(language) = self.language {
            answer.insert_header((CONTENT_LANGUAGE, language.tag())).append_header((VARY, "accept-language"));
        }
        if is_known {
            return answer.finish();
        }
        answer.insert_header((CONTENT_TYPE, "application/json")).body(json)
    }
}

/// The first half of SHA-256 in hex: long enough that no two contents share it.
pub(crate) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
