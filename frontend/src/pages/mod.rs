//! The pages, a folder a page.

mod files;
mod not_found;
mod result;
mod unfinished;
mod welcome;
mod wizard;

pub(crate) use files::FilePage;
pub(crate) use not_found::NotFound;
pub(crate) use result::ResultPage;
pub(crate) use welcome::Welcome;
pub(crate) use wizard::{Step, Wizard};
