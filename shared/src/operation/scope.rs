//! Finding elements to change, and the lists they stand in.

use serde::{Deserialize, Serialize};

use super::list::{self, Listed};
use super::{ElementId, Rejection};
use crate::blueprint::{
    Blueprint, Dashboard, DashboardId, Field, FieldId, FieldKind, Position, SelectOption, Table, TableId,
};

/// A list of siblings.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListId {
    /// All tables.
    Tables,
    /// The fields of a table.
    Fields(TableId),
    /// The options of a field.
    Options(FieldId),
    /// The views of a table.
    Views(TableId),
    /// The sample rows of a table.
    Rows(TableId),
    /// All automations.
    Automations,
    /// All dashboards.
    Dashboards,
    /// The charts of a dashboard.
    Charts(DashboardId),
}

impl ElementId {
    /// Whether it is the address of something in `blueprint`, or of the blueprint itself.
    pub fn is_in(&self, blueprint: &Blueprint) -> bool {
        *self == Self::Blueprint || ListId::of(blueprint, self).is_some()
    }

    /// The address of what holds it; nothing for what is not there, and for the blueprint itself.
    pub fn holder(&self, blueprint: &Blueprint) -> Option<Self> {
        ListId::of(blueprint, self).map(|list| list.holder())
    }
}

impl ListId {
    /// The list in which `element` stands; nothing for what is not there, and for the blueprint itself.
    pub fn of(blueprint: &Blueprint, element: &ElementId) -> Option<Self> {
        let tables = &blueprint.tables;
        let in_table = |holds: &dyn Fn(&Table) -> bool| {
            tables.iter().find(|table| holds(table)).map(|table| table.id.clone())
        };
        match element {
            ElementId::Blueprint => None,
            ElementId::Table(id) => blueprint.table(id).map(|_| Self::Tables),
            ElementId::Field(id) => in_table(&|table| table.field(id).is_some()).map(Self::Fields),
            ElementId::Option(id) => {
                let holds = |field: &&Field| field.kind.options().iter().any(|option| option.id == *id);
                let holder = tables.iter().flat_map(|table| &table.fields).find(holds);
                holder.map(|field| Self::Options(field.id.clone()))
            }
            ElementId::View(id) => {
                in_table(&|table| table.views.iter().any(|view| view.id == *id)).map(Self::Views)
            }
            ElementId::Row(id) => in_table(&|table| table.row(id).is_some()).map(Self::Rows),
            ElementId::Automation(id) => {
                blueprint.automations.iter().any(|it| it.id == *id).then_some(Self::Automations)
            }
            ElementId::Dashboard(id) => {
                blueprint.dashboards.iter().any(|it| it.id == *id).then_some(Self::Dashboards)
            }
            ElementId::Chart(id) => {
                let holds = |it: &&Dashboard| it.charts.iter().any(|chart| chart.id == *id);
                blueprint.dashboards.iter().find(holds).map(|it| Self::Charts(it.id.clone()))
            }
        }
    }

    /// The address of what holds the list.
    pub fn holder(&self) -> ElementId {
        match self {
            Self::Tables | Self::Automations | Self::Dashboards => ElementId::Blueprint,
            Self::Fields(table) | Self::Views(table) | Self::Rows(table) => ElementId::Table(table.clone()),
            Self::Options(field) => ElementId::Field(field.clone()),
            Self::Charts(dashboard) => ElementId::Dashboard(dashboard.clone()),
        }
    }

    /// The address of what stands in the list under `id`.
    pub fn element(&self, id: &str) -> ElementId {
        match self {
            Self::Tables => ElementId::Table(id.into()),
            Self::Fields(_) => ElementId::Field(id.into()),
            Self::Options(_) => ElementId::Option(id.into()),
            Self::Views(_) => ElementId::View(id.into()),
            Self::Rows(_) => ElementId::Row(id.into()),
            Self::Automations => ElementId::Automation(id.into()),
            Self::Dashboards => ElementId::Dashboard(id.into()),
            Self::Charts(_) => ElementId::Chart(id.into()),
        }
    }

    /// Ids and positions of what stands in the list, in order; nothing where its holder is not there.
    pub fn places(&self, blueprint: &Blueprint) -> Vec<(String, Position)> {
        let field = |id: &FieldId| blueprint.field(id).map(|(_, field)| field.kind.options());
        let table = |id: &TableId| blueprint.table(id);
        let charts = |id: &DashboardId| {
            blueprint.dashboards.iter().find(|it| it.id == *id).map(|it| it.charts.as_slice())
        };
        match self {
            Self::Tables => places(blueprint, &blueprint.tables),
            Self::Fields(id) => places(blueprint, table(id).map_or(&[], |table| &table.fields)),
            Self::Options(id) => places(blueprint, field(id).unwrap_or_default()),
            Self::Views(id) => places(blueprint, table(id).map_or(&[], |table| &table.views)),
            Self::Rows(id) => places(blueprint, table(id).map_or(&[], |table| &table.sample_rows)),
            Self::Automations => places(blueprint, &blueprint.automations),
            Self::Dashboards => places(blueprint, &blueprint.dashboards),
            Self::Charts(id) => places(blueprint, charts(id).unwrap_or_default()),
        }
    }
}

fn places<T: Listed>(blueprint: &Blueprint, items: &[T]) -> Vec<(String, Position)> {
    let ids = items.iter().map(|item| item.id().to_owned());
    ids.zip(list::positions(items, &blueprint.positions)).collect()
}

/// Where `element` stands among its siblings; nothing for what is not there.
pub fn position(blueprint: &Blueprint, element: &ElementId) -> Option<Position> {
    let places = ListId::of(blueprint, element)?.places(blueprint);
    places.into_iter().find(|(id, _)| id == element.as_str()).map(|(_, position)| position)
}

/// The position that puts an element before the `index`-th of `list`, not counting the element `moved` itself.
///
/// Nothing where there is no room because both neighbours stand at one position; [`super::intention::place`]
/// makes some.
pub fn position_at(
    blueprint: &Blueprint,
    list: &ListId,
    moved: Option<&ElementId>,
    index: usize,
) -> Option<Position> {
    let mut places = list.places(blueprint);
    places.retain(|(id, _)| moved.is_none_or(|moved| moved.as_str() != id));
    let index = index.min(places.len());
    let low = index.checked_sub(1).and_then(|before| places.get(before));
    Position::between(low.map(|(_, at)| at), places.get(index).map(|(_, at)| at))
}

pub(super) fn table_mut<'a>(tables: &'a mut [Table], id: &TableId) -> Result<&'a mut Table, Rejection> {
    let found = tables.iter_mut().find(|table| table.id == *id);
    found.ok_or_else(|| Rejection::missing(ElementId::Table(id.clone())))
}

pub(super) fn field_mut<'a>(tables: &'a mut [Table], id: &FieldId) -> Result<&'a mut Field, Rejection> {
    let found = tables.iter_mut().flat_map(|table| &mut table.fields).find(|field| field.id == *id);
    found.ok_or_else(|| Rejection::missing(ElementId::Field(id.clone())))
}

pub(super) fn dashboard_mut<'a>(
    dashboards: &'a mut [Dashboard],
    id: &DashboardId,
) -> Result<&'a mut Dashboard, Rejection> {
    let found = dashboards.iter_mut().find(|dashboard| dashboard.id == *id);
    found.ok_or_else(|| Rejection::missing(ElementId::Dashboard(id.clone())))
}

/// The options of a select or multi-select.
pub(super) fn options_mut(kind: &mut FieldKind) -> Option<&mut Vec<SelectOption>> {
    match kind {
        FieldKind::Select { options } | FieldKind::MultiSelect { options } => Some(options),
        _ => None,
    }
}
