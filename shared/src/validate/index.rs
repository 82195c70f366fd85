//! The blueprint by id, built once for all rules.

use std::collections::HashMap;

use crate::blueprint::{Blueprint, Field, FieldId, FieldKind, Table, TableId};
use crate::compute::Schema;
use crate::compute::formula::Type;

/// The blueprint by id. Of several elements with one id, the first counts.
#[derive(Debug)]
pub(super) struct Index<'a> {
    pub(super) blueprint: &'a Blueprint,
    pub(super) schema: Schema<'a>,
    tables: HashMap<&'a TableId, &'a Table>,
    rows: HashMap<&'a str, &'a TableId>,
    options: HashMap<&'a str, &'a FieldId>,
}

impl<'a> Index<'a> {
    pub(super) fn new(blueprint: &'a Blueprint) -> Self {
        let (mut tables, mut rows, mut options) = (HashMap::new(), HashMap::new(), HashMap::new());
        for table in &blueprint.tables {
            tables.entry(&table.id).or_insert(table);
            for row in &table.sample_rows {
                rows.entry(row.id.as_str()).or_insert(&table.id);
            }
            for field in &table.fields {
                for option in field.kind.options() {
                    options.entry(option.id.as_str()).or_insert(&field.id);
                }
            }
        }
        Self { blueprint, schema: Schema::new(blueprint), tables, rows, options }
    }

    pub(super) fn table(&self, id: &TableId) -> Option<&'a Table> {
        self.tables.get(id).copied()
    }

    /// Whether the option `id` belongs to `field`.
    pub(super) fn has_option(&self, field: &Field, id: &str) -> bool {
        self.options.get(id).is_some_and(|holder| **holder == field.id)
    }

    /// Whether the sample row `id` belongs to `table`.
    pub(super) fn has_row(&self, table: &TableId, id: &str) -> bool {
        self.rows.get(id).is_some_and(|holder| *holder == table)
    }

    /// How rules see the values of a field; nothing where a computed one cannot be computed.
    pub(super) fn class(&self, field: &Field) -> Option<Class> {
        Some(match &field.kind {
            FieldKind::Select { .. } => Class::Option,
            FieldKind::MultiSelect { .. } => Class::Options,
            FieldKind::Relation { .. } => Class::Rows,
            FieldKind::Person { .. } => Class::People,
            _ => match self.schema.type_of(&field.id)? {
                Type::Text => Class::Text,
                Type::Number => Class::Number,
                Type::Bool => Class::Bool,
                Type::Date => Class::Date,
                Type::Datetime => Class::Datetime,
            },
        })
    }
}

/// How rules see the values of a field, stored or computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Text.
    Text,
    /// Numbers.
    Number,
    /// Yes or no.
    Bool,
    /// Days.
    Date,
    /// Days and times.
    Datetime,
    /// One option.
    Option,
    /// Any of a few options.
    Options,
    /// Rows of a table.
    Rows,
    /// People.
    People,
}

impl Class {
    /// Whether its values lie on a day.
    pub fn is_day(self) -> bool {
        matches!(self, Self::Date | Self::Datetime)
    }
}

/// Whether rows can be parted by the values of a field: what is different in every row cannot part them.
pub fn can_group(kind: &FieldKind) -> bool {
    !matches!(kind, FieldKind::Title | FieldKind::LongText | FieldKind::Url | FieldKind::Attachment)
}
