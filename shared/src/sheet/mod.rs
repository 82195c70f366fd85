//! Sheets: rows of text out of CSV files and workbooks, and the tables that they can become.
//!
//! A reader gives a [`Sheet`]; [`propose()`] makes a [`Proposal`] of it, which a person looks at and changes;
//! [`Proposal::add_table`] says what to do. Nothing is changed before that.

mod column;
mod error;
mod guess;
mod name;
mod proposal;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod why;

use serde::{Deserialize, Serialize};

pub use column::Column;
pub use error::SheetError;
pub use proposal::{Proposal, propose};
pub use table::Added;
pub use why::Why;

use crate::words::{Topic, topic};

/// Reasons of proposals, and why files cannot be read.
pub(crate) static WORDS: Topic = topic!("sheets");

/// Largest file that is read, in bytes.
pub const FILE_MAX: usize = 64 * 1024 * 1024;
/// Most that a workbook may hold once it is unpacked, in bytes.
pub const UNPACKED_MAX: u64 = 512 * 1024 * 1024;
/// Most sheets of a workbook that are read.
pub const SHEETS_MAX: usize = 50;
/// Most columns of a sheet that are read: as many as a table has fields.
pub const COLUMNS_MAX: usize = crate::validate::FIELDS_MAX;
/// Most rows of a sheet that are kept: enough to guess by, and to show how it is meant.
pub const ROWS_KEPT_MAX: usize = 1_000;
/// Most characters of a cell that are kept.
pub const CELL_MAX: usize = 10_000;

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheets {
    /// Those that hold anything, in the order of the file; at least one.
    pub sheets: Vec<Sheet>,
    /// How many there are beyond [`SHEETS_MAX`].
    pub left_out: usize,
}

/// A table as a file holds it: text by rows and columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// What it is called in the file; empty for a file that holds one table and no name of it.
    pub name: String,
    /// What the columns are called, at least one; empty for one without a name, and one name may stand twice.
    pub headers: Vec<String>,
    /// The first rows that hold anything, at most [`ROWS_KEPT_MAX`], each with a text a header.
    pub rows: Vec<Vec<String>>,
    /// How many rows there are, with those that were not kept.
    pub row_count: usize,
    /// How many columns there are beyond [`COLUMNS_MAX`].
    pub columns_left_out: usize,
}
