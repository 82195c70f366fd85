//! Applying an operation: find, change, check what was changed, and take it back if that does not hold.

use std::collections::HashSet;

use super::list::{adopt, insert, shift, take};
use super::scope::{dashboard_mut, field_mut, options_mut, table_mut};
use super::{Element, ElementId, ListId, Operation, Rejection, edit, guard, ids, kinds};
use crate::blueprint::{Blueprint, Cells, FieldId, Position, Positions, RowId, SampleRow, Table, is_id};

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
            undo(blueprint, inverse);
            Err(rejection)
        }
    }
}

/// Applies all `operations` in order and returns their inverses, in the order in which they undo them.
///
/// # Errors
/// Why the first of them that cannot be applied cannot; then `blueprint` is as it was before all of them.
pub fn apply_all(blueprint: &mut Blueprint, operations: Vec<Operation>) -> Result<Vec<Operation>, Rejection> {
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
                operations.into_iter().for_each(|inverse| undo(blueprint, inverse));
            }
            inverse => undo(blueprint, inverse),
        }
    }
}

/// Undoes the last thing that was done, which can always be.
fn undo(blueprint: &mut Blueprint, inverse: Operation) {
    let undone = perform(blueprint, inverse);
    debug_assert!(undone.is_ok(), "{undone:?}");
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
    if let Some(id) = new.iter().find(|id| !is_id(id)) {
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
        ListId::Charts(id) => shift(&mut dashboard_mut(dashboards, id)?.charts, written, key, to),
    };
    before.ok_or_else(|| Rejection::missing(id.clone()))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::blueprint::fixture::small;
    use crate::words::Language;

    fn read(operation: &Value) -> Operation {
        serde_json::from_value(operation.clone()).unwrap()
    }

    /// The operation, as it is stored, is refused for this reason, in words, and changes nothing.
    #[track_caller]
    fn refused(operation: Value, reason: &str, sentence: &str) {
        let mut blueprint = small();
        let rejection = apply(&mut blueprint, read(&operation)).unwrap_err();
        assert_eq!(serde_json::to_value(&rejection).unwrap()["reason"], reason);
        assert_eq!(rejection.sentence(&blueprint, Language::En), sentence);
        assert_eq!(blueprint, small());
    }

    #[test]
    fn what_is_not_there_cannot_be_changed() {
        let set = json!({"name": "X"});
        let gone = "This is no longer there: table `tbl_x`.";
        refused(json!({"op": "edit_table", "table": "tbl_x", "set": set}), "missing", gone);
        refused(json!({"op": "remove", "element": {"table": "tbl_x"}}), "missing", gone);
        refused(json!({"op": "move", "element": {"table": "tbl_x"}, "position": "1"}), "missing", gone);
        let cell = json!({"op": "set_cell", "row": "row_x", "field": "fld_url", "value": "x"});
        refused(cell, "missing", "This is no longer there: row `row_x`.");
    }

    #[test]
    fn what_others_rest_upon_cannot_be_removed() {
        let remove = |kind: &str, id: &str| json!({"op": "remove", "element": {kind: id}});
        refused(remove("table", "tbl_projects"), "still_used", "Project still uses Projects.");
        refused(remove("field", "fld_status"), "still_used", "All still uses Status.");
        refused(remove("field", "fld_title"), "title", "Sessions would not have exactly one title field.");
        refused(
            json!({"op": "remove", "element": "blueprint"}),
            "senseless",
            "That cannot be done to this element.",
        );
    }

    #[test]
    fn references_must_resolve() {
        let group = json!({"op": "edit_view", "view": "viw_all", "set": {"group": "fld_project_code"}});
        refused(group, "dangling", "All would refer to `fld_project_code`, which is not there.");
        let cell = json!({"op": "set_cell", "row": "row_a", "field": "fld_project_code", "value": 1});
        refused(cell, "dangling", "Debug the parser would refer to `fld_project_code`, which is not there.");
        let kind = json!({"type": "relation", "table": "tbl_projects", "cardinality": "one"});
        let one_sided = json!({"op": "change_kinds", "fields": {"fld_project": kind}});
        refused(one_sided, "relation", "The relation behind Sessions would lose its other side.");
        let text = json!({"op": "change_kinds", "fields": {"fld_project": {"type": "text"}}});
        refused(text, "relation", "The relation behind Sessions would lose its other side.");
        let titles = json!({"op": "change_kinds", "fields": {"fld_url": {"type": "title"}}});
        refused(titles, "title", "Sessions would not have exactly one title field.");
    }

    #[test]
    fn ids_sizes_and_positions_are_guarded() {
        let add = |id: &str| {
            let option = json!({"id": id, "name": "New"});
            json!({"op": "add", "element": {"option": {"field": "fld_status", "option": option}}})
        };
        refused(add("row_a"), "id_taken", "The id `row_a` is used already.");
        refused(add("A b"), "id_form", "`A b` cannot be an id.");
        let long = json!({"op": "edit_field", "field": "fld_url", "set": {"name": "x".repeat(256)}});
        refused(long, "too_large", "Source URL would become too large.");
        let far = json!({"op": "move", "element": {"view": "viw_all"}, "position": "1000000000001"});
        refused(far, "position", "All cannot stand at that position.");
        let group = json!({"op": "group", "operations": [{"op": "group", "operations": []}]});
        refused(group, "senseless", "That cannot be done to this element.");
    }

    #[test]
    fn nothing_stands_beyond_the_last_position() {
        let mut blueprint = small();
        let far = json!({"op": "move", "element": {"view": "viw_all"}, "position": "1000000000000"});
        let back = apply(&mut blueprint, read(&far)).unwrap();
        let before = blueprint.clone();
        let view = json!({"id": "viw_new", "name": "New", "kind": {"type": "grid"}});
        let add = json!({"op": "add", "element": {"view": {"table": "tbl_sessions", "view": view}}});
        let rename = json!({"op": "edit_table", "table": "tbl_sessions", "set": {"name": "Chats"}});
        let group = json!({"op": "group", "operations": [rename, add]});

        for operation in [add, group] {
            let rejection = apply(&mut blueprint, read(&operation)).unwrap_err();
            assert_eq!(rejection, Rejection::Position { element: ElementId::View("viw_new".into()) });
            assert_eq!(blueprint, before);
        }
        apply(&mut blueprint, back).unwrap();
        assert_eq!(blueprint, small());
    }

    #[test]
    fn a_group_is_done_whole_or_not_at_all() {
        let rename = json!({"op": "edit_table", "table": "tbl_sessions", "set": {"name": "Chats"}});
        let nothing = json!({"op": "remove", "element": {"view": "viw_x"}});
        let gone = "This is no longer there: view `viw_x`.";
        refused(json!({"op": "group", "operations": [rename, nothing]}), "missing", gone);
    }

    #[test]
    fn a_move_writes_one_position_and_taking_it_back_none() {
        let mut blueprint = small();
        let element = ElementId::View("viw_time".into());
        let there = "0+i".parse().unwrap();
        let back = apply(&mut blueprint, Operation::Move { element, position: there }).unwrap();

        let order: Vec<_> = blueprint.tables[0].views.iter().map(|view| view.id.as_str()).collect();
        assert_eq!(order, ["viw_all", "viw_time", "viw_board", "viw_due", "viw_by_project"]);
        let written = serde_json::to_value(&blueprint.positions).unwrap();
        assert_eq!(written, json!({"viw_time": "0+i", "viw_by_project": "4"}));
        apply(&mut blueprint, back).unwrap();
        assert_eq!(blueprint, small());
    }

    #[test]
    fn the_inverse_of_a_change_of_kind_holds_what_cannot_be_converted_back() {
        let mut blueprint = small();
        let number = read(
            &json!({"op": "change_kinds", "fields": {"fld_title": {"type": "text"}, "fld_url": {"type": "title"}}}),
        );
        let back = apply(&mut blueprint, number).unwrap();

        assert_eq!(blueprint.tables[0].title().unwrap().id.as_str(), "fld_url");
        let Operation::ChangeKinds { cells, .. } = &back else { panic!("{back:?}") };
        assert!(cells.is_empty(), "texts and links convert back: {cells:?}");
        let rating =
            read(&json!({"op": "change_kinds", "fields": {"fld_minutes": {"type": "rating", "max": 50}}}));
        let back = apply(&mut blueprint, rating).unwrap();
        let stored = serde_json::to_value(&back).unwrap();
        assert_eq!(stored["cells"], json!({"row_b": {"fld_minutes": 90.0}}));
    }
}
