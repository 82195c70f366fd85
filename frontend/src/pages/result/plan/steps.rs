//! The steps of a plan, those of one kind together.

use leptos::prelude::*;
use shared::plan::{Actor, StepAction};

use super::store::{Row, Shown};
use crate::components::{Badge, Glyph, Icon};
use crate::i18n::{I18n, t, use_i18n};

/// The steps on show in their order, under a heading for each kind that stays in sight.
#[component]
pub(super) fn Steps(
    /// What of the plan is on show.
    shown: Shown,
) -> impl IntoView {
    let i18n = use_i18n();
    let title = move || i18n.count("plan.steps", shown.counts().1);
    let groups = move || {
        let rows = shown.rows();
        let groups = rows.chunk_by(|one, next| group_name(one.step.action) == group_name(next.step.action));
        let nothing = rows.is_empty().then(|| view! { <p class="empty">{t!("plan.nothing_found")}</p> });
        view! {
            {nothing}
            {groups.map(|rows| group(i18n, rows, shown.is_unfolded)).collect_view()}
        }
    };
    view! {
        <section class="plan-steps" aria-labelledby="steps-title">
            <h2 id="steps-title">{title}</h2>
            {groups}
        </section>
    }
}

fn group(i18n: I18n, rows: &[Row], is_unfolded: RwSignal<bool>) -> impl IntoView + use<> {
    let kind = rows.first().map_or("tables", |row| group_name(row.step.action));
    let name = i18n.text(&format!("plan.group.{kind}"));
    let title = i18n.fill("plan.group", &[("name", &name), ("count", &rows.len().to_string())]);
    view! {
        <h3>{title}</h3>
        <ol>{rows.iter().cloned().map(|row| step(row, is_unfolded)).collect_view()}</ol>
    }
}

fn step(Row { number, table, step }: Row, is_unfolded: RwSignal<bool>) -> impl IntoView {
    let by_hand = (step.by == Actor::Person).then(|| view! { <Badge text=t!("plan.by_hand") tone="amber"/> });
    let table = table.map(|table| view! { <span class="step-table">{table}</span> });
    let instructions = step.instructions.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <li value=number.to_string()>
            <details class="step-details" open=move || is_unfolded.get()>
                <summary>
                    <span class="step-number">{number}</span>
                    <span class="step-title">{step.title}</span>
                    {table}
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
