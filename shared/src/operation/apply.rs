//! Applying an operation: find, change, check what was changed, and take it back if that does not hold.

use std::collections::HashSet;

use super::list::{adopt, insert, shift, take};
use super::scope::{dashboard_mut, field_mut, options_mut, table_mut};
use super::{Element, ElementId, ListId, Operation, Rejection, edit, guard, ids, kinds};
use crate::blueprint::{Blueprint, Cells, FieldId, Position, Positions, RowId, SampleRow, Table};

/// Applies `operation` and returns its inverse.
///
/// `blueprint` holds together (see [`crate::validate::structure`]) before and after. Only structure is guarded here:
/// names that are used twice, formulas that do not parse and the like are for [`crate::validate`] to report.
///
/// # Errors
/// Why it cannot be applied; then `blueprint` is as it was.
pub fn apply(blueprint: &mut Blueprint, operation: Operation) -> Result<Operation, Rejection> {
    if let Operation::Group { operations } = operation {
        if operations.iter().any(|operation| matches!(operation, Operation::Group { .. })) {
            return Err(Rejection::Senseless { op: "group".to_owned(), kind: ElementId::Blueprint.kind() });
        }
        return apply_all(blueprint, operations).map(|operations| Operation::Group { operations });
    }
    if let Operation::Remove { element } = &operation {
        guard::removable(blueprint, element)?;
    }
    let inverse = perform(blueprint, operation)?;
    match guard::check(blueprint, &inverse) {
        Ok(()) => Ok(inverse),
        Err(rejection) => {
            // What was just done can be undone.
            drop(perform(blueprint, inverse));
            Err(rejection)
        }
    }
}

/// Applies all `operations` in order and returns their inverses, in the order in which they undo them.
///
/// # Errors
/// Why the first of them that cannot be applied cannot; then `blueprint` is as it was before all of them.
pub fn apply_all(
    blueprint: &mut Blueprint,
    operations: Vec<Operation>,
) -> Result<Vec<Operation>, Rejection> {
    let mut inverses = Vec::new();
    for operation in operations {
        match apply(blueprint, operation) {
            Ok(inverse) => inverses.push(inverse),
            Err(rejection) => {
                take_back(blueprint, inverses);
                return Err(rejection);
            }
        }
    }
    inverses.reverse();
    Ok(inverses)
}

/// Undoes what `inverses` are the inverses of, the last first.
fn take_back(blueprint: &mut Blueprint, inverses: Vec<Operation>) {
    for inverse in inverses.into_iter().rev() {
        match inverse {
            Operation::Group { operations } => {
                operations.into_iter().for_each(|inverse| drop(perform(blueprint, inverse)));
            }
            inverse => drop(perform(blueprint, inverse)),
        }
    }
}

/// Changes what the operation says, without a look at what that does to the rest.
fn perform(blueprint: &mut Blueprint, operation: Operation) -> Result<Operation, Rejection> {
    match operation {
        Operation::Add { element, position, positions } => add(blueprint, *element, position, positions),
        Operation::Remove { element } => remove(blueprint, element),
        Operation::Move { element, position } => {
            in_bounds(&element, [&position])?;
            let position = move_to(blueprint, &element, position)?;
            Ok(Operation::Move { element, position })
        }
        Operation::ChangeKinds { fields, cells, positions } => {
            kinds::change(blueprint, fields, cells, positions)
        }
        Operation::SetCell { row, field, value } => {
            let cells = cells_mut(&mut blueprint.tables, &row)?;
            let before = match value {
                Some(value) => cells.insert(field.clone(), value),
                None => cells.remove(&field),
            };
            Ok(Operation::SetCell { row, field, value: before })
        }
        edit => edit::edit(blueprint, edit),
    }
}

fn cells_mut<'a>(tables: &'a mut [Table], id: &RowId) -> Result<&'a mut Cells, Rejection> {
    let mut rows = tables.iter_mut().flat_map(|table| &mut table.sample_rows);
    let found = rows.find(|row| row.id == *id).map(|row| &mut row.cells);
    found.ok_or_else(|| Rejection::missing(ElementId::Row(id.clone())))
}

pub(super) fn in_bounds<'a>(
    element: &ElementId,
    positions: impl IntoIterator<Item = &'a Position>,
) -> Result<(), Rejection> {
    let fit = positions.into_iter().all(Position::is_within_bounds);
    if fit { Ok(()) } else { Err(Rejection::Position { element: element.clone() }) }
}

fn add(
    blueprint: &mut Blueprint,
    element: Element,
    position: Option<Position>,
    given: Positions,
) -> Result<Operation, Rejection> {
    let id = element.id();
    check_new(blueprint, &element, &given)?;
    in_bounds(&id, position.iter().chain(given.values()))?;
    let Blueprint { tables, automations, dashboards, positions: written, .. } = blueprint;
    match element {
        Element::Table(table) => {
            for field in &table.fields {
                adopt(field.kind.options(), &given, written);
            }
            adopt(&table.fields, &given, written);
            adopt(&table.views, &given, written);
            adopt(&table.sample_rows, &given, written);
            insert(tables, written, table, position);
        }
        Element::Field { table, field, mut cells } => {
            let table = table_mut(tables, &table)?;
            adopt(field.kind.options(), &given, written);
            for row in &mut table.sample_rows {
                row.cells.extend(cells.remove(&row.id).map(|value| (field.id.clone(), value)));
            }
            insert(&mut table.fields, written, field, position);
        }
        Element::Option { field, option } => {
            let options = options_mut(&mut field_mut(tables, &field)?.kind);
            let options = options.ok_or(Rejection::Missing { element: ElementId::Field(field) })?;
            insert(options, written, option, position);
        }
        Element::View { table, view } => {
            insert(&mut table_mut(tables, &table)?.views, written, view, position);
        }
        Element::Row { table, row } => {
            insert(&mut table_mut(tables, &table)?.sample_rows, written, row, position);
        }
        Element::Automation(automation) => insert(automations, written, automation, position),
        Element::Dashboard(dashboard) => {
            adopt(&dashboard.charts, &given, written);
            insert(dashboards, written, dashboard, position);
        }
        Element::Chart { dashboard, chart } => {
            insert(&mut dashboard_mut(dashboards, &dashboard)?.charts, written, chart, position);
        }
    }
    Ok(Operation::Remove { element: id })
}

/// The ids that come with an element are ids, and nobody's yet; positions are stated of what is in it.
fn check_new(blueprint: &Blueprint, element: &Element, given: &Positions) -> Result<(), Rejection> {
    let new = element.ids();
    if let Some(id) = new.iter().find(|id| !guard::is_id(id)) {
        return Err(Rejection::IdForm { id: (*id).to_owned() });
    }
    let mut seen = HashSet::new();
    let taken = new.iter().copied().find(|id| !seen.insert(*id));
    if let Some(id) = taken.or_else(|| ids(blueprint).find(|id| seen.contains(id))) {
        return Err(Rejection::IdTaken { id: id.to_owned() });
    }
    let own = element.id();
    let fits = given.keys().all(|id| id != own.as_str() && seen.contains(id.as_str()));
    if fits { Ok(()) } else { Err(Rejection::Position { element: own }) }
}

fn remove(blueprint: &mut Blueprint, id: ElementId) -> Result<Operation, Rejection> {
    if id == ElementId::Blueprint {
        return Err(Rejection::Senseless { op: "remove".to_owned(), kind: id.kind() });
    }
    let element = Element::find(blueprint, &id).ok_or_else(|| Rejection::missing(id.clone()))?;
    let Blueprint { tables, automations, dashboards, positions: written, .. } = blueprint;
    let key = id.as_str();
    let taken = match &element {
        Element::Table(_) => take(tables, written, key).map(|(_, at)| at),
        Element::Field { table, field, .. } => {
            let table = table_mut(tables, table)?;
            clear(&mut table.sample_rows, &field.id);
            take(&mut table.fields, written, key).map(|(_, at)| at)
        }
        Element::Option { field, .. } => options_mut(&mut field_mut(tables, field)?.kind)
            .and_then(|options| take(options, written, key))
            .map(|(_, at)| at),
        Element::View { table, .. } => {
            take(&mut table_mut(tables, table)?.views, written, key).map(|(_, at)| at)
        }
        Element::Row { table, .. } => {
            take(&mut table_mut(tables, table)?.sample_rows, written, key).map(|(_, at)| at)
        }
        Element::Automation(_) => take(automations, written, key).map(|(_, at)| at),
        Element::Dashboard(_) => take(dashboards, written, key).map(|(_, at)| at),
        Element::Chart { dashboard, .. } => {
            take(&mut dashboard_mut(dashboards, dashboard)?.charts, written, key).map(|(_, at)| at)
        }
    };
    let inner = element.ids().into_iter().filter_map(|id| written.remove_entry(id));
    let positions: Positions = inner.collect();
    Ok(Operation::Add { element: Box::new(element), position: taken, positions })
}

fn clear(rows: &mut [SampleRow], field: &FieldId) {
    for row in rows {
        row.cells.remove(field);
    }
}

fn move_to(blueprint: &mut Blueprint, id: &ElementId, to: Position) -> Result<Position, Rejection> {
    let list = ListId::of(blueprint, id).ok_or_else(|| match id {
        ElementId::Blueprint => Rejection::Senseless { op: "move".to_owned(), kind: id.kind() },
        id => Rejection::missing(id.clone()),
    })?;
    let Blueprint { tables, automations, dashboards, positions: written, .. } = blueprint;
    let key = id.as_str();
    let before = match &list {
        ListId::Tables => shift(tables, written, key, to),
        ListId::Fields(table) => shift(&mut table_mut(tables, table)?.fields, written, key, to),
        ListId::Views(table) => shift(&mut table_mut(tables, table)?.views, written, key, to),
        ListId::Rows(table) => shift(&mut table_mut(tables, table)?.sample_rows, written, key, to),
        ListId::Options(field) => options_mut(&mut field_mut(tables, field)?.kind)
            .and_then(|options| shift(options, written, key, to)),
        ListId::Automations => shift(automations, written, key, to),
        ListId::Dashboards => shift(dashboards, written, key, to),
        ListId::Charts(id) => {
            shift(&mut dashboard_mut(dashboards, id)?.charts, written, key, to)
        }
    };
    before.ok_or_else(|| Rejection::missing(id.clone()))
}
