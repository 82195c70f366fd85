//! Giving fields other kinds: with settings that are sensible to begin with, and with everything that must change along.

use std::collections::BTreeMap;

use shared::blueprint::{
    Blueprint, Cardinality, CellValue, Color, Field, FieldId, FieldKind, KindName, NumberFormat, Positions,
    RollupFunction, SelectOption, Table,
};
use shared::operation::{CellChanges, ElementKind, Operation, apply};
use shared::validate::NAME_MAX;

/// Stars of a new rating.
const STARS: u8 = 5;
/// Most different texts that are taken for options.
const TEXTS_MAX: usize = 12;

/// The kind with this name in documents.
pub(super) fn parse(name: &str) -> Option<KindName> {
    KindName::ALL.into_iter().find(|kind| kind.as_str() == name)
}

/// A field that is to get another kind.
pub(super) struct Change<'a> {
    /// The whole.
    pub blueprint: &'a Blueprint,
    /// The table of the field.
    pub table: &'a Table,
    /// The field.
    pub field: &'a Field,
    /// Names of options, where nothing says which there should be.
    pub options: [String; 2],
    /// Makes ids.
    pub new_id: fn(ElementKind) -> String,
}

impl Change<'_> {
    /// The kind of that name with settings to begin with; nothing where there can be none.
    pub(super) fn to(&self, name: KindName) -> Option<FieldKind> {
        Some(match name {
            KindName::Title => FieldKind::Title,
            KindName::Text => FieldKind::Text,
            KindName::LongText => FieldKind::LongText,
            KindName::Number => FieldKind::Number { format: NumberFormat::Integer },
            KindName::Date => FieldKind::Date,
            KindName::Datetime => FieldKind::Datetime,
            KindName::Checkbox => FieldKind::Checkbox,
            KindName::Select => FieldKind::Select { options: self.options() },
            KindName::MultiSelect => FieldKind::MultiSelect { options: self.options() },
            KindName::Url => FieldKind::Url,
            KindName::Email => FieldKind::Email,
            KindName::Person => FieldKind::Person { many: false },
            KindName::Rating => FieldKind::Rating { max: STARS },
            KindName::Relation => self.relation(),
            KindName::Rollup => self.rollup()?,
            KindName::Formula => {
                let title = self.table.title().filter(|title| title.id != self.field.id)?;
                FieldKind::Formula { expression: format!("{{{}}}", title.id.as_str()) }
            }
            KindName::CreatedAt => FieldKind::CreatedAt,
            KindName::UpdatedAt => FieldKind::UpdatedAt,
            KindName::AutoId => FieldKind::AutoId { prefix: String::new() },
            KindName::Attachment => FieldKind::Attachment,
        })
    }

    /// Rows of the first other table, or of its own where there is no other.
    fn relation(&self) -> FieldKind {
        let other = self.blueprint.tables.iter().find(|table| table.id != self.table.id);
        let table = other.unwrap_or(self.table).id.clone();
        FieldKind::Relation { table, cardinality: Cardinality::Many, inverse: None }
    }

    /// How many rows the first relation of the table names.
    fn rollup(&self) -> Option<FieldKind> {
        let is_relation =
            |field: &&Field| matches!(field.kind, FieldKind::Relation { .. }) && field.id != self.field.id;
        let relation = self.table.fields.iter().find(is_relation)?.id.clone();
        Some(FieldKind::Rollup { relation, field: None, function: RollupFunction::Count })
    }

    /// The options that the field has; else one for each of its texts where those are few; else two.
    fn options(&self) -> Vec<SelectOption> {
        let now = self.field.kind.options();
        if !now.is_empty() {
            return now.to_vec();
        }
        let names = self.texts().unwrap_or_else(|| self.options.to_vec());
        let option = |(at, name): (usize, String)| SelectOption {
            id: (self.new_id)(ElementKind::Option).as_str().into(),
            name,
            color: Color::of_option(at),
        };
        names.into_iter().enumerate().map(option).collect()
    }

    /// The different texts of the field; nothing where there are none, or too many, or some that name several.
    fn texts(&self) -> Option<Vec<String>> {
        let mut found: Vec<String> = Vec::new();
        let cells = self.table.sample_rows.iter().filter_map(|row| row.cells.get(&self.field.id)?.text());
        for text in cells.map(str::trim).filter(|text| !text.is_empty()) {
            if text.contains(',') || text.chars().count() > NAME_MAX {
                return None;
            }
            if !found.iter().any(|it| it.to_lowercase() == text.to_lowercase()) {
                found.push(text.to_owned());
            }
        }
        let takes_texts = matches!(self.field.kind, FieldKind::Title | FieldKind::Text);
        (takes_texts && (1..=TEXTS_MAX).contains(&found.len())).then_some(found)
    }
}

/// The operation that gives fields these kinds, with what must change along: a relation that goes parts from its other
/// side, and a title that another field becomes turns into text.
pub(super) fn change(blueprint: &Blueprint, kinds: BTreeMap<FieldId, FieldKind>) -> Operation {
    let mut fields = kinds.clone();
    for (id, kind) in &kinds {
        let Some((table, field)) = blueprint.field(id) else { continue };
        if *kind == FieldKind::Title
            && let Some(title) = table.title().filter(|title| title.id != *id)
        {
            fields.entry(title.id.clone()).or_insert(FieldKind::Text);
        }
        let FieldKind::Relation { inverse: Some(inverse), .. } = &field.kind else { continue };
        let is_kept = matches!(kind, FieldKind::Relation { inverse: Some(it), .. } if it == inverse);
        if let Some((_, other)) = blueprint.field(inverse).filter(|_| !is_kept && inverse != id) {
            fields.entry(inverse.clone()).or_insert_with(|| parted(&other.kind));
        }
    }
    let (cells, positions) = (CellChanges::new(), Positions::new());
    Operation::ChangeKinds { fields, cells, positions }
}

/// The same kind; a relation without its other side.
pub(super) fn parted(kind: &FieldKind) -> FieldKind {
    match kind {
        FieldKind::Relation { table, cardinality, .. } => {
            FieldKind::Relation { table: table.clone(), cardinality: *cardinality, inverse: None }
        }
        other => other.clone(),
    }
}

/// How many values of a field an operation would empty or shorten.
pub(super) fn lost(blueprint: &Blueprint, field: &FieldId, operation: &Operation) -> usize {
    let mut after = blueprint.clone();
    if apply(&mut after, operation.clone()).is_err() {
        return 0;
    }
    let (Some((before, _)), Some((after, _))) = (blueprint.field(field), after.field(field)) else {
        return 0;
    };
    let is_less = |row: &&shared::blueprint::SampleRow| {
        let now = after.row(&row.id).and_then(|row| row.cells.get(field));
        items(now) < items(row.cells.get(field))
    };
    before.sample_rows.iter().filter(is_less).count()
}

/// How many things a value names.
fn items(value: Option<&CellValue>) -> usize {
    match value {
        None => 0,
        Some(CellValue::Text(text)) => usize::from(!text.is_empty()),
        Some(CellValue::List(items)) => items.len(),
        Some(_) => 1,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use shared::design::design;
    use shared::validate::structure;

    use super::*;
    use crate::state::draft::suggested;

    fn new_id(kind: ElementKind) -> String {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        format!("{}_new_{}", kind.prefix(), COUNT.fetch_add(1, Ordering::Relaxed))
    }

    #[test]
    fn every_kind_that_can_be_had_holds_together() {
        let blueprint = design(&suggested());
        for table in &blueprint.tables {
            let Some(field) = table.fields.iter().find(|field| field.kind == FieldKind::LongText) else {
                continue;
            };
            let options = ["One".to_owned(), "Two".to_owned()];
            let wanted = Change { blueprint: &blueprint, table, field, options, new_id };
            for kind in KindName::ALL.into_iter().filter_map(|name| wanted.to(name)) {
                let mut work = blueprint.clone();
                let operation = change(&blueprint, BTreeMap::from([(field.id.clone(), kind)]));
                apply(&mut work, operation).unwrap();
                assert!(structure(&work).is_empty());
            }
        }
    }

    #[test]
    fn another_title_turns_the_old_one_into_text() {
        let blueprint = design(&suggested());
        let table = &blueprint.tables[0];
        let field = table.fields.iter().find(|field| field.kind != FieldKind::Title).unwrap();
        let operation = change(&blueprint, BTreeMap::from([(field.id.clone(), FieldKind::Title)]));
        let mut work = blueprint.clone();
        apply(&mut work, operation).unwrap();
        assert_eq!(work.tables[0].title().unwrap().id, field.id);
    }

    #[test]
    fn texts_that_are_no_numbers_are_counted_as_lost() {
        let blueprint = design(&suggested());
        let table = &blueprint.tables[0];
        let title = table.title().unwrap();
        let other = table.fields.iter().find(|field| field.kind != FieldKind::Title).unwrap();
        let kinds = BTreeMap::from([
            (title.id.clone(), FieldKind::Number { format: NumberFormat::Integer }),
            (other.id.clone(), FieldKind::Title),
        ]);
        let operation = change(&blueprint, kinds);
        assert_eq!(lost(&blueprint, &title.id, &operation), table.sample_rows.len());
    }
}
