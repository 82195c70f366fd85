//! What every element has: a name and a description.

use shared::blueprint::Blueprint;
use shared::operation::{
    AutomationProperty, BlueprintProperty, DashboardProperty, Element, ElementId, FieldProperty, Operation,
    TableProperty, ViewProperty,
};

use crate::i18n::I18n;

/// What stands for a name where there is none, or the name.
pub(crate) fn called(i18n: I18n, name: String) -> String {
    if name.trim().is_empty() { i18n.text("builder.unnamed") } else { name }
}

/// Gives an element another description; nothing for what has none.
pub(crate) fn describe(element: &ElementId, text: String) -> Option<Operation> {
    Some(match element.clone() {
        ElementId::Blueprint => Operation::EditBlueprint { set: BlueprintProperty::Description(text) },
        ElementId::Table(table) => Operation::EditTable { table, set: TableProperty::Description(text) },
        ElementId::Field(field) => Operation::EditField { field, set: FieldProperty::Description(text) },
        ElementId::View(view) => Operation::EditView { view, set: ViewProperty::Description(text) },
        ElementId::Automation(automation) => {
            Operation::EditAutomation { automation, set: AutomationProperty::Description(text) }
        }
        ElementId::Dashboard(dashboard) => {
            Operation::EditDashboard { dashboard, set: DashboardProperty::Description(text) }
        }
        ElementId::Option(_) | ElementId::Chart(_) | ElementId::Row(_) => return None,
    })
}

/// The description of an element; empty for what has none.
pub(crate) fn description(blueprint: &Blueprint, element: &ElementId) -> String {
    match Element::find(blueprint, element) {
        None if *element == ElementId::Blueprint => blueprint.description.clone(),
        Some(Element::Table(it)) => it.description,
        Some(Element::Field { field, .. }) => field.description,
        Some(Element::View { view, .. }) => view.description,
        Some(Element::Automation(it)) => it.description,
        Some(Element::Dashboard(it)) => it.description,
        _ => String::new(),
    }
}
