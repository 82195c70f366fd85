//! Setting a property.

use super::scope::{dashboard_mut, field_mut, options_mut, table_mut};
use super::{
    AutomationProperty, BlueprintProperty, ChartProperty, DashboardProperty, Element, ElementId,
    FieldProperty, Operation, OptionProperty, Rejection, TableProperty, ViewProperty,
};
use crate::blueprint::Blueprint;

/// Sets the property that an edit names; other operations are nothing to it.
pub(super) fn edit(blueprint: &mut Blueprint, operation: Operation) -> Result<Operation, Rejection> {
    let missing = Rejection::missing;
    match operation {
        Operation::EditBlueprint { set } => Ok(Operation::EditBlueprint { set: set.swap(blueprint) }),
        Operation::EditTable { table, set } => {
            let set = set.swap(table_mut(&mut blueprint.tables, &table)?);
            Ok(Operation::EditTable { table, set })
        }
        Operation::EditField { field, set } => {
            let set = set.swap(field_mut(&mut blueprint.tables, &field)?);
            Ok(Operation::EditField { field, set })
        }
        Operation::EditOption { option, set } => {
            let fields = blueprint.tables.iter_mut().flat_map(|table| &mut table.fields);
            let mut options = fields.filter_map(|field| options_mut(&mut field.kind)).flatten();
            let found = options.find(|it| it.id == option);
            let set = set.swap(found.ok_or_else(|| missing(ElementId::Option(option.clone())))?);
            Ok(Operation::EditOption { option, set })
        }
        Operation::EditView { view, set } => {
            let mut views = blueprint.tables.iter_mut().flat_map(|table| &mut table.views);
            let found = views.find(|it| it.id == view);
            let set = set.swap(found.ok_or_else(|| missing(ElementId::View(view.clone())))?);
            Ok(Operation::EditView { view, set })
        }
        Operation::EditAutomation { automation, set } => {
            let found = blueprint.automations.iter_mut().find(|it| it.id == automation);
            let set = set.swap(found.ok_or_else(|| missing(ElementId::Automation(automation.clone())))?);
            Ok(Operation::EditAutomation { automation, set })
        }
        Operation::EditDashboard { dashboard, set } => {
            let set = set.swap(dashboard_mut(&mut blueprint.dashboards, &dashboard)?);
            Ok(Operation::EditDashboard { dashboard, set })
        }
        Operation::EditChart { chart, set } => {
            let mut charts = blueprint.dashboards.iter_mut().flat_map(|dashboard| &mut dashboard.charts);
            let found = charts.find(|it| it.id == chart);
            let set = set.swap(found.ok_or_else(|| missing(ElementId::Chart(chart.clone())))?);
            Ok(Operation::EditChart { chart, set })
        }
        other => Err(Rejection::Senseless { op: other.tag().to_owned(), kind: ElementId::Blueprint.kind() }),
    }
}

impl Operation {
    /// Gives an element another name; nothing for a row, which is called by its title.
    pub fn rename(element: &ElementId, name: String) -> Option<Self> {
        Some(match element.clone() {
            ElementId::Blueprint => Self::EditBlueprint { set: BlueprintProperty::Name(name) },
            ElementId::Table(table) => Self::EditTable { table, set: TableProperty::Name(name) },
            ElementId::Field(field) => Self::EditField { field, set: FieldProperty::Name(name) },
            ElementId::Option(option) => Self::EditOption { option, set: OptionProperty::Name(name) },
            ElementId::View(view) => Self::EditView { view, set: ViewProperty::Name(name) },
            ElementId::Automation(automation) => {
                Self::EditAutomation { automation, set: AutomationProperty::Name(name) }
            }
            ElementId::Dashboard(dashboard) => {
                Self::EditDashboard { dashboard, set: DashboardProperty::Name(name) }
            }
            ElementId::Chart(chart) => Self::EditChart { chart, set: ChartProperty::Name(name) },
            ElementId::Row(_) => return None,
        })
    }

    /// Whether `other` sets what this sets, so that after both the first has left no trace: consecutive ones of a step
    /// are one.
    pub fn sets_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Move { element, .. }, Self::Move { element: other, .. }) => element == other,
            (Self::SetCell { row, field, .. }, Self::SetCell { row: other_row, field: other_field, .. }) => {
                (row, field) == (other_row, other_field)
            }
            _ => self.property().is_some() && self.property() == other.property(),
        }
    }

    /// The element and the property that an edit sets; nothing for other operations.
    pub(super) fn property(&self) -> Option<(ElementId, &'static str)> {
        match self {
            Self::EditBlueprint { set } => Some((ElementId::Blueprint, set.key())),
            Self::EditTable { table, set } => Some((ElementId::Table(table.clone()), set.key())),
            Self::EditField { field, set } => Some((ElementId::Field(field.clone()), set.key())),
            Self::EditOption { option, set } => Some((ElementId::Option(option.clone()), set.key())),
            Self::EditView { view, set } => Some((ElementId::View(view.clone()), set.key())),
            Self::EditAutomation { automation, set } => {
                Some((ElementId::Automation(automation.clone()), set.key()))
            }
            Self::EditDashboard { dashboard, set } => {
                Some((ElementId::Dashboard(dashboard.clone()), set.key()))
            }
            Self::EditChart { chart, set } => Some((ElementId::Chart(chart.clone()), set.key())),
            _ => None,
        }
    }

    /// Whether the property that an edit sets has that value.
    pub(super) fn holds(&self, blueprint: &Blueprint) -> bool {
        let id = self.property().map(|(id, _)| id);
        let element = id.and_then(|id| Element::find(blueprint, &id));
        match (self, element) {
            (Self::EditBlueprint { set }, _) => set.holds(blueprint),
            (Self::EditTable { set, .. }, Some(Element::Table(table))) => set.holds(&table),
            (Self::EditField { set, .. }, Some(Element::Field { field, .. })) => set.holds(&field),
            (Self::EditOption { set, .. }, Some(Element::Option { option, .. })) => set.holds(&option),
            (Self::EditView { set, .. }, Some(Element::View { view, .. })) => set.holds(&view),
            (Self::EditAutomation { set, .. }, Some(Element::Automation(automation))) => {
                set.holds(&automation)
            }
            (Self::EditDashboard { set, .. }, Some(Element::Dashboard(dashboard))) => set.holds(&dashboard),
            (Self::EditChart { set, .. }, Some(Element::Chart { chart, .. })) => set.holds(&chart),
            _ => false,
        }
    }
}
