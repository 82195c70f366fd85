//! What no other route takes: addresses of the client, and mistakes.

use actix_web::http::Method;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use crate::app::App;
use crate::error::{ApiError, ApiResult};

/// The client's pages and files; under `/api` a problem, never a page.
pub(crate) async fn fall_back(request: HttpRequest, app: Data<App>) -> ApiResult<HttpResponse> {
    let method = request.method().clone();
    let path = request.path();
    if path == "/api" || path.starts_with("/api/") {
        return Err(match app.methods.of(path) {
            Some(allowed) => ApiError::MethodNotAllowed { method, allowed: allowed.to_vec() },
            None => ApiError::NotFound,
        });
    }
    if method != Method::GET {
        return Err(ApiError::MethodNotAllowed { method, allowed: vec![Method::GET, Method::HEAD] });
    }
    app.client.answer(path, request.headers()).await
}
