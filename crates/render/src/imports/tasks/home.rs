//! Where the values of a field go: into a column, into the description, or nowhere because the platform fills them in.

use shared::blueprint::{Cardinality, Field, FieldKind, KindName, Table};
use shared::platform::{Capabilities, Place, Support, SupportLevel};

use super::importer::{Hierarchical, Importer, Own, Role};

/// Where the values of a field go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Home {
    /// Into a column that means something to the importer.
    Role(Role),
    /// Into a column of its own.
    Column,
    /// Into a line at the top of the description.
    Line,
    /// Into a section of the description.
    Section,
    /// Nowhere: the platform computes it once the field is made by hand.
    Computed,
    /// Nowhere: the platform has nothing like it.
    Nowhere,
}

/// Where the values of `field` go, by what the plan says becomes of it.
pub(super) fn home(
    importer: &Importer,
    capabilities: &Capabilities,
    table: &Table,
    field: &Field,
    support: Support,
) -> Home {
    let kind = field.kind.name();
    if kind == KindName::Title {
        return Home::Role(Role::Title);
    }
    if support.level == SupportLevel::Impossible {
        return Home::Nowhere;
    }
    if field.kind.is_computed() && support.level != SupportLevel::Adapted {
        return Home::Computed;
    }
    let role = role(importer, capabilities, table, field, support).filter(|role| importer.has(*role));
    role.map_or_else(|| place(importer, kind, support), Home::Role)
}

/// The column that means what the field is, if an importer has it.
fn role(
    importer: &Importer,
    capabilities: &Capabilities,
    table: &Table,
    field: &Field,
    support: Support,
) -> Option<Role> {
    let kind = field.kind.name();
    if kind == KindName::Select && capabilities.board_field == Some(support) {
        return Some(Role::Status);
    }
    let is_first = capabilities.first(kind) == Some(support);
    match kind {
        KindName::LongText if is_first => Some(Role::Description),
        KindName::Date if is_first => Some(Role::Due),
        KindName::Person if is_first => Some(Role::Assignee),
        KindName::Number if is_first => Some(Role::Estimate),
        KindName::Select | KindName::MultiSelect | KindName::Checkbox | KindName::Rating => {
            (support.place == Place::Row).then_some(Role::Labels)
        }
        KindName::CreatedAt => Some(Role::Created),
        KindName::UpdatedAt => Some(Role::Updated),
        KindName::Relation if importer.hierarchy != Hierarchical::No => {
            parent(table).is_some_and(|parent| parent.id == field.id).then_some(Role::Parent)
        }
        _ => None,
    }
}

fn place(importer: &Importer, kind: KindName, support: Support) -> Home {
    match importer.own {
        Own::OnlyColumns => Home::Column,
        Own::Columns | Own::RepeatedColumns if support.place == Place::Own && kind != KindName::Relation => {
            Home::Column
        }
        _ if kind == KindName::LongText => Home::Section,
        _ => Home::Line,
    }
}

/// The field that names the row of the same table that a row stands under.
pub(super) fn parent(table: &Table) -> Option<&Field> {
    table.fields.iter().find(|field| {
        matches!(&field.kind, FieldKind::Relation { table: target, cardinality: Cardinality::One, .. } if *target == table.id)
    })
}
