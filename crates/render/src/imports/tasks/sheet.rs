//! The CSV file of a table.

use super::{Layout, System, Values};
use crate::RenderError;
use crate::archive::Archive;
use crate::csv::{Cell, Csv};

/// Adds the CSV file of a table to its folder.
///
/// # Errors
/// As [`Archive::add`].
pub(crate) fn add_csv(
    system: &System<'_>,
    layout: &Layout<'_>,
    archive: &mut Archive,
) -> Result<(), RenderError> {
    archive.add(&csv_path(layout), csv(system, layout))
}

/// Where the CSV file of a table is.
pub(super) fn csv_path(layout: &Layout<'_>) -> String {
    format!("{name}/{name}.csv", name = layout.name)
}

fn csv(system: &System<'_>, layout: &Layout<'_>) -> String {
    let values = Values { system, layout };
    let mut csv = Csv::default();
    csv.row(layout.columns.iter().map(|column| Cell::text(&*column.header)));
    for row in layout.rows() {
        csv.row(layout.columns.iter().map(|column| values.cell(row, column.source)));
    }
    // A byte-order mark would become a part of the first column's name in some importers.
    csv.finish()
}
