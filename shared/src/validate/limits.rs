//! What a platform takes: lengths and characters of names, numbers of things.

use super::ProblemKind;
use super::index::Index;
use super::report::{At, Report};
use crate::blueprint::{CellValue, Field, FieldKind, SampleRow, Table};
use crate::platform::Limits;

/// Reports what exceeds the limits of a platform.
pub(super) fn check(index: &Index<'_>, platform: &str, limits: &Limits, report: &mut Report) {
    let mut checker = Checker { platform, limits, report };
    let tables = At::ROOT.key("tables");
    checker.count(tables, index.blueprint.tables.len(), checker.limits.tables, ProblemKind::PlatformTables);
    for (position, table) in index.blueprint.tables.iter().enumerate() {
        checker.table(tables.index(position), table);
    }
}

struct Checker<'r> {
    platform: &'r str,
    limits: &'r Limits,
    report: &'r mut Report,
}

impl Checker<'_> {
    fn table(&mut self, at: At<'_>, table: &Table) {
        let limits = self.limits;
        let (name, fields, rows) = (at.key("name"), at.key("fields"), at.key("sample_rows"));
        self.length(name, &table.name, limits.table_name_chars, ProblemKind::PlatformTableName);
        let forbidden = limits.table_name_forbidden;
        self.characters(name, &table.name, forbidden, ProblemKind::PlatformTableCharacters);
        self.count(fields, table.fields.len(), limits.fields, ProblemKind::PlatformFields);
        for (position, field) in table.fields.iter().enumerate() {
            self.field(fields.index(position), field);
        }
        for (position, row) in table.sample_rows.iter().enumerate() {
            self.row(rows.index(position).key("cells"), table, row);
        }
    }

    fn field(&mut self, at: At<'_>, field: &Field) {
        let limits = self.limits;
        self.length(at.key("name"), &field.name, limits.field_name_chars, ProblemKind::PlatformFieldName);
        let kind = at.key("kind");
        let options = kind.key("options");
        self.count(options, field.kind.options().len(), limits.options, ProblemKind::PlatformOptions);
        for (position, option) in field.kind.options().iter().enumerate() {
            let name = options.index(position);
            let name = name.key("name");
            self.length(name, &option.name, limits.option_name_chars, ProblemKind::PlatformOptionName);
            let forbidden = limits.option_name_forbidden;
            self.characters(name, &option.name, forbidden, ProblemKind::PlatformOptionCharacters);
        }
    }

    fn row(&mut self, at: At<'_>, table: &Table, row: &SampleRow) {
        for field in &table.fields {
            let Some(text) = row.cells.get(&field.id).and_then(CellValue::text) else { continue };
            let at = at.key(field.id.as_str());
            match field.kind {
                FieldKind::Title => {
                    self.length(at, text, self.limits.title_chars, ProblemKind::PlatformTitle)
                }
                FieldKind::Text => self.length(at, text, self.limits.text_chars, ProblemKind::PlatformText),
                FieldKind::LongText => {
                    self.length(at, text, self.limits.long_text_chars, ProblemKind::PlatformText);
                }
                _ => {}
            }
        }
    }

    /// A text has at least as many bytes as characters, so most are never counted.
    fn length(&mut self, at: At<'_>, text: &str, max: Option<u32>, code: ProblemKind) {
        let Some(max) = max.and_then(|max| usize::try_from(max).ok()) else { return };
        if text.len() > max {
            let count = text.chars().count();
            if count > max {
                self.add(at, code, text, &[("count", &count.to_string()), ("max", &max.to_string())]);
            }
        }
    }

    fn characters(&mut self, at: At<'_>, text: &str, forbidden: &str, code: ProblemKind) {
        let found: String = text.chars().filter(|c| forbidden.contains(*c)).collect();
        if !found.is_empty() {
            self.add(at, code, text, &[("found", &found)]);
        }
    }

    fn count(&mut self, at: At<'_>, count: usize, max: Option<u32>, code: ProblemKind) {
        let Some(max) = max.and_then(|max| usize::try_from(max).ok()) else { return };
        if count > max {
            self.add(at, code, &count.to_string(), &[("max", &max.to_string())]);
        }
    }

    fn add(&mut self, at: At<'_>, code: ProblemKind, value: &str, more: &[(&str, &str)]) {
        let mut values = vec![("platform", self.platform)];
        values.extend_from_slice(more);
        self.report.add_with(at, code, value, &values);
    }
}
