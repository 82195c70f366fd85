//! Automations: they do something, with fields that it can be done to.

use super::cells::{can_be_set, check_cell};
use super::index::Index;
use super::report::{At, Report};
use super::{ProblemKind, filters};
use crate::blueprint::{Action, Automation, CellValue, Field, FieldId, FieldKind, Table, Trigger};

pub(super) fn check(index: &Index<'_>, report: &mut Report) {
    let automations = At::ROOT.key("automations");
    for (position, automation) in index.blueprint.automations.iter().enumerate() {
        check_automation(automations.index(position), index, automation, report);
    }
}

fn check_automation(at: At<'_>, index: &Index<'_>, automation: &Automation, report: &mut Report) {
    let actions = at.key("actions");
    if automation.actions.is_empty() {
        report.add(actions, ProblemKind::AutomationWithoutActions, &automation.name);
    }
    filters::check(at.key("filter"), index, &automation.table, automation.filter.as_ref(), report);
    let Some(table) = index.table(&automation.table) else { return };
    if let Trigger::DateReached { field, .. } = &automation.trigger
        && let Some(field) = index.schema.field_of(table, field)
        && index.class(field).is_some_and(|class| !class.is_day())
    {
        report.add(at.key("trigger").key("field"), ProblemKind::AutomationDateField, &field.name);
    }
    for (position, action) in automation.actions.iter().enumerate() {
        check_action(actions.index(position), index, table, action, report);
    }
}

fn check_action(at: At<'_>, index: &Index<'_>, table: &Table, action: &Action, report: &mut Report) {
    let field = |id: &FieldId| index.schema.field_of(table, id);
    match action {
        Action::SetField { field: id, value } => {
            if let Some(field) = field(id) {
                set(at.key("field"), at.key("value"), index, field, value, report);
            }
        }
        Action::SetToday { field: id } => {
            if let Some(field) = field(id)
                && !matches!(field.kind, FieldKind::Date | FieldKind::Datetime)
            {
                report.add(at.key("field"), ProblemKind::AutomationDateField, &field.name);
            }
        }
        Action::Notify { person, .. } => {
            if let Some(field) = person.as_ref().and_then(field)
                && !matches!(field.kind, FieldKind::Person { .. })
            {
                report.add(at.key("person"), ProblemKind::AutomationPersonField, &field.name);
            }
        }
        Action::CreateRow { table, cells } => {
            let Some(table) = index.table(table) else { return };
            let cells_at = at.key("cells");
            for (id, value) in cells {
                let at = cells_at.key(id.as_str());
                if let Some(field) = index.schema.field_of(table, id) {
                    set(at, at, index, field, value, report);
                }
            }
        }
        Action::Export { .. } => {}
    }
}

fn set(
    field_at: At<'_>,
    value_at: At<'_>,
    index: &Index<'_>,
    field: &Field,
    value: &CellValue,
    report: &mut Report,
) {
    if can_be_set(&field.kind) {
        check_cell(value_at, index, field, value, report);
    } else {
        report.add(field_at, ProblemKind::AutomationComputedField, &field.name);
    }
}
