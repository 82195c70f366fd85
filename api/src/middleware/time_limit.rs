//! A request that takes too long is given up.

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::app::App;
use crate::error::ApiError;

/// The body may take `REQUEST_TIMEOUT_SECONDS` to arrive ([`crate::extract::Valid`] sees to that) and the answer
/// as many again.
pub(crate) async fn limit_time(
    app: Data<App>,
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    match tokio::time::timeout(app.config.request_timeout * 2, next.call(request)).await {
        Ok(answer) => answer,
        Err(_elapsed) => Err(ApiError::Unavailable.into()),
    }
}
