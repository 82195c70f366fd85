//! The steps of a plan, those of one kind together.

use leptos::prelude::*;
use shared::plan::{Actor, Step, StepAction};

use crate::components::{Badge, Glyph, Icon};
use crate::i18n::{I18n, t};

/// The steps in their order, under a heading for each kind.
pub(super) fn show(i18n: I18n, steps: &[Step]) -> impl IntoView + use<> {
    let groups = steps.chunk_by(|one, next| group_name(one.action) == group_name(next.action));
    groups.map(|steps| group(i18n, steps)).collect_view()
}

fn group(i18n: I18n, steps: &[Step]) -> impl IntoView + use<> {
    let kind = steps.first().map_or("tables", |step| group_name(step.action));
    let name = i18n.text(&format!("plan.group.{kind}"));
    let title = i18n.fill("plan.group", &[("name", &name), ("count", &steps.len().to_string())]);
    view! {
        <h3>{title}</h3>
        <ol>{steps.iter().map(step).collect_view()}</ol>
    }
}

fn step(step: &Step) -> impl IntoView + use<> {
    let by_hand = (step.by == Actor::Person).then(|| view! { <Badge text=t!("plan.by_hand") tone="amber"/> });
    let instructions = step.instructions.iter().cloned().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <li>
            <details class="step-details">
                <summary>
                    <span>{step.title.clone()}</span>
                    {by_hand}
                    <Icon glyph=Glyph::ChevronDown/>
                </summary>
                <ol class="instructions">{instructions}</ol>
            </details>
        </li>
    }
}

/// What steps of this kind are called together, in the words.
fn group_name(action: StepAction) -> &'static str {
    match action {
        StepAction::CreateSystem | StepAction::CreateTable => "tables",
        StepAction::CreateRelation => "relations",
        StepAction::CreateComputedField => "computed_fields",
        StepAction::InsertRows | StepAction::LinkRows => "rows",
        StepAction::CreateView => "views",
        StepAction::CreateAutomation => "automations",
        StepAction::CreateDashboard => "dashboards",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use shared::answers::{Complexity, Feature, Priority};
    use shared::design::design;
    use shared::plan::{State, Target, plan};
    use shared::platform::Platform;

    use super::*;
    use crate::i18n::is_known;
    use crate::state::draft::suggested;

    #[test]
    fn every_kind_of_step_has_one_heading_in_words() {
        let mut answers = suggested();
        answers.priorities = Priority::ALL.into();
        answers.features = Feature::ALL.into();
        answers.complexity = Complexity::Advanced;
        for platform in Platform::ALL {
            let steps = plan(&design(&answers), &Target { platform }, &State::default()).steps;
            let mut seen = BTreeSet::new();
            for steps in steps.chunk_by(|one, next| group_name(one.action) == group_name(next.action)) {
                let name = group_name(steps.first().unwrap().action);
                assert!(seen.insert(name), "{name} stands in one place on {platform}");
                assert!(is_known(&format!("plan.group.{name}")));
            }
        }
    }
}
