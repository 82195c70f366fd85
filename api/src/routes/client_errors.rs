//! Errors of clients.

use actix_web::post;
use actix_web::web::Json;
use shared::api::client_errors::{ClientError, CreateClientError, scrub};
use tracing::info;

use crate::error::ApiResult;
use crate::extract::Valid;
use crate::metrics;

/// Report an error of the client.
///
/// Clients send only what the person at them chose to send. The message is scrubbed of quoted texts, mail addresses,
/// keys and numbers, logged and counted, and nothing else is kept. An address may send a few a minute.
#[utoipa::path(
    tag = "server",
    request_body = CreateClientError,
    responses((status = OK, description = "What was written down.", body = ClientError))
)]
#[post("/client-errors")]
pub(crate) async fn create_client_error(
    Valid(body): Valid<CreateClientError>,
) -> ApiResult<Json<ClientError>> {
    let CreateClientError { kind, message, path, version, language } = body;
    let (message, path, version) = (scrub(&message), scrub(&path), scrub(&version));
    metrics::client_failed(kind);
    info!(
        client_error.kind = kind.as_str(),
        client_error.path = path,
        client_error.version = version,
        client_error.language = language.tag(),
        client_error.message = message,
        "A client reported `{}`",
        kind.as_str()
    );
    Ok(Json(ClientError { kind, message }))
}
