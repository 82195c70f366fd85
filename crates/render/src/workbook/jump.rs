//! Cells that jump to a related row.
//!
//! People type the titles of related rows, or a formula lists them: no such cell can be a link itself. So a narrow
//! column beside it holds an arrow, computed from the title, which finds the row wherever sorting puts it. Google
//! Sheets shows the arrow, but does not follow links to cells that are computed.

use super::computed::Computed;
use super::layout::{Book, Column, Sheet};
use super::relation::Link;

/// What such a cell shows.
pub(super) const JUMP: &str = "→";

/// The formula that jumps to the first of the rows that a relation names; nothing for one that leads nowhere.
pub(super) fn formula(book: &Book<'_>, relation: &Column<'_, '_>) -> Option<Computed> {
    let link = Link::new(book, relation.field)?;
    let titles = link.related.titles();
    let last = link.related.last_row;
    let from_end = format!("SUMPRODUCT(MAX(({})*({last}+1-ROW({titles}))))", link.mask());
    let target = format!("INDEX({titles},{last}-{from_end})");
    let cell = relation.cell();
    Some(Computed::plain(format!("IF({cell}=\"\",\"\",{})", to(&target))))
}

/// A link to the row of `sheet` at the position in `cell`, empty where that is empty.
pub(super) fn to_position(sheet: &Sheet<'_>, cell: &str) -> String {
    format!("IF({cell}=\"\",\"\",{})", to(&format!("INDEX({},{cell})", sheet.titles())))
}

fn to(target: &str) -> String {
    format!("IFERROR(HYPERLINK(\"#\"&CELL(\"address\",{target}),\"{JUMP}\"),\"\")")
}
