//! Copies of elements, right after their originals.

use super::rename_ids::Renamed;
use super::{Draft, NewId, free_name};
use crate::blueprint::{
    Blueprint, Chart, Dashboard, Field, FieldKind, Positions, SampleRow, SelectOption, Table,
};
use crate::operation::{Element, ElementId, ElementKind, ListId, Operation, Rejection, position_at};
use crate::words::Language;

/// A copy of `element` with everything in it, right after it, under new ids and a free name.
///
/// What refers to something inside refers to its copy: views of a table show the copied fields, formulas compute with
/// them. Relations to other tables become one-sided: the other side stays with the original. A copied title is text.
///
/// # Errors
/// When the element is not there, or a copy would be one too many.
pub fn duplicate(
    blueprint: &Blueprint,
    element: &ElementId,
    new_id: &mut NewId<'_>,
    language: Language,
) -> Result<Vec<Operation>, Rejection> {
    let missing = || Rejection::Missing { element: element.clone() };
    let original = Element::find(blueprint, element).ok_or_else(missing)?;
    let list = ListId::of(blueprint, element).ok_or_else(missing)?;
    let places = list.places(blueprint);
    let at = places.iter().position(|(id, _)| id == element.as_str()).ok_or_else(missing)?;
    let position = position_at(blueprint, &list, None, at + 1).filter(|_| at + 1 < places.len());
    let (copy, positions) = copied(blueprint, &original, new_id, language);
    let mut draft = Draft::new(blueprint);
    draft.does(Operation::Add { element: Box::new(copy), position, positions })?;
    Ok(draft.operations)
}

fn copied(
    blueprint: &Blueprint,
    original: &Element,
    new_id: &mut NewId<'_>,
    language: Language,
) -> (Element, Positions) {
    let mut renamed = Renamed::default();
    for (id, kind) in inside(original) {
        renamed.insert(id, &new_id(kind));
    }
    let copy = copy(blueprint, original, &renamed, language);
    let own = original.id();
    let inner = original.ids().into_iter().filter(|id| *id != own.as_str());
    let written =
        inner.filter_map(|id| Some((renamed.get(id).to_owned(), blueprint.positions.get(id)?.clone())));
    (copy, written.collect())
}

/// The ids in an element, its own among them, with what they are of.
pub(super) fn inside(element: &Element) -> Vec<(&str, ElementKind)> {
    let mut ids = Vec::new();
    let field = |field: &'_ Field| {
        let options = field.kind.options().iter().map(|option| (option.id.to_string(), ElementKind::Option));
        std::iter::once((field.id.to_string(), ElementKind::Field)).chain(options).collect::<Vec<_>>()
    };
    let kinds: std::collections::HashMap<String, ElementKind> = match element {
        Element::Table(table) => {
            let fields = table.fields.iter().flat_map(field);
            let views = table.views.iter().map(|view| (view.id.to_string(), ElementKind::View));
            let rows = table.sample_rows.iter().map(|row| (row.id.to_string(), ElementKind::Row));
            fields.chain(views).chain(rows).collect()
        }
        Element::Field { field: it, .. } => field(it).into_iter().collect(),
        Element::Dashboard(dashboard) => {
            dashboard.charts.iter().map(|chart| (chart.id.to_string(), ElementKind::Chart)).collect()
        }
        _ => std::collections::HashMap::new(),
    };
    for id in element.ids() {
        ids.push((id, kinds.get(id).copied().unwrap_or(element.id().kind())));
    }
    ids
}

/// A copy under new ids, with what refers to copied things referring to the copies, and a name that is free in what
/// `original` says holds it.
pub(super) fn copy(
    blueprint: &Blueprint,
    original: &Element,
    renamed: &Renamed,
    language: Language,
) -> Element {
    let id = renamed.get(original.id().as_str()).to_owned();
    let name = |name: &str, taken: Vec<&str>| free_name(name, &taken, language);
    match original {
        Element::Table(table) => {
            let taken = blueprint.tables.iter().map(|table| table.name.as_str()).collect();
            Element::Table(Table { name: name(&table.name, taken), ..copied_table(table, renamed) })
        }
        Element::Field { table, field, cells } => {
            let fields = blueprint.table(table).map(|it| it.fields.as_slice()).unwrap_or_default();
            let taken = fields.iter().map(|field| field.name.as_str()).collect();
            let kind = match renamed.kind(&field.kind) {
                FieldKind::Title => FieldKind::Text,
                kind => kind,
            };
            let cells = cells.iter().map(|(row, value)| (row.clone(), renamed.value(value))).collect();
            let field =
                Field { id: id.as_str().into(), name: name(&field.name, taken), kind, ..field.clone() };
            Element::Field { table: table.clone(), field, cells }
        }
        Element::Option { field, option } => {
            let options = blueprint.field(field).map(|(_, it)| it.kind.options()).unwrap_or_default();
            let taken = options.iter().map(|option| option.name.as_str()).collect();
            let option =
                SelectOption { id: id.as_str().into(), name: name(&option.name, taken), ..option.clone() };
            Element::Option { field: field.clone(), option }
        }
        Element::View { table, view } => {
            let views = blueprint.table(table).map(|it| it.views.as_slice()).unwrap_or_default();
            let mut view = renamed.view(view);
            view.name = name(&view.name, views.iter().map(|view| view.name.as_str()).collect());
            view.id = id.as_str().into();
            Element::View { table: table.clone(), view }
        }
        Element::Row { table, row } => {
            let cells = renamed.cells(&row.cells);
            Element::Row { table: table.clone(), row: SampleRow { id: id.as_str().into(), cells } }
        }
        Element::Automation(automation) => {
            let mut automation = renamed.automation(automation);
            let taken = blueprint.automations.iter().map(|it| it.name.as_str()).collect();
            automation.name = name(&automation.name, taken);
            automation.id = id.as_str().into();
            Element::Automation(automation)
        }
        Element::Dashboard(dashboard) => {
            let mut dashboard: Dashboard = dashboard.clone();
            let taken = blueprint.dashboards.iter().map(|it| it.name.as_str()).collect();
            dashboard.name = name(&dashboard.name, taken);
            dashboard.id = id.as_str().into();
            for chart in &mut dashboard.charts {
                *chart = Chart { id: renamed.get(chart.id.as_str()).into(), ..renamed.chart(chart) };
            }
            Element::Dashboard(dashboard)
        }
        Element::Chart { dashboard, chart } => {
            let holder = blueprint.dashboards.iter().find(|it| it.id == *dashboard);
            let charts = holder.map(|it| it.charts.as_slice()).unwrap_or_default();
            let mut chart = renamed.chart(chart);
            chart.name = name(&chart.name, charts.iter().map(|chart| chart.name.as_str()).collect());
            chart.id = id.as_str().into();
            Element::Chart { dashboard: dashboard.clone(), chart }
        }
    }
}

fn copied_table(table: &Table, renamed: &Renamed) -> Table {
    let field = |field: &Field| Field {
        id: renamed.field(&field.id),
        kind: renamed.kind(&field.kind),
        ..field.clone()
    };
    let row = |row: &SampleRow| SampleRow {
        id: renamed.get(row.id.as_str()).into(),
        cells: renamed.cells(&row.cells),
    };
    let mut views: Vec<_> = table.views.iter().map(|view| renamed.view(view)).collect();
    for view in &mut views {
        view.id = renamed.get(view.id.as_str()).into();
    }
    Table {
        id: renamed.get(table.id.as_str()).into(),
        fields: table.fields.iter().map(field).collect(),
        views,
        sample_rows: table.sample_rows.iter().map(row).collect(),
        ..table.clone()
    }
}
