//! The pages, a folder a page.

pub(crate) mod builder;
pub(crate) mod components_page;
pub(crate) mod configurations;
pub(crate) mod errors;
pub(crate) mod files;
pub(crate) mod help;
mod not_found;
pub(crate) mod result;
mod unfinished;
mod welcome;
pub(crate) mod wizard;

pub(crate) use not_found::NotFound;
pub(crate) use welcome::Welcome;
pub(crate) use wizard::{Step, Wizard};
