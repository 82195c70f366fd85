//! The outermost layer: gives the request its id, keeps a panic from closing the connection, counts and logs.

use std::panic::AssertUnwindSafe;
use std::time::{Duration, Instant};

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::header::{HeaderMap, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpResponse};
use futures::FutureExt;
use tracing::Instrument;

use crate::error::ApiError;
use crate::metrics::{self, InFlight};
use crate::request_id::{RequestId, X_REQUEST_ID};

/// Route of requests that no route of the API took.
const NO_ROUTE: &str = "client";

pub(crate) async fn observe(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let started = Instant::now();
    let _in_flight = InFlight::begin();
    let id = RequestId::of(request.headers());
    let method = request.method().clone();
    request.extensions_mut().insert(id.clone());
    let span = tracing::info_span!("request", request.id = %id);
    let work = AssertUnwindSafe(next.call(request)).catch_unwind().instrument(span);

    let answered = id.clone().scope(async {
        match work.await {
            Ok(Ok(answer)) => Ok(answer.map_into_boxed_body()),
            Ok(Err(error)) => Err(HttpResponse::from_error(error)),
            Err(_panic) => Err(HttpResponse::from_error(ApiError::Internal("a handler panicked".to_owned()))),
        }
    });
    match answered.await {
        Ok(mut answer) => {
            mark(answer.headers_mut(), &id);
            let route = answer.request().match_pattern();
            report(&method, route.as_deref().unwrap_or(NO_ROUTE), answer.status(), started.elapsed(), &id);
            Ok(answer)
        }
        Err(mut answer) => {
            mark(answer.headers_mut(), &id);
            report(&method, NO_ROUTE, answer.status(), started.elapsed(), &id);
            Err(InternalError::from_response("answered", answer).into())
        }
    }
}

fn mark(headers: &mut HeaderMap, id: &RequestId) {
    if let Ok(id) = HeaderValue::from_str(id.as_str()) {
        headers.insert(X_REQUEST_ID, id);
    }
}

fn report(method: &Method, route: &str, status: StatusCode, duration: Duration, id: &RequestId) {
    metrics::answered(method, route, status, duration);
    let status = status.as_u16();
    tracing::info!(
        http.method = %method,
        http.route = route,
        http.status = status,
        duration_ms = u64::try_from(duration.as_millis()).unwrap_or(u64::MAX),
        request.id = %id,
        "`{method} {route}` answered {status}"
    );
}

#[cfg(test)]
mod tests {
    use actix_web::middleware::from_fn;
    use actix_web::{App, HttpResponse, test, web};
    use shared::api::problem::{ProblemCode, ProblemDetails};

    use super::*;

    async fn fail() -> HttpResponse {
        panic!("hunter2")
    }

    #[actix_web::test]
    async fn a_panic_is_answered_as_a_problem_that_keeps_its_message() {
        let app = App::new().wrap(from_fn(observe)).route("/", web::get().to(fail));
        let app = test::init_service(app).await;

        let error =
            test::try_call_service(&app, test::TestRequest::get().to_request()).await.expect_err("an error");

        let answer = HttpResponse::from_error(error);
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let id = answer.headers().get(X_REQUEST_ID).cloned().expect("an id");
        let body = actix_web::body::to_bytes(answer.into_body()).await.expect("a body");
        let problem: ProblemDetails = serde_json::from_slice(&body).expect("a problem");
        assert_eq!(problem.code, ProblemCode::Internal);
        assert_eq!(problem.request_id, id.to_str().expect("text"));
        assert!(!String::from_utf8_lossy(&body).contains("hunter2"));
    }
}
