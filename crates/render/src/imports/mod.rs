//! Archives that a platform's own importer takes: a file a platform, each with a read-me that says every click.

mod airtable;
mod coda;
mod notion;
mod order;
mod read_me;
mod tables;

pub(crate) use airtable::airtable;
pub(crate) use coda::coda;
pub(crate) use notion::notion;
pub(crate) use order::{Sides, import_order};
pub(crate) use read_me::ReadMe;
