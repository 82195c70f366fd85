//! CSV files: well-formed for every reader, harmless in every spreadsheet.
//!
//! Everything that writes CSV writes it like this:
//!
//! ```text
//! let texts = CellTexts::new(&evaluator, RowNames::numbered(blueprint), Form::default());
//! let mut csv = Csv::default();
//! csv.row(table.fields.iter().map(|field| Cell::text(&*field.name)));
//! for row in &table.sample_rows {
//!     csv.row(table.fields.iter().map(|field| texts.cell(row, field)));
//! }
//! archive.add("Sessions.csv", csv.finish())?;
//! ```
//!
//! - [`Cell`] is what a cell holds: words of people, which [`Cell::text`] guards against running as a formula, or
//!   what we write ourselves (numbers, days, check marks), which needs no guard.
//! - [`CellTexts`] makes the cell of a row's field; [`Form`] says how days, times, check marks, shares and lists are
//!   written, as the reader wants them.
//! - [`RowNames`] says how related rows are named: by numbered titles for importers that match by title, by ids where
//!   titles are not unique for those that want titles as they are.
//! - [`file_stems`] and [`headers`] name files and columns, each once.
//! - [`Csv`] quotes and joins cells. [`Csv::finish`] for programs, [`Csv::finish_for_excel`] with a byte-order mark.

mod cell;
mod form;
mod naming;
mod row_names;
mod texts;
mod writer;

pub(crate) use cell::Cell;
pub(crate) use form::{Form, commas};
pub(crate) use naming::{file_stems, headers};
pub(crate) use row_names::{RowNames, has_unique_titles};
pub(crate) use texts::CellTexts;
pub(crate) use writer::Csv;
