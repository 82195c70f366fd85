//! Everything a handler may take in.

mod language;
mod valid;

pub(crate) use language::Accepted;
pub(crate) use valid::{BODY_MAX_BYTES, Valid};
