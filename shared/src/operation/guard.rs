//! Whether structure still holds where an operation changed something.
//!
//! Everything is checked that [`crate::validate::structure`] checks, of the changed elements alone; the rest held
//! before and was not touched.

use super::apply::in_bounds;
use super::references::{self, Kinds};
use super::{Element, ElementId, ListId, Operation, Rejection, list};
use crate::blueprint::{
    Action, Automation, Blueprint, CellValue, Chart, Field, FieldId, FieldKind, Filter, Table, TableId, View,
    is_id,
};
use crate::validate::sizes;

/// What `inverse` tells was changed.
pub(super) fn check(blueprint: &Blueprint, inverse: &Operation) -> Result<(), Rejection> {
    match inverse {
        // What was added.
        Operation::Remove { element } => {
            added(blueprint, element)?;
            last_in_bounds(blueprint, element)
        }
        Operation::Move { element, .. } => last_in_bounds(blueprint, element),
        Operation::ChangeKinds { fields, .. } => kinds(blueprint, fields.keys()),
        Operation::EditBlueprint { .. } => {
            if !is_id(blueprint.id.as_str()) {
                return Err(Rejection::IdForm { id: blueprint.id.to_string() });
            }
            large(ElementId::Blueprint, sizes::blueprint_fits(blueprint))
        }
        Operation::EditTable { table, .. } => {
            let id = ElementId::Table(table.clone());
            large(id, blueprint.table(table).is_none_or(sizes::table_fits))
        }
        Operation::EditField { field, .. } => {
            let id = ElementId::Field(field.clone());
            large(id, blueprint.field(field).is_none_or(|(_, field)| sizes::field_fits(field)))
        }
        Operation::EditOption { option, .. } => added(blueprint, &ElementId::Option(option.clone())),
        Operation::EditView { view, .. } => added(blueprint, &ElementId::View(view.clone())),
        Operation::EditAutomation { automation, .. } => {
            added(blueprint, &ElementId::Automation(automation.clone()))
        }
        Operation::EditDashboard { dashboard, .. } => {
            added(blueprint, &ElementId::Dashboard(dashboard.clone()))
        }
        Operation::EditChart { chart, .. } => added(blueprint, &ElementId::Chart(chart.clone())),
        Operation::SetCell { row, .. } => added(blueprint, &ElementId::Row(row.clone())),
        // What was removed had no referrers, and the rest stands where it stood; a group's parts were checked one by one.
        Operation::Add { .. } | Operation::Group { .. } => Ok(()),
    }
}

/// Whether the last element of a list into which `element` came stands within bounds, be it that nobody wrote where.
fn last_in_bounds(blueprint: &Blueprint, element: &ElementId) -> Result<(), Rejection> {
    if blueprint.positions.is_empty() {
        return Ok(());
    }
    let places = ListId::of(blueprint, element).map(|list| list.places(blueprint)).unwrap_or_default();
    in_bounds(element, places.last().map(|(_, position)| position))
}

fn large(element: ElementId, fits: bool) -> Result<(), Rejection> {
    if fits { Ok(()) } else { Err(Rejection::TooLarge { element }) }
}

/// An element that was added or edited, with everything in it.
fn added(blueprint: &Blueprint, id: &ElementId) -> Result<(), Rejection> {
    let Some(element) = Element::find(blueprint, id) else { return Ok(()) };
    large(element.parent(), sizes::counts_fit(blueprint))?;
    match &element {
        Element::Table(table) => added_table(blueprint, table)?,
        Element::Field { table, field, cells } => {
            large(id.clone(), sizes::field_fits(field))?;
            in_order(id, field.kind.options(), blueprint)?;
            titles(blueprint, table)?;
            kind(&Kinds::new(blueprint), table, field)?;
            let all = cells.iter().map(|(row, value)| (ElementId::Row(row.clone()), value));
            finite_cells(all)?;
        }
        Element::Option { field, .. } => {
            let holder = blueprint.field(field);
            large(id.clone(), holder.is_none_or(|(_, field)| sizes::field_fits(field)))?;
        }
        Element::View { table, view } => {
            large(id.clone(), sizes::view_fits(view))?;
            finite(id, |take| values_of_view(view, take))?;
            resolve(blueprint, id, |visit| references::of_view(table, view, visit))?;
        }
        Element::Row { table, row } => {
            large(id.clone(), sizes::cells_fit(&row.cells))?;
            finite(id, |take| row.cells.values().for_each(take))?;
            resolve(blueprint, id, |visit| row.cells.keys().for_each(|field| visit(table, Some(field))))?;
        }
        Element::Automation(automation) => {
            large(id.clone(), sizes::automation_fits(automation))?;
            finite(id, |take| values_of_automation(automation, take))?;
            resolve(blueprint, id, |visit| references::of_automation(automation, visit))?;
        }
        Element::Dashboard(dashboard) => {
            large(id.clone(), sizes::dashboard_fits(dashboard))?;
            in_order(id, &dashboard.charts, blueprint)?;
            for chart in &dashboard.charts {
                added(blueprint, &ElementId::Chart(chart.id.clone()))?;
            }
        }
        Element::Chart { chart, .. } => {
            large(id.clone(), sizes::chart_fits(chart))?;
            finite(id, |take| values_of_chart(chart, take))?;
            resolve(blueprint, id, |visit| references::of_chart(chart, visit))?;
        }
    }
    Ok(())
}

fn added_table(blueprint: &Blueprint, table: &Table) -> Result<(), Rejection> {
    let id = ElementId::Table(table.id.clone());
    large(id.clone(), sizes::table_fits(table))?;
    in_order(&id, &table.fields, blueprint)?;
    in_order(&id, &table.views, blueprint)?;
    in_order(&id, &table.sample_rows, blueprint)?;
    titles(blueprint, &table.id)?;
    let kinds = Kinds::new(blueprint);
    for field in &table.fields {
        in_order(&ElementId::Field(field.id.clone()), field.kind.options(), blueprint)?;
        kind(&kinds, &table.id, field)?;
    }
    for view in &table.views {
        let id = ElementId::View(view.id.clone());
        finite(&id, |take| values_of_view(view, take))?;
        resolve_with(&kinds, &id, |visit| references::of_view(&table.id, view, visit))?;
    }
    for row in &table.sample_rows {
        let id = ElementId::Row(row.id.clone());
        finite(&id, |take| row.cells.values().for_each(take))?;
        let cells = row.cells.keys();
        resolve_with(&kinds, &id, |visit| {
            cells.clone().for_each(|field| visit(&table.id, Some(field)));
        })?;
    }
    Ok(())
}

/// Fields whose kind was changed: everything that rests upon kinds.
fn kinds<'a>(blueprint: &Blueprint, changed: impl Iterator<Item = &'a FieldId>) -> Result<(), Rejection> {
    for id in changed {
        let Some((table, field)) = blueprint.field(id) else { continue };
        let element = ElementId::Field(id.clone());
        large(element.clone(), sizes::field_fits(field))?;
        in_order(&element, field.kind.options(), blueprint)?;
        titles(blueprint, &table.id)?;
        let cells = table.sample_rows.iter().filter_map(|row| Some((row, row.cells.get(id)?)));
        let cells = cells.map(|(row, value)| (ElementId::Row(row.id.clone()), value));
        finite_cells(cells)?;
    }
    let kinds = Kinds::new(blueprint);
    for table in &blueprint.tables {
        for field in &table.fields {
            kind(&kinds, &table.id, field)?;
        }
    }
    Ok(())
}

/// What a relation or a rollup refers to.
fn kind(kinds: &Kinds<'_>, table: &TableId, field: &Field) -> Result<(), Rejection> {
    let element = || ElementId::Field(field.id.clone());
    let dangling =
        |to: &FieldId| Rejection::Dangling { element: element(), to: ElementId::Field(to.clone()) };
    match &field.kind {
        FieldKind::Relation { table: related, inverse, .. } => {
            if !kinds.has_table(related) {
                let to = ElementId::Table(related.clone());
                return Err(Rejection::Dangling { element: element(), to });
            }
            let Some(inverse) = inverse else { return Ok(()) };
            match kinds.of(related, inverse).ok_or_else(|| dangling(inverse))? {
                FieldKind::Relation { table: back, inverse: Some(back_field), .. }
                    if back == table && *back_field == field.id =>
                {
                    Ok(())
                }
                _ => Err(Rejection::Relation { element: element() }),
            }
        }
        FieldKind::Rollup { relation, field: over, .. } => {
            let FieldKind::Relation { table: related, .. } =
                kinds.of(table, relation).ok_or_else(|| dangling(relation))?
            else {
                return Err(Rejection::Relation { element: element() });
            };
            match over {
                Some(over) if kinds.of(related, over).is_none() => Err(dangling(over)),
                _ => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

fn titles(blueprint: &Blueprint, table: &TableId) -> Result<(), Rejection> {
    let Some(table) = blueprint.table(table) else { return Ok(()) };
    let count = table.fields.iter().filter(|field| matches!(field.kind, FieldKind::Title)).count();
    let element = ElementId::Table(table.id.clone());
    if count == 1 { Ok(()) } else { Err(Rejection::Title { element }) }
}

fn in_order<T: list::Listed>(id: &ElementId, items: &[T], blueprint: &Blueprint) -> Result<(), Rejection> {
    let is_ordered = list::is_ordered(items, &blueprint.positions);
    if is_ordered { Ok(()) } else { Err(Rejection::Position { element: id.clone() }) }
}

fn finite_cells<'a>(cells: impl Iterator<Item = (ElementId, &'a CellValue)>) -> Result<(), Rejection> {
    for (element, value) in cells {
        if !sizes::cell_fits(value) {
            return Err(Rejection::TooLarge { element });
        }
        finite(&element, |take| take(value))?;
    }
    Ok(())
}

fn finite(id: &ElementId, values: impl FnOnce(&mut dyn FnMut(&CellValue))) -> Result<(), Rejection> {
    let mut is_finite = true;
    values(&mut |value| is_finite &= value.number().is_none_or(f64::is_finite));
    if is_finite { Ok(()) } else { Err(Rejection::NotFinite { element: id.clone() }) }
}

fn resolve(
    blueprint: &Blueprint,
    id: &ElementId,
    walk: impl Fn(&mut references::Visit<'_>),
) -> Result<(), Rejection> {
    resolve_with(&Kinds::new(blueprint), id, walk)
}

fn resolve_with(
    kinds: &Kinds<'_>,
    id: &ElementId,
    walk: impl Fn(&mut references::Visit<'_>),
) -> Result<(), Rejection> {
    let mut missing = None;
    walk(&mut |table, field| {
        let found = match field {
            None => kinds.has_table(table),
            Some(field) => kinds.of(table, field).is_some(),
        };
        if !found && missing.is_none() {
            let to = field.map_or_else(|| ElementId::Table(table.clone()), |it| ElementId::Field(it.clone()));
            missing = Some(to);
        }
    });
    match missing {
        Some(to) => Err(Rejection::Dangling { element: id.clone(), to }),
        None => Ok(()),
    }
}

/// Whether `element` may be removed: nobody refers to it, and no table loses its title.
pub(super) fn removable(blueprint: &Blueprint, element: &ElementId) -> Result<(), Rejection> {
    if let ElementId::Field(id) = element
        && let Some((table, field)) = blueprint.field(id)
        && matches!(field.kind, FieldKind::Title)
    {
        return Err(Rejection::Title { element: ElementId::Table(table.id.clone()) });
    }
    if !matches!(element, ElementId::Table(_) | ElementId::Field(_)) {
        return Ok(());
    }
    match references::referrers(blueprint, element).into_iter().next() {
        Some(by) => Err(Rejection::StillUsed { element: element.clone(), by }),
        None => Ok(()),
    }
}

fn values_of_filter(filter: Option<&Filter>, take: &mut dyn FnMut(&CellValue)) {
    let conditions = filter.iter().flat_map(|filter| &filter.conditions);
    conditions.filter_map(|condition| condition.value.as_ref()).for_each(take);
}

fn values_of_view(view: &View, take: &mut dyn FnMut(&CellValue)) {
    values_of_filter(view.filter.as_ref(), take);
}

fn values_of_chart(chart: &Chart, take: &mut dyn FnMut(&CellValue)) {
    values_of_filter(chart.filter.as_ref(), take);
    values_of_filter(chart.measure.of.as_ref(), take);
}

fn values_of_automation(automation: &Automation, take: &mut dyn FnMut(&CellValue)) {
    values_of_filter(automation.filter.as_ref(), take);
    for action in &automation.actions {
        match action {
            Action::SetField { value, .. } => take(value),
            Action::CreateRow { cells, .. } => cells.values().for_each(&mut *take),
            Action::SetToday { .. } | Action::Notify { .. } | Action::Export { .. } => {}
        }
    }
}
