//! How a table is laid out for an importer: its folder, its columns, and where each field goes.

use std::collections::{BTreeMap, BTreeSet};

use shared::blueprint::{Field, FieldKind, KindName, SampleRow, Table};
use shared::platform::Support;

use super::hierarchy::Hierarchy;
use super::home::{Home, home};
use super::importer::{Own, Role};
use super::text::{claim, one_line};
use super::{System, Values};
use crate::names::{Taken, folded, short_file_name};

/// Longest name of a table's folder and file, in characters: the path that both make stays short.
const NAME_CHARS: usize = 60;

/// How a table is laid out for an importer.
pub(crate) struct Layout<'a> {
    /// The table.
    pub(crate) table: &'a Table,
    /// The name of its folder and of its file, without an ending.
    pub(crate) name: String,
    /// Where each field goes, with what the plan says becomes of it.
    pub(crate) homes: Vec<(&'a Field, Support, Home)>,
    /// The columns of its file, in order.
    pub(crate) columns: Vec<Column<'a>>,
    /// Which row stands under which.
    pub(crate) hierarchy: Hierarchy<'a>,
    /// Numbers of its rows, from 1, by their ids.
    pub(crate) numbers: BTreeMap<&'a str, usize>,
    /// Names of options and fields that two label fields share, folded.
    pub(crate) shared_labels: BTreeSet<String>,
}

/// A column of a file.
pub(crate) struct Column<'a> {
    /// What stands in the first line, unique in the file but for values of one field.
    pub(crate) header: String,
    /// What stands below.
    pub(crate) source: Source<'a>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Source<'a> {
    /// What it means to the importer.
    Role(Role),
    /// The value of a field.
    Field(&'a Field),
    /// One of the values of a field.
    Item(&'a Field, usize),
    /// What no other column could hold whole.
    Rest,
}

impl<'a> Layout<'a> {
    pub(super) fn new(system: &System<'a>, table: &'a Table, taken: &mut Taken) -> Self {
        let homes = table.fields.iter().map(|field| {
            let support = system.supports.get(&field.id).copied();
            let support = support.unwrap_or(system.capabilities.field(field.kind.name()));
            (field, support, home(system.importer, system.capabilities, table, field, support))
        });
        let homes: Vec<_> = homes.collect();
        let mut layout = Self {
            table,
            name: taken.claim_file(short_file_name(&table.name, table.id.as_str(), NAME_CHARS)),
            shared_labels: shared_labels(&homes),
            homes,
            columns: Vec::new(),
            numbers: table.sample_rows.iter().map(|row| row.id.as_str()).zip(1..).collect(),
            hierarchy: Hierarchy::new(system.evaluator, table, system.importer.hierarchy),
        };
        layout.columns = columns(system, &layout);
        layout
    }

    /// The fields that go where `wanted` is.
    pub(crate) fn at(&self, wanted: Home) -> impl Iterator<Item = &'a Field> {
        self.homes.iter().filter(move |(_, _, home)| *home == wanted).map(|(field, _, _)| *field)
    }

    /// The rows in the order of the file: rows that others stand under come before those.
    pub(crate) fn rows(&self) -> Vec<&'a SampleRow> {
        let mut rows: Vec<_> = self.table.sample_rows.iter().collect();
        rows.sort_by_key(|row| self.hierarchy.level(row));
        rows
    }

    /// The header of the column that holds `field`.
    pub(crate) fn header(&self, field: &Field, home: Home) -> Option<&str> {
        let holds = |column: &&Column<'_>| match column.source {
            Source::Role(role) => home == Home::Role(role),
            Source::Field(held) | Source::Item(held, _) => held.id == field.id,
            Source::Rest => false,
        };
        self.columns.iter().find(holds).map(|column| column.header.as_str())
    }
}

fn columns<'a>(system: &System<'a>, layout: &Layout<'a>) -> Vec<Column<'a>> {
    let importer = system.importer;
    let mut taken = Taken::default();
    let mut columns = Vec::new();
    for (role, header) in importer.columns {
        // Taken even when it is left out: importers know these names.
        claim(&mut taken, (*header).to_owned(), "");
        if importer.wants_all_columns || is_filled(layout, *role) {
            columns.push(Column { header: (*header).to_owned(), source: Source::Role(*role) });
        }
    }
    for field in layout.at(Home::Column) {
        let header = claim(&mut taken, (importer.header)(&field.name), field.id.as_str());
        let sources = match (importer.own, &field.kind) {
            (Own::RepeatedColumns, FieldKind::MultiSelect { .. }) => {
                (0..most_items(system, layout.table, field))
                    .map(|number| Source::Item(field, number))
                    .collect()
            }
            _ => vec![Source::Field(field)],
        };
        columns.extend(sources.into_iter().map(|source| Column { header: header.clone(), source }));
    }
    let values = Values { system, layout };
    let needs_rest = !importer.has(Role::Description)
        && layout.table.sample_rows.iter().any(|row| !values.rest(row).is_empty());
    if needs_rest {
        let header = claim(&mut taken, system.word("tasks.rest").to_owned(), "");
        columns.push(Column { header, source: Source::Rest });
    }
    columns
}

/// Whether the file has a column of `role`, where the importer does not want them all.
fn is_filled(layout: &Layout<'_>, role: Role) -> bool {
    match role {
        Role::Title | Role::Description | Role::Level | Role::Table => true,
        Role::Number | Role::Parent => layout.at(Home::Role(Role::Parent)).next().is_some(),
        Role::Blank => false,
        role => layout.at(Home::Role(role)).next().is_some(),
    }
}

/// The most values that a row has of `field`; at least one column.
fn most_items(system: &System<'_>, table: &Table, field: &Field) -> usize {
    let count = |row: &SampleRow| system.texts.list(row, field).len();
    table.sample_rows.iter().map(count).max().unwrap_or_default().max(1)
}

fn shared_labels(homes: &[(&Field, Support, Home)]) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut shared = BTreeSet::new();
    for (field, _, _) in homes.iter().filter(|(_, _, home)| *home == Home::Role(Role::Labels)) {
        let own: BTreeSet<_> = match field.kind.name() {
            KindName::Checkbox => BTreeSet::from([folded(&one_line(&field.name))]),
            _ => field.kind.options().iter().map(|option| folded(&one_line(&option.name))).collect(),
        };
        shared.extend(own.iter().filter(|name| seen.contains(*name)).cloned());
        seen.extend(own);
    }
    shared
}
