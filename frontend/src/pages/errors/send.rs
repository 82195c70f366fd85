//! Sending errors to those who run the server.

use std::cell::Cell;

use super::log;
use crate::api::client_errors::create_client_error;

thread_local! {
    /// Whether sending is under way: what is noted meanwhile goes along or waits for the next time.
    static IS_SENDING: Cell<bool> = const { Cell::new(false) };
}

/// Sends what was not sent yet, oldest first; what cannot be sent now waits for the next time.
pub(crate) async fn send_unsent() {
    if IS_SENDING.replace(true) {
        return;
    }
    for error in log::read().iter().rev().filter(|error| !error.is_sent) {
        match create_client_error(&error.to_send()).await {
            // What the server will never take is not offered to it again.
            Err(failure) if !failure.is_final() => break,
            _ => log::mark_sent(error),
        }
    }
    IS_SENDING.set(false);
}
