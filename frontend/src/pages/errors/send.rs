//! Sending errors to those who run the server.

use std::cell::Cell;

use super::log;
use crate::api::client_errors::create_client_error;
use crate::state::reports;

thread_local! {
    /// Whether sending is under way: what is noted meanwhile goes along or waits for the next time.
    static IS_SENDING: Cell<bool> = const { Cell::new(false) };
}

/// Sends what was not sent yet, oldest first, for as long as the person wants it; what cannot be sent now waits for the
/// next time.
pub(crate) async fn send_unsent() {
    if IS_SENDING.replace(true) {
        return;
    }
    // Looked up anew each time: the person may have changed their mind, or cleared the list.
    while let Some(error) = log::next_to_send().filter(|_| reports::is_chosen()) {
        match create_client_error(&error.to_send()).await {
            Ok(_) => log::mark(&error, log::Fate::Sent),
            // What the server will never take is not offered to it again.
            Err(failure) if failure.is_final() => log::mark(&error, log::Fate::Refused),
            Err(_) => break,
        }
    }
    IS_SENDING.set(false);
}
