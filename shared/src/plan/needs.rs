//! Which fields a view, an automation or a chart cannot do without.

use super::decision::Fields;
use crate::blueprint::{Action, Automation, Chart, FieldId, Filter, Trigger, View, ViewKind};
use crate::platform::{AutomationCase, Place, SupportLevel};

/// The field that rows cannot be laid out by, though the view asks for it.
pub(super) fn missing_for_layout<'a>(fields: &Fields<'_>, view: &'a View) -> Option<&'a FieldId> {
    let needed: Vec<&FieldId> = match &view.kind {
        ViewKind::Board { by } => vec![by],
        ViewKind::Calendar { date } => vec![date],
        ViewKind::Timeline { start, end } => std::iter::once(start).chain(end).collect(),
        ViewKind::Grid | ViewKind::Gallery | ViewKind::List => Vec::new(),
    };
    needed.into_iter().chain(&view.group).find(|field| unfit(fields, field))
}

/// Fields of a view's conditions that cannot be filtered by.
pub(super) fn unfit_conditions<'a>(fields: &Fields<'_>, view: &'a View) -> impl Iterator<Item = &'a FieldId> {
    conditions(view.filter.as_ref()).filter(|field| unfit(fields, field))
}

/// The field that an automation cannot do without: its trigger, a condition, or all that it would set.
pub(super) fn missing_for_automation<'a>(
    fields: &Fields<'_>,
    automation: &'a Automation,
) -> Option<&'a FieldId> {
    let trigger = match &automation.trigger {
        Trigger::FieldChanged { field } | Trigger::DateReached { field, .. } => Some(field),
        Trigger::RowCreated | Trigger::Schedule { .. } => None,
    };
    let asked = trigger.into_iter().chain(conditions(automation.filter.as_ref()));
    asked
        .into_iter()
        .find(|field| unfit(fields, field))
        .or_else(|| missing_for_actions(fields, &automation.actions))
}

fn missing_for_actions<'a>(fields: &Fields<'_>, actions: &'a [Action]) -> Option<&'a FieldId> {
    let set: Vec<_> = actions.iter().map(sets).collect();
    let hopeless = set.iter().all(|field| field.is_some_and(|field| unfit(fields, field)));
    set.into_iter().flatten().next().filter(|_| hopeless)
}

fn sets(action: &Action) -> Option<&FieldId> {
    match action {
        Action::SetField { field, .. } | Action::SetToday { field } => Some(field),
        Action::Notify { .. } | Action::CreateRow { .. } | Action::Export { .. } => None,
    }
}

/// The field that a chart cannot be drawn without.
pub(super) fn missing_for_chart<'a>(fields: &Fields<'_>, chart: &'a Chart) -> Option<&'a FieldId> {
    let axes = chart.x.iter().chain(&chart.y).map(|axis| &axis.field);
    let filters = conditions(chart.filter.as_ref()).chain(conditions(chart.measure.of.as_ref()));
    axes.chain(&chart.measure.field).chain(filters).find(|field| unfit(fields, field))
}

/// Which of the particular automations this is.
pub(super) fn automation_case(automation: &Automation) -> AutomationCase {
    let exports = automation.actions.iter().any(|action| matches!(action, Action::Export { .. }));
    let sets_only = automation.actions.iter().all(|action| sets(action).is_some());
    match automation.trigger {
        _ if exports => AutomationCase::Export,
        Trigger::RowCreated if sets_only && automation.filter.is_none() => AutomationCase::Defaults,
        _ => AutomationCase::Other,
    }
}

fn conditions(filter: Option<&Filter>) -> impl Iterator<Item = &FieldId> {
    filter.into_iter().flat_map(|filter| &filter.conditions).map(|condition| &condition.field)
}

/// Whether a field is no field over there: left out, or part of a text. One that nobody knows is no obstacle.
fn unfit(fields: &Fields<'_>, field: &FieldId) -> bool {
    let fits = |place, level| place != Place::Text && level != SupportLevel::Impossible;
    fields.get(field).is_some_and(|support| !fits(support.place, support.level))
}
