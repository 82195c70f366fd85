//! What a blueprint is in a relational database: its tables and columns by their names, and where each field is kept.

use std::collections::HashMap;

use shared::blueprint::{Blueprint, Cardinality, Field, FieldId, FieldKind, SampleRow, Table, TableId};
use shared::compute::{Evaluator, formula::Type};

use crate::names::{Taken, identifier};

/// Columns that every table has, and names that PostgreSQL keeps for itself (its documentation, "System Columns").
const RESERVED_COLUMNS: [&str; 9] =
    ["id", "row_position", "ctid", "xmin", "cmin", "xmax", "cmax", "tableoid", "oid"];
/// Views and tables that every script has, and functions that it may have.
const RESERVED_TABLES: [&str; 3] = ["names", "today", "me"];
/// Longest name of a table or view, in bytes: PostgreSQL cuts at 63, and endings come on top.
const NAME_MAX: usize = 46;

/// A blueprint as a relational database.
pub(super) struct Model<'a> {
    pub(super) blueprint: &'a Blueprint,
    pub(super) evaluator: Evaluator<'a>,
    pub(super) tables: Vec<Entity<'a>>,
    /// Place of each field: of its table and in it.
    places: HashMap<&'a FieldId, (usize, usize)>,
}

/// A table.
pub(super) struct Entity<'a> {
    pub(super) table: &'a Table,
    /// What it is called in the database.
    pub(super) name: String,
    /// The view with every value of its rows, stored or computed.
    pub(super) rows: String,
    pub(super) columns: Vec<Column<'a>>,
}

/// A field.
pub(super) struct Column<'a> {
    pub(super) field: &'a Field,
    /// What it is called in the view of rows; in the table, too, if it is kept there in one piece.
    pub(super) name: String,
    pub(super) place: Place,
    /// The type of its values there; nothing where they cannot be computed.
    pub(super) kind: Option<Type>,
    /// How many computed fields lie below it; 0 for what is stored.
    pub(super) level: usize,
}

/// Where the values of a field are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In a column of that name.
    Own,
    /// There, as the name of one of the rows of `options`.
    Option { options: String },
    /// In rows of `link`.
    Options { link: String, options: String },
    /// In rows of `link`.
    People { link: String },
    /// A running number and, where it is shown, the year it was given in.
    AutoId { number: String, year: Option<String> },
    /// The id of a row of another table, in the column `id`.
    One { id: String },
    /// Nowhere but in the other field's column; `id` is shown where it is at most one.
    Inverse { of: FieldId, id: Option<String> },
    /// In rows of `link`; `symmetric` where both ends are the same field.
    Many { link: String, symmetric: bool },
    /// In rows of the other field's link.
    InverseMany { of: FieldId },
    /// Nowhere: it is computed.
    Computed,
}

impl<'a> Model<'a> {
    /// Of `blueprint`, with the names that are left for views and indexes.
    pub(super) fn new(blueprint: &'a Blueprint) -> (Self, Names) {
        let mut model = Self {
            blueprint,
            evaluator: Evaluator::new(blueprint),
            tables: Vec::new(),
            places: HashMap::new(),
        };
        let mut names = Names::new();
        for table in &blueprint.tables {
            let name = names.claim(&table.name, table.id.as_str());
            let rows = names.claim_as(format!("{name}_rows"));
            model.tables.push(Entity { table, name, rows, columns: Vec::new() });
        }
        for position in 0..model.tables.len() {
            model.add_columns(position, &mut names);
        }
        let mut levels = HashMap::new();
        for entity in &mut model.tables {
            for column in &mut entity.columns {
                column.level = level(&model.evaluator, column.field, &mut levels);
            }
        }
        (model, names)
    }

    fn add_columns(&mut self, position: usize, names: &mut Names) {
        let Some(entity) = self.tables.get(position) else { return };
        let (table, table_name) = (entity.table, entity.name.clone());
        let mut taken = Taken::default();
        for reserved in RESERVED_COLUMNS {
            taken.claim_identifier(reserved.to_owned());
        }
        let mut columns = Vec::new();
        for field in &table.fields {
            let name = taken.claim_identifier(identifier(&field.name, field.id.as_str()));
            let place = self.place(field, (&table_name, &name), &mut taken, names);
            let kind = self.evaluator.schema().type_of(&field.id);
            self.places.entry(&field.id).or_insert((position, columns.len()));
            columns.push(Column { field, name, place, kind, level: 0 });
        }
        if let Some(entity) = self.tables.get_mut(position) {
            entity.columns = columns;
        }
    }

    fn place(
        &self,
        field: &'a Field,
        (table, name): (&str, &str),
        columns: &mut Taken,
        names: &mut Names,
    ) -> Place {
        let mut beside = |ending: &str| columns.claim_identifier(format!("{name}_{ending}"));
        let mut link = |ending: &str| names.claim_ended(&format!("{table}_{name}"), ending);
        match &field.kind {
            FieldKind::Formula { .. } | FieldKind::Rollup { .. } => Place::Computed,
            FieldKind::Select { .. } => Place::Option { options: link("_options") },
            FieldKind::MultiSelect { .. } => Place::Options { link: link(""), options: link("_options") },
            FieldKind::Person { many } if *many || self.names_several(field) => {
                Place::People { link: link("") }
            }
            FieldKind::AutoId { prefix } => Place::AutoId {
                number: beside("number"),
                year: prefix.contains("{year}").then(|| beside("year")),
            },
            FieldKind::Relation { cardinality, .. } => match (self.holder(field), cardinality) {
                (None, Cardinality::One) => Place::One { id: beside("id") },
                (None, Cardinality::Many) => {
                    Place::Many { link: link(""), symmetric: inverse(field) == Some(&field.id) }
                }
                (Some(of), cardinality) => {
                    let is_link =
                        matches!(of.kind, FieldKind::Relation { cardinality: Cardinality::Many, .. });
                    let of = of.id.clone();
                    let id = (*cardinality == Cardinality::One).then(|| beside("id"));
                    if is_link { Place::InverseMany { of } } else { Place::Inverse { of, id } }
                }
            },
            _ => Place::Own,
        }
    }

    /// The field at the other end, if it is the one that holds the links: the one that names at most one row, else
    /// the first.
    fn holder(&self, field: &'a Field) -> Option<&'a Field> {
        let FieldKind::Relation { cardinality, .. } = &field.kind else { return None };
        let schema = self.evaluator.schema();
        let (_, other) = schema.field(inverse(field)?).filter(|(_, other)| other.id != field.id)?;
        let FieldKind::Relation { cardinality: theirs, inverse: Some(back), .. } = &other.kind else {
            return None;
        };
        let is_theirs = match (cardinality, theirs) {
            (Cardinality::Many, Cardinality::One) => true,
            (Cardinality::One, Cardinality::Many) => false,
            _ => self.places.contains_key(&other.id),
        };
        (*back == field.id && is_theirs).then_some(other)
    }

    /// Whether a row names more people than the field is meant for.
    fn names_several(&self, field: &Field) -> bool {
        let rows = |(table, _): (&'a Table, _)| &table.sample_rows;
        let mut rows = self.evaluator.schema().field(&field.id).map(rows).into_iter().flatten();
        rows.any(|row: &SampleRow| self.evaluator.value(&row.id, &field.id).items().len() > 1)
    }

    /// The table with this id.
    pub(super) fn entity(&self, id: &TableId) -> Option<&Entity<'a>> {
        self.tables.iter().find(|entity| entity.table.id == *id)
    }

    /// The field with this id, with its table.
    pub(super) fn column(&self, id: &FieldId) -> Option<(&Entity<'a>, &Column<'a>)> {
        let (table, column) = self.places.get(id)?;
        let entity = self.tables.get(*table)?;
        Some((entity, entity.columns.get(*column)?))
    }

    /// The field with this id, if `entity` has it.
    pub(super) fn column_of(&self, entity: &Entity<'_>, id: &FieldId) -> Option<&Column<'a>> {
        self.column(id).filter(|(holder, _)| holder.table.id == entity.table.id).map(|(_, column)| column)
    }

    /// The table that a relation leads to.
    pub(super) fn related(&self, column: &Column<'_>) -> Option<&Entity<'a>> {
        let FieldKind::Relation { table, .. } = &column.field.kind else { return None };
        self.entity(table)
    }
}

impl Entity<'_> {
    /// The column that names its rows.
    pub(super) fn title(&self) -> Option<&Column<'_>> {
        self.columns.iter().find(|column| matches!(column.field.kind, FieldKind::Title))
    }
}

/// Names of tables, views, indexes and sequences: they share one space.
pub(super) struct Names(Taken);

impl Names {
    fn new() -> Self {
        let mut taken = Taken::default();
        for reserved in RESERVED_TABLES {
            taken.claim_identifier(reserved.to_owned());
        }
        Self(taken)
    }

    /// A name made of what people call something.
    pub(super) fn claim(&mut self, name: &str, fallback: &str) -> String {
        let name = identifier(name, fallback);
        // SQLite keeps such names for itself.
        self.claim_ended(&name.replacen("sqlite_", "x_sqlite_", usize::from(name.starts_with("sqlite_"))), "")
    }

    /// `name`, shortened where it is long, with an ending.
    pub(super) fn claim_ended(&mut self, name: &str, ending: &str) -> String {
        let end = name.len().min(NAME_MAX);
        let name = name.get(..end).unwrap_or(name).trim_end_matches('_');
        self.claim_as(format!("{name}{ending}"))
    }

    fn claim_as(&mut self, name: String) -> String {
        self.0.claim_identifier(name)
    }
}

fn inverse(field: &Field) -> Option<&FieldId> {
    match &field.kind {
        FieldKind::Relation { inverse, .. } => inverse.as_ref(),
        _ => None,
    }
}

/// How many computed fields lie below a field. What has a type is free of cycles, and its chains are short.
fn level<'a>(evaluator: &Evaluator<'a>, field: &'a Field, known: &mut HashMap<&'a FieldId, usize>) -> usize {
    let schema = evaluator.schema();
    if !field.kind.is_computed() || schema.type_of(&field.id).is_none() {
        return 0;
    }
    if let Some(level) = known.get(&field.id) {
        return *level;
    }
    let sources: Vec<&FieldId> = match (&field.kind, schema.formula(&field.id)) {
        (FieldKind::Formula { .. }, Some(Ok(expr))) => expr.fields().into_iter().map(|(id, _)| id).collect(),
        (FieldKind::Rollup { field, .. }, _) => field.iter().collect(),
        _ => Vec::new(),
    };
    let fields: Vec<&'a Field> = sources.into_iter().filter_map(|id| Some(schema.field(id)?.1)).collect();
    let below = fields.into_iter().map(|field| level(evaluator, field, known)).max();
    let level = below.unwrap_or_default() + 1;
    known.insert(&field.id, level);
    level
}
