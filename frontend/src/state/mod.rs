//! What outlives a page: the answers, the theme, what was just said.

pub(crate) mod arrival;
pub(crate) mod draft;
pub(crate) mod theme;
pub(crate) mod toasts;
