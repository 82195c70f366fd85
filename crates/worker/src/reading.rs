//! Files to what is in them.

use shared::api::worker::{ReadRequest, WorkerMessage};

use crate::answer::Hear;

/// The sheets of a file, or why it has none.
pub(crate) fn sheets(request: &ReadRequest, hear: &Hear<'_>) -> WorkerMessage {
    match sheets::read(&request.bytes, hear) {
        Ok(ok) => WorkerMessage::Read { id: request.id, ok },
        Err(unread) => WorkerMessage::Unread { id: request.id, unread },
    }
}
