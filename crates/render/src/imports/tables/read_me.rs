//! What to do with the tables: the files in order, a type for every column, and what no file can bring.

use shared::blueprint::{Blueprint, Cardinality, Field, FieldKind, KindName, NumberFormat};
use shared::plan::{State, StepAction, Target, plan};
use shared::platform::capabilities;

use super::{Importer, Sheet, names_itself, sentence};
use crate::RenderError;
use crate::archive::Archive;
use crate::csv::has_unique_titles;
use crate::imports::ReadMe;

/// Adds the read-me to `archive`; `paths` are where the files of `sheets` stand in it.
pub(in crate::imports) fn write(
    importer: &Importer,
    blueprint: &Blueprint,
    sheets: &[Sheet<'_>],
    paths: &[String],
    archive: &mut Archive,
) -> Result<(), RenderError> {
    let mut read_me = ReadMe::new(blueprint, importer.format);
    read_me.heading("read_me.files");
    read_me.say("tables.order", &[]);
    let line = |(path, sheet): (&String, &Sheet<'_>)| {
        let rows = sheet.table.sample_rows.len().to_string();
        [path.clone(), sheet.table.name.clone(), rows, sheet.table.description.clone()]
    };
    let lines: Vec<_> = paths.iter().zip(sheets).map(line).collect();
    read_me.table(["read_me.file", "read_me.table", "read_me.rows", "read_me.content"], &lines);
    if !sheets.iter().all(|sheet| has_unique_titles(sheet.table)) {
        read_me.say("tables.numbered", &[]);
    }
    columns(importer, blueprint, sheets, &mut read_me);
    rest(importer, blueprint, &mut read_me);
    read_me.guard();
    read_me.write(archive)
}

/// A table of columns for each sheet, and what to choose for each.
fn columns(importer: &Importer, blueprint: &Blueprint, sheets: &[Sheet<'_>], read_me: &mut ReadMe) {
    read_me.heading("tables.columns_title");
    read_me.say("tables.columns", &[]);
    read_me.say(&format!("{}.columns", importer.key), &[]);
    let language = blueprint.settings.language;
    for sheet in sheets {
        let line = |(header, field): &(String, &Field)| {
            let kind = capabilities(importer.platform).field(imported_as(&field.kind));
            let details = details(importer, blueprint, sheet, field);
            [header.clone(), kind.native_in(language).to_owned(), details]
        };
        let lines: Vec<_> = sheet.columns.iter().map(line).collect();
        read_me.name(&sheet.table.name);
        read_me.table(["read_me.column", "tables.type", "tables.details"], &lines);
    }
}

/// The kind that holds imported values: times are what the file says, not when it was imported.
fn imported_as(kind: &FieldKind) -> KindName {
    match kind.name() {
        KindName::CreatedAt | KindName::UpdatedAt => KindName::Datetime,
        KindName::AutoId => KindName::Text,
        KindName::Attachment => KindName::Url,
        name => name,
    }
}

fn details(importer: &Importer, blueprint: &Blueprint, sheet: &Sheet<'_>, field: &Field) -> String {
    let language = blueprint.settings.language;
    let say = |key: &str, values: &[(&str, &str)]| sentence(language, key, values);
    let own = |key: &str, values: &[(&str, &str)]| say(&format!("{}.{key}", importer.key), values);
    match &field.kind {
        FieldKind::Title => own("title", &[]),
        FieldKind::Select { options } | FieldKind::MultiSelect { options } => {
            let names: Vec<_> = options.iter().map(|option| option.name.as_str()).collect();
            say("tables.options", &[("names", &names.join(", "))])
        }
        FieldKind::Rating { max } => say("tables.rating", &[("max", &max.to_string())]),
        FieldKind::Number { format: NumberFormat::Percent } => say("tables.percent", &[]),
        FieldKind::Number { format: NumberFormat::Decimal } => say("tables.decimal", &[]),
        FieldKind::Person { .. } => own("person", &[]),
        FieldKind::AutoId { .. } => say("tables.auto_id", &[]),
        FieldKind::Relation { table, cardinality, inverse } => {
            let name = blueprint.table(table).map_or("", |table| table.name.as_str());
            let one_or_many = if *cardinality == Cardinality::One { "one" } else { "many" };
            let mut lines = vec![own("relation", &[("table", name)]), own(one_or_many, &[])];
            let is_paired = importer.pairs_with_itself || !names_itself(sheet.table, field);
            let inverse = inverse.as_ref().and_then(|inverse| blueprint.field(inverse));
            if let Some((_, inverse)) = inverse.filter(|_| is_paired) {
                lines.push(own("inverse", &[("table", name), ("name", &inverse.name)]));
            }
            lines.join(" ")
        }
        _ => String::new(),
    }
}

/// What a platform imports no file for, in the clicks of the plan.
fn rest(importer: &Importer, blueprint: &Blueprint, read_me: &mut ReadMe) {
    let plan = plan(blueprint, &Target { platform: importer.platform }, &State::default());
    let steps = plan.steps.iter().filter(|step| {
        matches!(
            step.action,
            StepAction::CreateComputedField
                | StepAction::CreateView
                | StepAction::CreateAutomation
                | StepAction::CreateDashboard
        )
    });
    let steps: Vec<_> = steps.filter(|step| !step.instructions.is_empty()).collect();
    if steps.is_empty() {
        return;
    }
    read_me.heading("tables.rest_title");
    read_me.say("tables.rest", &[]);
    for step in steps {
        read_me.clicks(&step.title, &step.instructions);
    }
}
