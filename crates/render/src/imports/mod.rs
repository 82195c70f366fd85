//! Archives that a platform's own importer takes: a file a platform, each with a read-me that says every click.

mod order;
mod read_me;

pub(crate) use order::{import_order, is_mirror};
pub(crate) use read_me::ReadMe;
