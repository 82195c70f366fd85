//! Work that takes the processor for long: off the threads that take requests.

use actix_web::web;

use crate::error::{ApiError, ApiResult};

/// Runs `work` on a thread of its own kind, so that other requests of this worker go on meanwhile.
pub(crate) async fn run<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> ApiResult<T> {
    web::block(work).await.map_err(|_| ApiError::Internal("a computation panicked".to_owned()))
}
