//! A CSV file a table, with a read-me for people and `datapackage.json` for programs.

mod package;
mod read_me;

use shared::blueprint::{Blueprint, Table};
use shared::compute::Evaluator;
use shared::words::IMPORTS;

use crate::archive::Archive;
use crate::csv::{Cell, CellTexts, Csv, Form, RowNames, file_stems, headers};
use crate::names::{Taken, identifier};
use crate::{Progress, RenderError};

/// Longest name of a file, in characters.
const NAME_CHARS: usize = 100;

/// The archive of `blueprint`: the read-me, the schema, then the tables in the blueprint's order.
///
/// # Errors
/// [`RenderError::Archive`] and [`RenderError::Io`] when it could not be packed.
pub(crate) fn write(blueprint: &Blueprint, progress: Progress<'_>) -> Result<Vec<u8>, RenderError> {
    let evaluator = Evaluator::new(blueprint);
    let texts = CellTexts::new(&evaluator, RowNames::or_ids(blueprint), Form::default());
    let sheets = sheets(blueprint);
    let mut tables = Vec::with_capacity(sheets.len());
    let mut resources = Vec::with_capacity(sheets.len());
    for (done, sheet) in sheets.iter().enumerate() {
        progress.report(done, sheets.len());
        let rows = sheet.rows(&texts);
        resources.push(package::resource(&evaluator, &sheets, sheet, &rows));
        tables.push((&sheet.path, sheet.csv(rows)));
    }
    let mut archive = Archive::new();
    read_me::write(blueprint, &sheets, &mut archive)?;
    archive.add("datapackage.json", package::write(blueprint, resources)?)?;
    for (path, csv) in tables {
        // People double-click these files; readers of data packages pass over the mark.
        archive.add(path, csv.finish_for_excel())?;
    }
    archive.finish()
}

/// A table and how its file is laid out.
struct Sheet<'a> {
    table: &'a Table,
    path: String,
    /// What programs call it.
    name: String,
    /// A column a field, then the column of ids.
    headers: Vec<String>,
}

fn sheets(blueprint: &Blueprint) -> Vec<Sheet<'_>> {
    let word = |key| IMPORTS.get(blueprint.settings.language, key);
    let mut names = Taken::default();
    let mut sheets = Vec::with_capacity(blueprint.tables.len());
    for (table, stem) in blueprint.tables.iter().zip(file_stems(blueprint, NAME_CHARS)) {
        let fields = table.fields.iter().map(|field| field.name.as_str());
        sheets.push(Sheet {
            table,
            path: format!("{stem}.csv"),
            name: names.claim_identifier(identifier(&table.name, table.id.as_str())),
            headers: headers(fields.chain([word("csv_zip.id")]), word("csv_zip.column")),
        });
    }
    sheets
}

impl Sheet<'_> {
    fn rows(&self, texts: &CellTexts<'_>) -> Vec<Vec<Cell>> {
        let rows = self.table.sample_rows.iter().map(|row| {
            let cells = self.table.fields.iter().map(|field| texts.cell(row, field));
            cells.chain([Cell::text(row.id.as_str())]).collect()
        });
        rows.collect()
    }

    fn csv(&self, rows: Vec<Vec<Cell>>) -> Csv {
        let mut csv = Csv::default();
        csv.row(self.headers.iter().map(|header| Cell::text(header.as_str())));
        rows.into_iter().for_each(|row| csv.row(row));
        csv
    }

    /// The column that names a row for the cells of others: the title where titles are unique, else the ids.
    fn key(&self) -> &str {
        let title = self.table.fields.iter().position(|field| Some(field) == self.table.title());
        let title = title.filter(|_| crate::csv::has_unique_titles(self.table));
        let header = match title {
            Some(at) => self.headers.get(at),
            None => self.headers.last(),
        };
        header.map_or("", String::as_str)
    }
}
