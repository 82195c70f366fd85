//! Why something could not be done with a configuration, in words.

use shared::configuration::{Refusal, StoredError};

use crate::browser::database::StorageError;
use crate::i18n::{Key, known};
use crate::pages::builder::not_opened::storage_reason;
use crate::state::toasts::Message;

/// Why something could not be done with a configuration. Nothing has changed.
#[derive(Clone, Debug)]
pub(super) enum Failure {
    /// The device does not keep or give it.
    Storage(StorageError),
    /// It is not there any more.
    Gone,
    /// What is kept of it cannot be read.
    Unreadable,
    /// The change does not apply.
    Refused,
    /// The browser could not make the file.
    NotMade,
    /// The words it takes cannot be had.
    NoWords,
    /// What was read back is not what was written.
    NotRestored,
    /// No file that could be opened again is large enough.
    TooLarge,
}

impl Failure {
    fn key(&self) -> Key {
        match self {
            Self::Storage(error) => storage_reason(error),
            Self::Gone => known!("configurations.said.gone"),
            Self::Unreadable => known!("configurations.said.unreadable"),
            Self::Refused => known!("configurations.said.refused"),
            Self::NotMade => known!("configurations.said.not_made"),
            Self::NoWords => known!("words.missing"),
            Self::NotRestored => known!("configurations.said.not_restored"),
            Self::TooLarge => known!("configurations.said.too_large"),
        }
    }
}

impl From<Failure> for Message {
    fn from(failure: Failure) -> Self {
        failure.key().into()
    }
}

impl From<StorageError> for Failure {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

impl From<StoredError> for Failure {
    fn from(_: StoredError) -> Self {
        Self::Unreadable
    }
}

impl From<Refusal> for Failure {
    fn from(_: Refusal) -> Self {
        Self::Refused
    }
}
