//! Relations between sheets: cells hold the titles of the rows they name.
//!
//! Of two fields that show the same links, people type in one (the *written* one); the other is a formula that
//! lists the links from its side, so that both always agree and rollups have one column to read.

use shared::blueprint::{Cardinality, Field, FieldId, FieldKind};

use super::formula_text::{SEPARATOR, holds_item};
use super::layout::{Book, Column, Sheet, title_cell};

/// A relation as formulas see it.
pub(super) struct Link<'b, 'a> {
    /// The sheet whose rows it names.
    pub(super) related: &'b Sheet<'a>,
    /// The column that people type in.
    written: Column<'b, 'a>,
    /// Whether that column stands on the related sheet.
    pub(super) is_derived: bool,
}

impl<'b, 'a> Link<'b, 'a> {
    /// The relation in `field`; nothing when it leads nowhere.
    pub(super) fn new(book: &'b Book<'a>, field: &Field) -> Option<Self> {
        let FieldKind::Relation { table, cardinality, inverse } = &field.kind else { return None };
        let related = book.sheet(table)?;
        let own = book.column(&field.id)?;
        let inverse = inverse.as_ref().and_then(|inverse| book.column_of(related, inverse));
        let derived = inverse.filter(|inverse| is_written(book, inverse.field, &field.id, *cardinality));
        Some(Self { related, written: derived.unwrap_or(own), is_derived: derived.is_some() })
    }

    /// Which rows of the related sheet belong to the formula's own row: an array of yes and no.
    pub(super) fn mask(&self) -> String {
        let one = is_one(self.written.field);
        let titles = self.related.titles();
        match (self.is_derived, one) {
            (true, true) => format!("({}={})", self.written.range(), title_cell()),
            (true, false) => holds_item(&self.written.range(), &title_cell()),
            (false, true) => {
                let cell = self.written.cell();
                format!("({titles}={cell})*({cell}<>\"\")")
            }
            (false, false) => {
                format!("{}*({titles}<>\"\")", holds_item(&self.written.cell(), &titles))
            }
        }
    }

    /// The titles of the related rows, as a list; an array formula.
    pub(super) fn list(&self) -> String {
        let titles = self.related.titles();
        let mask = self.mask();
        format!("_xlfn.TEXTJOIN(\"{SEPARATOR}\",TRUE,IF({mask},{titles},\"\"))")
    }
}

/// Whether `inverse` is the one that people type in: the side that names one row, else the first in the blueprint.
fn is_written(book: &Book<'_>, inverse: &Field, field: &FieldId, own: Cardinality) -> bool {
    let FieldKind::Relation { cardinality, inverse: back, .. } = &inverse.kind else { return false };
    if inverse.id == *field || back.as_ref().is_some_and(|back| back != field) {
        return false;
    }
    match (own, cardinality) {
        (Cardinality::One, Cardinality::Many) => false,
        (Cardinality::Many, Cardinality::One) => true,
        _ => position(book, &inverse.id) < position(book, field),
    }
}

fn position(book: &Book<'_>, field: &FieldId) -> Option<usize> {
    book.blueprint.tables.iter().flat_map(|table| &table.fields).position(|other| other.id == *field)
}

/// Whether a relation names at most one row.
pub(super) fn is_one(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Relation { cardinality: Cardinality::One, .. })
}
