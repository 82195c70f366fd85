//! Where a field lives in a vault: which property, section or formula.

use std::collections::{BTreeMap, BTreeSet};

use shared::blueprint::{Blueprint, Cardinality, Field, FieldId, FieldKind, Table, ViewKind};
use shared::compute::Schema;
use shared::compute::formula::Type;

use crate::names;

/// Names with a meaning of their own: for Obsidian, for its publishing, in YAML, in the language of bases.
const RESERVED: [&str; 36] = [
    "tags",
    "tag",
    "aliases",
    "alias",
    "cssclasses",
    "cssclass",
    "publish",
    "permalink",
    "description",
    "image",
    "cover",
    "file",
    "note",
    "formula",
    "this",
    "value",
    "values",
    "index",
    "acc",
    "true",
    "false",
    "null",
    "yes",
    "no",
    "on",
    "off",
    "y",
    "n",
    "and",
    "or",
    "not",
    "if",
    "date",
    "list",
    "link",
    "number",
];

/// A type of property, by the name that `types.json` gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PropertyType {
    Text,
    Multitext,
    Number,
    Checkbox,
    Date,
    Datetime,
}

impl PropertyType {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Multitext => "multitext",
            Self::Number => "number",
            Self::Checkbox => "checkbox",
            Self::Date => "date",
            Self::Datetime => "datetime",
        }
    }
}

/// Where a field lives.
#[derive(Clone, Debug)]
pub(super) enum Slot {
    /// It is the name of the note.
    Name,
    /// A property.
    Property(String, PropertyType),
    /// A section of the note; also a property on one line where a view or a formula reads it.
    Section(Option<String>),
    /// The other side of a relation: notes whose property, that of the field here, links to this one. The name is
    /// that of a formula.
    Derived(String, FieldId),
    /// Computed: the name of a formula, or of a property where no formula can say it.
    Computed(String, PropertyType),
}

/// The slot of every field. One name has one type in the whole vault.
#[derive(Debug)]
pub(super) struct Slots {
    slots: BTreeMap<FieldId, Slot>,
}

impl Slots {
    pub(super) fn new(blueprint: &Blueprint, schema: &Schema<'_>) -> Self {
        let read = read_fields(blueprint, schema);
        let mut types: BTreeMap<String, PropertyType> = BTreeMap::new();
        let mut slots = BTreeMap::new();
        for table in &blueprint.tables {
            let mut taken = BTreeSet::new();
            for field in &table.fields {
                let mut claim = |kind| claim(table, field, kind, &mut taken, &mut types);
                let slot = match &field.kind {
                    FieldKind::Title => Slot::Name,
                    FieldKind::LongText => {
                        Slot::Section(read.contains(&field.id).then(|| claim(PropertyType::Text)))
                    }
                    FieldKind::Relation { .. } if derived_from(blueprint, field).is_some() => {
                        let through = derived_from(blueprint, field).unwrap_or_default();
                        Slot::Derived(claim(PropertyType::Multitext), through)
                    }
                    kind if kind.is_computed() => {
                        let kind = computed_type(schema, &field.id);
                        Slot::Computed(claim(kind), kind)
                    }
                    kind => {
                        let kind = stored_type(kind);
                        Slot::Property(claim(kind), kind)
                    }
                };
                slots.entry(field.id.clone()).or_insert(slot);
            }
        }
        Self { slots }
    }

    /// The slot of a field.
    pub(super) fn of(&self, field: &FieldId) -> Option<&Slot> {
        self.slots.get(field)
    }
}

/// A free name for a field of `table`: its own, else one with the table in front, else numbered.
fn claim(
    table: &Table,
    field: &Field,
    kind: PropertyType,
    taken: &mut BTreeSet<String>,
    types: &mut BTreeMap<String, PropertyType>,
) -> String {
    let plain = names::identifier(&field.name, field.id.as_str());
    let long = format!("{}_{plain}", names::identifier(&table.name, table.id.as_str()));
    let numbered = (2..).map(|number| format!("{long}_{number}"));
    let fits = |name: &String| {
        !RESERVED.contains(&name.as_str())
            && !taken.contains(name)
            && types.get(name).is_none_or(|known| *known == kind)
    };
    let mut candidates = [plain.clone(), long.clone()].into_iter().chain(numbered);
    let name = candidates.find(fits).unwrap_or(long);
    taken.insert(name.clone());
    types.insert(name.clone(), kind);
    name
}

fn stored_type(kind: &FieldKind) -> PropertyType {
    match kind {
        FieldKind::Number { .. } | FieldKind::Rating { .. } => PropertyType::Number,
        FieldKind::Checkbox => PropertyType::Checkbox,
        FieldKind::Date => PropertyType::Date,
        FieldKind::Datetime | FieldKind::CreatedAt | FieldKind::UpdatedAt => PropertyType::Datetime,
        FieldKind::MultiSelect { .. }
        | FieldKind::Person { many: true }
        | FieldKind::Relation { cardinality: Cardinality::Many, .. } => PropertyType::Multitext,
        _ => PropertyType::Text,
    }
}

fn computed_type(schema: &Schema<'_>, field: &FieldId) -> PropertyType {
    match schema.type_of(field) {
        Some(Type::Number) => PropertyType::Number,
        Some(Type::Bool) => PropertyType::Checkbox,
        Some(Type::Date) => PropertyType::Date,
        Some(Type::Datetime) => PropertyType::Datetime,
        Some(Type::Text) | None => PropertyType::Text,
    }
}

/// The field that holds the links of this relation; nothing where it holds them itself.
///
/// Of two sides, the one that names a single note holds them, else the first of the blueprint.
fn derived_from(blueprint: &Blueprint, field: &Field) -> Option<FieldId> {
    let FieldKind::Relation { cardinality, inverse: Some(inverse), .. } = &field.kind else { return None };
    let (_, other) = blueprint.field(inverse)?;
    let FieldKind::Relation { cardinality: others, inverse: Some(back), .. } = &other.kind else {
        return None;
    };
    if *back != field.id || other.id == field.id {
        return None;
    }
    let order = || {
        let mut fields = blueprint.tables.iter().flat_map(|table| &table.fields);
        fields.find(|found| found.id == field.id || found.id == other.id).map(|first| &first.id)
    };
    let is_derived = match (cardinality, others) {
        (Cardinality::One, Cardinality::Many) => false,
        (Cardinality::Many, Cardinality::One) => true,
        _ => order() == Some(&other.id),
    };
    is_derived.then(|| other.id.clone())
}

/// Every field that a view, a chart or a computed field reads.
fn read_fields(blueprint: &Blueprint, schema: &Schema<'_>) -> BTreeSet<FieldId> {
    let mut read = BTreeSet::new();
    for table in &blueprint.tables {
        for view in &table.views {
            read.extend(
                view.filter.iter().flat_map(|filter| &filter.conditions).map(|one| one.field.clone()),
            );
            read.extend(view.sorts.iter().map(|sort| sort.field.clone()));
            read.extend(view.group.clone());
            if let ViewKind::Board { by } = &view.kind {
                read.insert(by.clone());
            }
        }
        for field in &table.fields {
            if let Some(Ok(expr)) = schema.formula(&field.id) {
                read.extend(expr.fields().into_iter().map(|(id, _)| id.clone()));
            }
            if let FieldKind::Rollup { field: Some(over), .. } = &field.kind {
                read.insert(over.clone());
            }
        }
    }
    for chart in blueprint.dashboards.iter().flat_map(|dashboard| &dashboard.charts) {
        let filters = chart.filter.iter().chain(&chart.measure.of);
        read.extend(filters.flat_map(|filter| &filter.conditions).map(|condition| condition.field.clone()));
        read.extend(chart.x.iter().chain(&chart.y).map(|grouping| grouping.field.clone()));
    }
    read
}
