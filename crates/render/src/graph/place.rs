//! Where the values of a field stand on a page.

use shared::blueprint::{Blueprint, Cardinality, Field, FieldId, FieldKind, NumberFormat};
use shared::compute::Schema;
use shared::compute::formula::Type;

/// What a property holds; over the whole graph a property holds one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Links to pages.
    Links,
    /// A link to a journal page.
    Day,
    /// A whole number: Logseq reads it as one.
    Whole,
    /// Any other number: Logseq reads it as text.
    Number,
    /// `true` or `false`.
    Flag,
    /// Text.
    Text,
    /// A web or mail address.
    Address,
}

/// Where the values of a field stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The page's title.
    Title,
    /// A property.
    Property(Kind),
    /// Blocks below a heading.
    Blocks,
    /// Nowhere: the other side of a relation holds the links, and a query finds them.
    Query,
    /// A block that says what it was on the day of the samples.
    Note,
}

/// Where the values of `field` stand.
pub(super) fn place(blueprint: &Blueprint, schema: &Schema<'_>, field: &Field) -> Place {
    let kind = match &field.kind {
        FieldKind::Title => return Place::Title,
        FieldKind::LongText | FieldKind::Attachment => return Place::Blocks,
        FieldKind::Rollup { .. } => return Place::Note,
        FieldKind::Relation { .. } if other_side(blueprint, field).is_some() => return Place::Query,
        FieldKind::Relation { .. }
        | FieldKind::Select { .. }
        | FieldKind::MultiSelect { .. }
        | FieldKind::Person { .. } => Kind::Links,
        FieldKind::Date | FieldKind::CreatedAt | FieldKind::UpdatedAt => Kind::Day,
        FieldKind::Rating { .. } | FieldKind::Number { format: NumberFormat::Integer } => Kind::Whole,
        FieldKind::Number { .. } => Kind::Number,
        FieldKind::Checkbox => Kind::Flag,
        FieldKind::Url | FieldKind::Email => Kind::Address,
        FieldKind::Text | FieldKind::Datetime | FieldKind::AutoId { .. } => Kind::Text,
        FieldKind::Formula { .. } => match schema.type_of(&field.id) {
            Some(Type::Number) => Kind::Number,
            Some(Type::Bool) => Kind::Flag,
            Some(Type::Date) => Kind::Day,
            Some(Type::Text | Type::Datetime) => Kind::Text,
            None => return Place::Note,
        },
    };
    Place::Property(kind)
}

/// The field that holds the links of `field`, where `field` is only their other side: of two that show the same
/// links the one that names one row holds them, else the first.
pub(super) fn other_side<'a>(blueprint: &'a Blueprint, field: &Field) -> Option<&'a Field> {
    let FieldKind::Relation { inverse: Some(inverse), cardinality, .. } = &field.kind else { return None };
    let (_, other) = blueprint.field(inverse).filter(|(_, other)| other.id != field.id)?;
    let FieldKind::Relation { cardinality: others, inverse: Some(back), .. } = &other.kind else {
        return None;
    };
    let is_first = || position(blueprint, &other.id) < position(blueprint, &field.id);
    let holds = match (others, cardinality) {
        (Cardinality::One, Cardinality::Many) => true,
        (Cardinality::Many, Cardinality::One) => false,
        _ => is_first(),
    };
    (holds && *back == field.id).then_some(other)
}

fn position(blueprint: &Blueprint, id: &FieldId) -> Option<usize> {
    blueprint.tables.iter().flat_map(|table| &table.fields).position(|field| field.id == *id)
}
