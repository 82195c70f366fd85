//! Values that are computed: formulas, rollups, the rows of a view, the numbers of a chart.
//!
//! Read it in this order: [`Value`] → [`formula`] → [`Evaluator`] → [`sections()`] → [`chart_data`].
//! Everything is computed over sample rows; the day `today` comes in as an argument.
//!
//! # What a stored cell is worth
//!
//! - A cell that is missing, `""` or an empty list is [`Value::Empty`]; so is one of a wrong form.
//! - A checkbox is never empty: without a cell it is unchecked.
//! - A relation has the links of its own cell, then those that only its inverse's cells name.
//! - An auto id is text: its prefix, with the year the row was made in, and three digits or more.

mod automation;
mod chart;
mod evaluator;
mod filter;
pub mod formula;
mod groups;
mod label;
mod rollup;
pub(crate) mod schema;
mod sections;
mod terms;
#[cfg(test)]
mod tests;
mod value;

pub use automation::{Setting, on_created};
pub use chart::{ChartData, chart_data};
pub use evaluator::Evaluator;
pub use filter::matches;
pub use groups::GroupKey;
pub use label::number_format;
pub use schema::{Schema, rolled_up};
pub use sections::{Section, sections};
pub use terms::{ViewTerms, view_terms};
pub use value::Value;

use crate::words::{Topic, topic};

/// The words of computed values.
pub(crate) static WORDS: Topic = topic!("compute");

/// The words of what views do with rows, and of the days they lay them out on.
pub(crate) static VIEWS: Topic = topic!("views");
