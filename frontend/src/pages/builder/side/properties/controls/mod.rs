//! Controls of the properties: each shows what is so, and changes it as one types.

mod choice;
mod day;
mod pick;
mod text;
mod toggle;

pub(super) use choice::Choice;
pub(super) use day::LiveDay;
pub(super) use pick::Pick;
pub(super) use text::{LiveText, Shape};
pub(super) use toggle::Toggle;

/// A value and its name.
pub(super) type Named = (String, String);
