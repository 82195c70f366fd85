//! What is in the archive and how to import it anywhere.

use shared::artifact::ArtifactFormat;
use shared::blueprint::{Blueprint, FieldKind};

use super::Sheet;
use crate::RenderError;
use crate::archive::Archive;
use crate::imports::{ReadMe, import_order};

pub(super) fn write(
    blueprint: &Blueprint,
    sheets: &[Sheet<'_>],
    archive: &mut Archive,
) -> Result<(), RenderError> {
    let mut read_me = ReadMe::new(blueprint, ArtifactFormat::CsvZip);
    let ordered: Vec<_> = import_order(blueprint).into_iter().filter_map(|at| sheets.get(at)).collect();
    read_me.heading("read_me.files");
    read_me.say("csv_zip.order", &[]);
    read_me.table(["read_me.file", "read_me.table", "read_me.rows", "read_me.content"], &files(&ordered));
    read_me.heading("csv_zip.form_title");
    let points = ["encoding", "quotes", "empty", "dates", "numbers", "checkboxes", "lists", "ids"];
    let keys = points.map(|point| format!("csv_zip.{point}"));
    read_me.points(&keys.each_ref().map(|key| (key.as_str(), &[][..])));
    read_me.guard();
    read_me.say("csv_zip.double_click", &[]);
    relations(sheets, &mut read_me);
    read_me.heading("csv_zip.programs_title");
    read_me.say("csv_zip.programs", &[]);
    read_me.write(archive)
}

fn files(sheets: &[&Sheet<'_>]) -> Vec<[String; 4]> {
    let line = |sheet: &&Sheet<'_>| {
        let rows = sheet.table.sample_rows.len().to_string();
        [sheet.path.clone(), sheet.table.name.clone(), rows, sheet.table.description.clone()]
    };
    sheets.iter().map(line).collect()
}

/// Every relation, and the column over there whose texts its cells hold.
fn relations(sheets: &[Sheet<'_>], read_me: &mut ReadMe) {
    let mut lines = Vec::new();
    for sheet in sheets {
        for (field, header) in sheet.table.fields.iter().zip(&sheet.headers) {
            let FieldKind::Relation { table, .. } = &field.kind else { continue };
            if let Some(target) = sheets.iter().find(|sheet| sheet.table.id == *table) {
                let names: [&str; 4] = [&sheet.path, header, &target.path, target.key()];
                lines.push(names.map(str::to_owned));
            }
        }
    }
    if !lines.is_empty() {
        read_me.heading("csv_zip.relations_title");
        read_me.say("csv_zip.relations", &[]);
        let header = ["read_me.file", "read_me.column", "csv_zip.names_of", "read_me.column"];
        read_me.table(header, &lines);
    }
}
