//! Elements of a blueprint: by address, and whole, as they travel inside operations.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::blueprint::{
    Automation, AutomationId, Blueprint, CellValue, Chart, ChartId, Dashboard, DashboardId, Field, FieldId,
    OptionId, RowId, SampleRow, SelectOption, Table, TableId, View, ViewId,
};

/// What sort of element something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words of a blueprint")]
pub enum ElementKind {
    Blueprint,
    Table,
    Field,
    Option,
    View,
    Row,
    Automation,
    Dashboard,
    Chart,
}

impl ElementKind {
    /// Its name in documents, such as `table`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Blueprint => "blueprint",
            Self::Table => "table",
            Self::Field => "field",
            Self::Option => "option",
            Self::View => "view",
            Self::Row => "row",
            Self::Automation => "automation",
            Self::Dashboard => "dashboard",
            Self::Chart => "chart",
        }
    }

    /// What ids of such elements begin with, such as `tbl`.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Blueprint => "bp",
            Self::Table => "tbl",
            Self::Field => "fld",
            Self::Option => "opt",
            Self::View => "viw",
            Self::Row => "row",
            Self::Automation => "aut",
            Self::Dashboard => "dsh",
            Self::Chart => "cht",
        }
    }
}

/// The address of an element.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words of a blueprint")]
pub enum ElementId {
    Blueprint,
    Table(TableId),
    Field(FieldId),
    Option(OptionId),
    View(ViewId),
    Row(RowId),
    Automation(AutomationId),
    Dashboard(DashboardId),
    Chart(ChartId),
}

impl ElementId {
    /// What it is the address of.
    pub fn kind(&self) -> ElementKind {
        match self {
            Self::Blueprint => ElementKind::Blueprint,
            Self::Table(_) => ElementKind::Table,
            Self::Field(_) => ElementKind::Field,
            Self::Option(_) => ElementKind::Option,
            Self::View(_) => ElementKind::View,
            Self::Row(_) => ElementKind::Row,
            Self::Automation(_) => ElementKind::Automation,
            Self::Dashboard(_) => ElementKind::Dashboard,
            Self::Chart(_) => ElementKind::Chart,
        }
    }

    /// The id as text; empty for the blueprint itself.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Blueprint => "",
            Self::Table(id) => id.as_str(),
            Self::Field(id) => id.as_str(),
            Self::Option(id) => id.as_str(),
            Self::View(id) => id.as_str(),
            Self::Row(id) => id.as_str(),
            Self::Automation(id) => id.as_str(),
            Self::Dashboard(id) => id.as_str(),
            Self::Chart(id) => id.as_str(),
        }
    }
}

/// An element with everything in it and the address of what holds it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Element {
    /// A table with its fields, views and sample rows.
    Table(Table),
    /// A field with its options and its values in sample rows.
    Field {
        /// The table that holds it.
        table: TableId,
        /// The field.
        field: Field,
        /// Its values by sample row; those of rows that are gone are passed over.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        cells: BTreeMap<RowId, CellValue>,
    },
    /// An option of a select or multi-select.
    Option {
        /// The field that holds it.
        field: FieldId,
        /// The option.
        option: SelectOption,
    },
    /// A view.
    View {
        /// The table that holds it.
        table: TableId,
        /// The view.
        view: View,
    },
    /// A sample row.
    Row {
        /// The table that holds it.
        table: TableId,
        /// The row.
        row: SampleRow,
    },
    /// An automation.
    Automation(Automation),
    /// A dashboard with its charts.
    Dashboard(Dashboard),
    /// A chart.
    Chart {
        /// The dashboard that holds it.
        dashboard: DashboardId,
        /// The chart.
        chart: Chart,
    },
}

impl Element {
    /// Its address.
    pub fn id(&self) -> ElementId {
        match self {
            Self::Table(table) => ElementId::Table(table.id.clone()),
            Self::Field { field, .. } => ElementId::Field(field.id.clone()),
            Self::Option { option, .. } => ElementId::Option(option.id.clone()),
            Self::View { view, .. } => ElementId::View(view.id.clone()),
            Self::Row { row, .. } => ElementId::Row(row.id.clone()),
            Self::Automation(automation) => ElementId::Automation(automation.id.clone()),
            Self::Dashboard(dashboard) => ElementId::Dashboard(dashboard.id.clone()),
            Self::Chart { chart, .. } => ElementId::Chart(chart.id.clone()),
        }
    }

    /// The address of what holds it.
    pub fn parent(&self) -> ElementId {
        match self {
            Self::Table(_) | Self::Automation(_) | Self::Dashboard(_) => ElementId::Blueprint,
            Self::Field { table, .. } | Self::View { table, .. } | Self::Row { table, .. } => {
                ElementId::Table(table.clone())
            }
            Self::Option { field, .. } => ElementId::Field(field.clone()),
            Self::Chart { dashboard, .. } => ElementId::Dashboard(dashboard.clone()),
        }
    }

    /// Its own id and those of everything in it.
    pub(super) fn ids(&self) -> Vec<&str> {
        match self {
            Self::Table(table) => ids_of_table(table).collect(),
            Self::Field { field, .. } => ids_of_field(field).collect(),
            Self::Option { option, .. } => vec![option.id.as_str()],
            Self::View { view, .. } => vec![view.id.as_str()],
            Self::Row { row, .. } => vec![row.id.as_str()],
            Self::Automation(automation) => vec![automation.id.as_str()],
            Self::Dashboard(dashboard) => ids_of_dashboard(dashboard).collect(),
            Self::Chart { chart, .. } => vec![chart.id.as_str()],
        }
    }

    /// The element at `id` as it now is; nothing for the blueprint itself.
    pub fn find(blueprint: &Blueprint, id: &ElementId) -> Option<Self> {
        let tables = &blueprint.tables;
        match id {
            ElementId::Blueprint => None,
            ElementId::Table(id) => blueprint.table(id).cloned().map(Self::Table),
            ElementId::Field(id) => blueprint.field(id).map(|(table, field)| {
                let cell = |row: &SampleRow| Some((row.id.clone(), row.cells.get(id)?.clone()));
                let cells = table.sample_rows.iter().filter_map(cell).collect();
                Self::Field { table: table.id.clone(), field: field.clone(), cells }
            }),
            ElementId::Option(id) => tables.iter().flat_map(|table| &table.fields).find_map(|field| {
                let option = field.kind.options().iter().find(|option| option.id == *id)?;
                Some(Self::Option { field: field.id.clone(), option: option.clone() })
            }),
            ElementId::View(id) => tables.iter().find_map(|table| {
                let view = table.views.iter().find(|view| view.id == *id)?;
                Some(Self::View { table: table.id.clone(), view: view.clone() })
            }),
            ElementId::Row(id) => {
                blueprint.row(id).map(|(table, row)| Self::Row { table: table.id.clone(), row: row.clone() })
            }
            ElementId::Automation(id) => {
                let found = blueprint.automations.iter().find(|automation| automation.id == *id);
                found.cloned().map(Self::Automation)
            }
            ElementId::Dashboard(id) => {
                let found = blueprint.dashboards.iter().find(|dashboard| dashboard.id == *id);
                found.cloned().map(Self::Dashboard)
            }
            ElementId::Chart(id) => blueprint.dashboards.iter().find_map(|dashboard| {
                let chart = dashboard.charts.iter().find(|chart| chart.id == *id)?;
                Some(Self::Chart { dashboard: dashboard.id.clone(), chart: chart.clone() })
            }),
        }
    }
}

fn ids_of_field(field: &Field) -> impl Iterator<Item = &str> {
    let options = field.kind.options().iter().map(|option| option.id.as_str());
    std::iter::once(field.id.as_str()).chain(options)
}

fn ids_of_table(table: &Table) -> impl Iterator<Item = &str> {
    std::iter::once(table.id.as_str())
        .chain(table.fields.iter().flat_map(ids_of_field))
        .chain(table.views.iter().map(|view| view.id.as_str()))
        .chain(table.sample_rows.iter().map(|row| row.id.as_str()))
}

fn ids_of_dashboard(dashboard: &Dashboard) -> impl Iterator<Item = &str> {
    std::iter::once(dashboard.id.as_str()).chain(dashboard.charts.iter().map(|chart| chart.id.as_str()))
}

/// Every id of a blueprint but its own, in order.
pub(crate) fn ids(blueprint: &Blueprint) -> impl Iterator<Item = &str> {
    let automations = blueprint.automations.iter().map(|automation| automation.id.as_str());
    let dashboards = blueprint.dashboards.iter().flat_map(ids_of_dashboard);
    blueprint.tables.iter().flat_map(ids_of_table).chain(automations).chain(dashboards)
}
