//! Archives that a platform's own importer takes: a file a platform, each with a read-me that says every click.

mod airtable;
mod asana;
mod clickup;
mod coda;
mod jira;
mod linear;
mod monday;
mod notion;
mod order;
mod read_me;
mod tables;
mod tasks;
mod trello;

pub(crate) use airtable::airtable;
pub(crate) use asana::asana;
pub(crate) use clickup::clickup;
pub(crate) use coda::coda;
pub(crate) use jira::jira;
pub(crate) use linear::linear;
pub(crate) use monday::monday;
pub(crate) use notion::notion;
pub(crate) use order::{Sides, import_order};
pub(crate) use read_me::ReadMe;
pub(crate) use trello::trello;
