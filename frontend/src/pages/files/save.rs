//! A file handed over: saved, or its text copied.

use crate::api::worker::{Artifact, Failure};
use crate::browser::file;
use crate::i18n::known;
use crate::state::toasts::Message;

/// Saves what was made; returns what to say about it. A file that the person stopped needs no words.
pub(super) fn save(made: Result<Artifact, Failure>) -> Option<Message> {
    let saved = made.and_then(|artifact| {
        file::save(&artifact.bytes, &artifact.file_name, &artifact.media_type)
            .map(|()| artifact.file_name)
            .map_err(Failure::from)
    });
    match saved {
        Ok(name) => Some(Message { key: known!("files.saved"), values: vec![("name", name)] }),
        Err(Failure::Because(reason)) => {
            Some(Message { key: known!("files.failed"), values: vec![("reason", reason)] })
        }
        Err(Failure::CalledOff) => None,
    }
}
