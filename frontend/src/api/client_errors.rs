//! Errors of the client that a person chose to send.

use shared::api::client_errors::{ClientError, CreateClientError};

use super::http::{self, RequestError};

/// Tells the server of an error.
///
/// # Errors
/// [`RequestError`]; the server takes a few a minute.
pub(crate) async fn create_client_error(error: &CreateClientError) -> Result<ClientError, RequestError> {
    http::post("/client-errors", error).await
}
