//! What outlives a page: the answers, what was just said, the version in use.

pub(crate) mod arrival;
pub(crate) mod configurations;
pub(crate) mod connection;
pub(crate) mod copying;
pub(crate) mod draft;
pub(crate) mod help;
pub(crate) mod installation;
pub(crate) mod reports;
pub(crate) mod toasts;
pub(crate) mod updates;
