//! A proposal as a table of a blueprint.

use super::column::{Column, Known};
use super::proposal::free_table_name;
use super::{Proposal, WORDS};
use crate::blueprint::{
    Blueprint, Cells, Field, FieldId, KindName, OptionId, RowId, SampleRow, Table, TableId, View, ViewId,
};
use crate::operation::intention::NewId;
use crate::operation::{Element, ElementKind, Operation};
use crate::validate::ROWS_MAX;
use crate::words::Language;

/// What [`Proposal::add_table`] makes.
#[derive(Clone, Debug, PartialEq)]
pub struct Added {
    /// The new table.
    pub table: TableId,
    /// Its name, for [`crate::operation::intention::Intention::FromFile`].
    pub name: String,
    /// The operations of the step.
    pub operations: Vec<Operation>,
}

impl Proposal {
    /// Adds the table at the end, under a name that is free in `blueprint`: its title, then a field for every other column
    /// that is kept, a grid of all of them, and the first rows. Texts that a kind cannot hold leave cells empty.
    pub fn add_table(&self, blueprint: &Blueprint, new_id: &mut NewId<'_>, language: Language) -> Added {
        let name = free_table_name(&self.table, blueprint);
        let fields = self.fields(new_id);
        let view = ViewId::new(new_id(ElementKind::View));
        let table = Table {
            id: TableId::new(new_id(ElementKind::Table)),
            name: name.clone(),
            description: WORDS.fill(language, "description", &[("file", &self.file)]),
            icon: "table".to_owned(),
            sample_rows: self.sample_rows(&fields, new_id),
            fields: fields.into_iter().map(|(_, field)| field).collect(),
            views: vec![View::grid(view, WORDS.get(language, "view").to_owned(), String::new())],
            reason: None,
        };
        let id = table.id.clone();
        Added { table: id, name, operations: vec![Operation::add(Element::Table(table))] }
    }

    /// The kept columns with their fields, the title first.
    fn fields(&self, new_id: &mut NewId<'_>) -> Vec<(&Column, Field)> {
        let mut columns: Vec<&Column> = self.columns.iter().filter(|column| column.is_kept).collect();
        columns.sort_by_key(|column| column.kind != KindName::Title);
        let field = |column: &Column| Field {
            id: FieldId::new(new_id(ElementKind::Field)),
            name: column.name.clone(),
            description: String::new(),
            required: column.kind == KindName::Title,
            kind: column.field_kind(&self.sheet, &mut || OptionId::new(new_id(ElementKind::Option))),
            reason: None,
        };
        let fields: Vec<Field> = columns.iter().copied().map(field).collect();
        columns.into_iter().zip(fields).collect()
    }

    fn sample_rows(&self, fields: &[(&Column, Field)], new_id: &mut NewId<'_>) -> Vec<SampleRow> {
        let known: Vec<(&Column, &FieldId, Known<'_>)> =
            fields.iter().map(|(column, field)| (*column, &field.id, Known::new(&field.kind))).collect();
        let rows = self.sheet.rows.iter().take(self.rows.min(ROWS_MAX));
        let cells = rows.map(|row| {
            let cell = |(column, field, kind): &(&Column, &FieldId, Known<'_>)| {
                Some(((*field).clone(), column.value(column.text(row), kind)?))
            };
            known.iter().filter_map(cell).collect::<Cells>()
        });
        let filled = cells.filter(|cells| !cells.is_empty());
        filled.map(|cells| SampleRow { id: RowId::new(new_id(ElementKind::Row)), cells }).collect()
    }
}
