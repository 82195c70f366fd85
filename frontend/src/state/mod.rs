//! What outlives a page: the answers, what was just said.

pub(crate) mod arrival;
pub(crate) mod draft;
pub(crate) mod toasts;
