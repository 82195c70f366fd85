//! The pages, a folder a page.

mod not_found;
mod result;
mod welcome;
mod wizard;

pub(crate) use not_found::NotFound;
pub(crate) use result::ResultPage;
pub(crate) use welcome::Welcome;
pub(crate) use wizard::{Step, Wizard};
