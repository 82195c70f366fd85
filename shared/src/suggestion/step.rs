//! What a change of answers brings to a blueprint that was edited since.

use crate::advice::{Change, Effect, Element, ElementKind as Kind, Pick, apply as changed, between, effect};
use crate::answers::{Answers, Complexity};
use crate::blueprint::{Blueprint, Cause, Reason};
use crate::design::design;
use crate::operation::intention::{beside, free_name, remove};
use crate::operation::{
    AutomationProperty, BlueprintProperty, ChartProperty, DashboardProperty, ElementId, FieldProperty,
    Operation, TableProperty, ViewProperty, apply, apply_all, merge,
};

/// What was designed, and what the person made of it.
pub(super) struct Sides<'a> {
    designed: Blueprint,
    ours: &'a Blueprint,
}

/// What is done, and what comes of it.
pub(super) struct Step {
    pub effect: Effect,
    pub operations: Vec<Operation>,
}

/// `asked` with `pick`. Where that would take the room of a table that is there, more structure is asked for as well:
/// who asks for something more does not ask for less.
pub(super) fn with_room(asked: &Answers, pick: Pick) -> Answers {
    let take = [Change::Take(pick)];
    let takes_a_table =
        |changes: &[Change]| effect(asked, changes).removed.iter().any(|it| it.kind == Kind::Table);
    let grown = Complexity::ALL.into_iter().filter(|it| *it > asked.complexity);
    let grown = grown.map(|complexity| [take[0], Change::Take(Pick::Complexity(complexity))]);
    if matches!(pick, Pick::Complexity(_)) || !takes_a_table(&take) {
        return changed(asked, &take);
    }
    let fits = grown.into_iter().find(|changes| !takes_a_table(changes));
    fits.map_or_else(|| changed(asked, &take), |changes| changed(asked, &changes))
}

impl<'a> Sides<'a> {
    pub(super) fn new(asked: &Answers, ours: &'a Blueprint) -> Self {
        Self { designed: design(asked), ours }
    }

    /// What makes of ours what `answers` ask for, which have `pick`; nothing where nobody would notice.
    pub(super) fn step(&self, pick: Pick, answers: &Answers) -> Option<Step> {
        let mut theirs = design(answers);
        theirs.id = self.designed.id.clone();
        let merged = merge(&self.base(pick, &theirs), self.ours, &theirs);
        let (mut work, mut operations) = (merged.blueprint, merged.operations);
        let mut does = |work: &mut Blueprint, operation: Operation| {
            if apply(work, operation.clone()).is_ok() {
                operations.push(operation);
            }
        };
        for rename in renames(&work, &between(self.ours, &work)) {
            does(&mut work, rename);
        }
        // Which answers the blueprint stands for is known by its reason, whoever wrote the one before.
        if work.reason != theirs.reason {
            does(&mut work, Operation::EditBlueprint { set: BlueprintProperty::Reason(theirs.reason) });
        }
        let effect = between(self.ours, &work);
        operations.iter().any(is_felt).then_some(Step { effect, operations })
    }

    /// The design without what the person took out of it and asks for by `pick`: so it counts as new.
    fn base(&self, pick: Pick, theirs: &Blueprint) -> Blueprint {
        let mut base = self.designed.clone();
        let Some(cause) = cause(pick) else { return base };
        let is_asked =
            |reason: &Option<Reason>| reason.as_ref().is_some_and(|it| it.asked_by.contains(&cause));
        let asked = with_reasons(theirs).into_iter().filter(|(_, reason)| is_asked(reason));
        for (element, _) in asked.filter(|(element, _)| !element.is_in(self.ours)) {
            if let Ok(operations) = remove(&base, &element) {
                // Of what cannot be taken out, nothing is: it stays as the person left it.
                drop(apply_all(&mut base, operations));
            }
        }
        base
    }
}

/// The answer that an option is, as reasons name it.
fn cause(pick: Pick) -> Option<Cause> {
    match pick {
        Pick::Feature(feature) => Some(Cause::Feature(feature)),
        Pick::Priority(priority) => Some(Cause::Priority(priority)),
        Pick::Complexity(complexity) => Some(Cause::Complexity(complexity)),
        Pick::TeamSize(size) => Some(Cause::TeamSize(size)),
        Pick::Platform(_) => None,
    }
}

/// Every element that says why it is there.
fn with_reasons(blueprint: &Blueprint) -> Vec<(ElementId, &Option<Reason>)> {
    let mut all = Vec::new();
    for table in &blueprint.tables {
        all.push((ElementId::Table(table.id.clone()), &table.reason));
        all.extend(table.fields.iter().map(|it| (ElementId::Field(it.id.clone()), &it.reason)));
        all.extend(table.views.iter().map(|it| (ElementId::View(it.id.clone()), &it.reason)));
    }
    all.extend(blueprint.automations.iter().map(|it| (ElementId::Automation(it.id.clone()), &it.reason)));
    for dashboard in &blueprint.dashboards {
        all.push((ElementId::Dashboard(dashboard.id.clone()), &dashboard.reason));
        all.extend(dashboard.charts.iter().map(|it| (ElementId::Chart(it.id.clone()), &it.reason)));
    }
    all
}

/// Names of what comes that something beside it has already: a person's own things keep theirs.
fn renames(work: &Blueprint, effect: &Effect) -> Vec<Operation> {
    let rename = |element: &Element| {
        let id = match element.kind {
            Kind::Table => ElementId::Table(element.id.as_str().into()),
            Kind::Field => ElementId::Field(element.id.as_str().into()),
            Kind::View => ElementId::View(element.id.as_str().into()),
            Kind::Automation => ElementId::Automation(element.id.as_str().into()),
            Kind::Dashboard => ElementId::Dashboard(element.id.as_str().into()),
        };
        let free = free_name(&element.name, &beside(work, &id)?, work.settings.language);
        (free != element.name).then(|| Operation::rename(&id, free)).flatten()
    };
    effect.added.iter().filter_map(rename).collect()
}

/// Whether anybody would notice: reasons alone are no change.
fn is_felt(operation: &Operation) -> bool {
    !matches!(
        operation,
        Operation::EditBlueprint { set: BlueprintProperty::Reason(_) }
            | Operation::EditTable { set: TableProperty::Reason(_), .. }
            | Operation::EditField { set: FieldProperty::Reason(_), .. }
            | Operation::EditView { set: ViewProperty::Reason(_), .. }
            | Operation::EditAutomation { set: AutomationProperty::Reason(_), .. }
            | Operation::EditDashboard { set: DashboardProperty::Reason(_), .. }
            | Operation::EditChart { set: ChartProperty::Reason(_), .. }
    )
}
