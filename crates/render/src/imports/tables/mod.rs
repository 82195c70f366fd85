//! Tables as platforms with tables import them: a CSV file a table in the order to import them, the title first.
//!
//! Left out are computed columns, which the platform computes itself, and the other side of relations, which it makes
//! itself; the read-me says how.

mod read_me;

use shared::artifact::ArtifactFormat;
use shared::blueprint::{Blueprint, Field, FieldKind, Table};
use shared::compute::Evaluator;
use shared::platform::Platform;
use shared::words::{IMPORTS, Language};

use super::{Sides, import_order};
use crate::archive::Archive;
use crate::csv::{Cell, CellTexts, Csv, Form, RowNames, file_stems, headers};
use crate::{Progress, RenderError};

pub(super) use read_me::write as write_read_me;

/// How a platform imports tables.
pub(super) struct Importer {
    /// The platform.
    pub(super) platform: Platform,
    /// The format of its archives.
    pub(super) format: ArtifactFormat,
    /// How it wants values written.
    pub(super) form: Form,
    /// The start of its keys in `imports.json`.
    pub(super) key: &'static str,
    /// Longest name of a file, in characters: tables are called after it.
    pub(super) name_chars: usize,
    /// Whether a relation of a table to itself gets its other side by itself.
    pub(super) pairs_with_itself: bool,
}

/// The archive of `blueprint` for `importer`: the read-me, then the files in the order in which to import them.
///
/// # Errors
/// As [`Archive::add`].
pub(super) fn write(
    importer: &Importer,
    blueprint: &Blueprint,
    progress: Progress<'_>,
) -> Result<Vec<u8>, RenderError> {
    let evaluator = Evaluator::new(blueprint);
    let texts = CellTexts::new(&evaluator, RowNames::numbered(blueprint), importer.form);
    let sheets = sheets(importer, blueprint);
    let paths: Vec<_> = sheets.iter().map(|sheet| format!("{}.csv", sheet.stem)).collect();
    let mut archive = Archive::new();
    write_read_me(importer, blueprint, &sheets, &paths, &mut archive)?;
    for (done, (sheet, path)) in sheets.iter().zip(&paths).enumerate() {
        progress.report(done, sheets.len());
        archive.add(path, sheet.csv(&texts))?;
    }
    archive.finish()
}

/// A table and how its file is laid out.
pub(super) struct Sheet<'a> {
    /// The table.
    pub(super) table: &'a Table,
    /// The name of its file, without the ending.
    pub(super) stem: String,
    /// Its columns, the title first: what they are called, and what they hold.
    pub(super) columns: Vec<(String, &'a Field)>,
}

/// The sheets of `blueprint`, in the order in which to import them.
pub(super) fn sheets<'a>(importer: &Importer, blueprint: &'a Blueprint) -> Vec<Sheet<'a>> {
    let stems = file_stems(blueprint, importer.name_chars);
    let named: Vec<_> = blueprint.tables.iter().zip(stems).collect();
    let sides = Sides::new(blueprint);
    let ordered = import_order(blueprint).into_iter().filter_map(|at| named.get(at));
    ordered
        .map(|(table, stem)| Sheet {
            table,
            stem: stem.clone(),
            columns: columns(importer, blueprint, &sides, table),
        })
        .collect()
}

fn columns<'a>(
    importer: &Importer,
    blueprint: &Blueprint,
    sides: &Sides<'_>,
    table: &'a Table,
) -> Vec<(String, &'a Field)> {
    let is_kept = |field: &&Field| {
        let is_paired = importer.pairs_with_itself || !names_itself(table, field);
        let comes_by_itself = is_paired && sides.is_mirror(field);
        !(field.kind.is_computed() || comes_by_itself)
    };
    let mut fields: Vec<_> = table.fields.iter().filter(is_kept).collect();
    fields.sort_by_key(|field| !matches!(field.kind, FieldKind::Title));
    let unnamed = IMPORTS.get(blueprint.settings.language, "read_me.column");
    headers(fields.iter().map(|field| field.name.as_str()), unnamed).into_iter().zip(fields).collect()
}

/// Whether `field` of `table` names rows of the same table.
fn names_itself(table: &Table, field: &Field) -> bool {
    matches!(&field.kind, FieldKind::Relation { table: other, .. } if *other == table.id)
}

impl Sheet<'_> {
    /// Its CSV file, without a byte-order mark: importers may take it for a part of the first column's name.
    pub(super) fn csv(&self, texts: &CellTexts<'_>) -> String {
        let mut csv = Csv::default();
        csv.row(self.columns.iter().map(|(header, _)| Cell::text(header.as_str())));
        for row in &self.table.sample_rows {
            csv.row(self.columns.iter().map(|(_, field)| texts.cell(row, field)));
        }
        csv.finish()
    }
}

/// The sentence of `imports.<key>`, filled.
fn sentence(language: Language, key: &str, values: &[(&str, &str)]) -> String {
    IMPORTS.fill(language, key, values)
}
