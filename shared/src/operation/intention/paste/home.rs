//! Where pasted elements go: into what is selected, or right after it.

use crate::blueprint::{Blueprint, DashboardId, FieldId, FieldKind, Position, TableId};
use crate::operation::{Element, ElementId, ListId, Rejection, position_at};

/// The element with the address of what will hold it: what is selected, what that is in, else what held the original.
///
/// # Errors
/// [`Rejection::Senseless`] where there is nothing to hold it.
pub(super) fn at_home(
    work: &Blueprint,
    element: &Element,
    selected: &ElementId,
) -> Result<Element, Rejection> {
    let nowhere = || Rejection::Senseless { op: "paste".to_owned(), kind: element.id().kind() };
    let table = |own: &TableId| {
        let own = || work.table(own).map(|own| own.id.clone());
        table_of(work, selected).or_else(own).ok_or_else(nowhere)
    };
    Ok(match element.clone() {
        Element::Field { table: own, field, cells } => Element::Field { table: table(&own)?, field, cells },
        Element::View { table: own, view } => Element::View { table: table(&own)?, view },
        Element::Row { table: own, row } => Element::Row { table: table(&own)?, row },
        Element::Option { field, option } => {
            let own = || is_select(work, &field).then_some(field.clone());
            let field = select_of(work, selected).or_else(own).ok_or_else(nowhere)?;
            Element::Option { field, option }
        }
        Element::Chart { dashboard, chart } => {
            let own = || work.dashboards.iter().find(|it| it.id == dashboard).map(|it| it.id.clone());
            let dashboard = dashboard_of(work, selected).or_else(own).ok_or_else(nowhere)?;
            Element::Chart { dashboard, chart }
        }
        whole => whole,
    })
}

/// The position right after what is selected, where that is a sibling; nothing for the end.
pub(super) fn position(work: &Blueprint, element: &Element, selected: &ElementId) -> Option<Position> {
    let before = match element {
        Element::Table(_) => ElementId::Table(table_of(work, selected)?),
        _ => selected.clone(),
    };
    let is_sibling = before.kind() == element.id().kind()
        && Element::find(work, &before).is_some_and(|before| before.parent() == element.parent());
    let list = ListId::of(work, &before).filter(|_| is_sibling)?;
    let places = list.places(work);
    let at = places.iter().position(|(id, _)| id == before.as_str())? + 1;
    if at == places.len() { None } else { position_at(work, &list, None, at) }
}

/// The table that an element is, or is in.
fn table_of(work: &Blueprint, id: &ElementId) -> Option<TableId> {
    match (id, ListId::of(work, id)?) {
        (ElementId::Table(id), _) => Some(id.clone()),
        (_, ListId::Fields(table) | ListId::Views(table) | ListId::Rows(table)) => Some(table),
        (_, ListId::Options(field)) => work.field(&field).map(|(table, _)| table.id.clone()),
        _ => None,
    }
}

/// The select that an element is, or is an option of.
fn select_of(work: &Blueprint, id: &ElementId) -> Option<FieldId> {
    match (id, ListId::of(work, id)?) {
        (ElementId::Field(id), _) => is_select(work, id).then(|| id.clone()),
        (_, ListId::Options(field)) => Some(field),
        _ => None,
    }
}

fn dashboard_of(work: &Blueprint, id: &ElementId) -> Option<DashboardId> {
    match (id, ListId::of(work, id)?) {
        (ElementId::Dashboard(id), _) => Some(id.clone()),
        (_, ListId::Charts(dashboard)) => Some(dashboard),
        _ => None,
    }
}

fn is_select(work: &Blueprint, id: &FieldId) -> bool {
    let kind = work.field(id).map(|(_, field)| &field.kind);
    matches!(kind, Some(FieldKind::Select { .. } | FieldKind::MultiSelect { .. }))
}
