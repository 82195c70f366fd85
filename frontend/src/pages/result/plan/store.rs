//! What of a plan is on show: everything, or what one looks for.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use shared::blueprint::Blueprint;
use shared::plan::{Adaptation, Element, Plan, Step};
use shared::platform::SupportLevel;

use super::super::store::System;

/// What one looks for in a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Search {
    /// Only what ends like this.
    pub outcome: Option<SupportLevel>,
    /// Only what has all of these words, in small letters.
    words: Vec<String>,
}

impl Search {
    /// Looks for what ends as `outcome` and has every word of `text`.
    pub(super) fn new(outcome: Option<SupportLevel>, text: &str) -> Self {
        Self { outcome, words: text.to_lowercase().split_whitespace().map(str::to_owned).collect() }
    }

    fn takes(&self, outcome: SupportLevel) -> bool {
        self.outcome.is_none_or(|wanted| wanted == outcome)
    }

    /// Whether `texts` together have every word.
    fn finds(&self, texts: &[&str]) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let text = texts.join("\n").to_lowercase();
        self.words.iter().all(|word| text.contains(word))
    }
}

/// A step on show.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    /// Its number in the whole plan, from 1.
    pub number: usize,
    /// The table that it is about; nothing where it is about none, or about several.
    pub table: Option<String>,
    /// The step.
    pub step: Step,
}

/// An element on show.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// The table that it is a part of.
    pub table: Option<String>,
    /// The element.
    pub element: Element,
    /// What becomes of it, where it is not exact.
    pub adaptation: Option<Adaptation>,
}

/// The steps that `search` finds, in order.
pub(super) fn rows(blueprint: &Blueprint, plan: &Plan, search: &Search) -> Vec<Row> {
    let levels = levels(plan);
    let takes = |step: &Step| {
        let level =
            |element: &Element| levels.get(element.pointer.as_str()).copied().unwrap_or(SupportLevel::Exact);
        search.outcome.is_none() || step.elements.iter().any(|element| search.takes(level(element)))
    };
    let steps = plan.steps.iter().enumerate().filter(|(_, step)| takes(step));
    let rows = steps.map(|(at, step)| Row {
        number: at + 1,
        table: step.table(blueprint).map(|table| table.name.clone()),
        step: step.clone(),
    });
    let texts = |row: &Row| {
        let table = row.table.as_deref().unwrap_or_default();
        let lines = row.step.instructions.iter().map(String::as_str);
        lines.chain([table, row.step.title.as_str()]).collect::<Vec<_>>().join("\n")
    };
    rows.filter(|row| search.finds(&[&texts(row)])).collect()
}

/// The elements that end as `outcome` and that `search` finds, in order.
pub(super) fn entries(
    blueprint: &Blueprint,
    plan: &Plan,
    outcome: SupportLevel,
    search: &Search,
) -> Vec<Entry> {
    if !search.takes(outcome) {
        return Vec::new();
    }
    let table = |element: &Element| element.table(blueprint).map(|table| table.name.clone());
    let exact =
        |element: &Element| Entry { table: table(element), element: element.clone(), adaptation: None };
    let adapted = |it: &Adaptation| Entry { adaptation: Some(it.clone()), ..exact(&it.element) };
    let all: Vec<_> = match outcome {
        SupportLevel::Exact => plan.exact.iter().map(exact).collect(),
        _ => plan.adaptations.iter().filter(|it| it.outcome == outcome).map(adapted).collect(),
    };
    let found = |entry: &Entry| {
        let table = entry.table.as_deref().unwrap_or_default();
        let (native, sentence) =
            entry.adaptation.as_ref().map_or(("", ""), |it| (it.native.as_str(), it.sentence.as_str()));
        search.finds(&[&entry.element.name, table, native, sentence])
    };
    all.into_iter().filter(found).collect()
}

fn levels(plan: &Plan) -> BTreeMap<&str, SupportLevel> {
    plan.adaptations.iter().map(|it| (it.element.pointer.as_str(), it.outcome)).collect()
}

/// What of the plan is on show. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    system: System,
    outcome: RwSignal<Option<SupportLevel>>,
    text: RwSignal<String>,
    search: Memo<Search>,
    rows: Memo<Arc<Vec<Row>>>,
    /// Whether every step shows how it is done.
    pub is_unfolded: RwSignal<bool>,
}

impl Shown {
    /// Everything of `system`'s plan.
    pub(super) fn of(system: System) -> Self {
        let (outcome, text) = (RwSignal::new(None), RwSignal::new(String::new()));
        let search = Memo::new(move |_| Search::new(outcome.get(), &text.read()));
        let rows = Memo::new(move |_| {
            let (blueprint, plan) = (system.blueprint.get(), system.plan.get());
            Arc::new(search.with(|search| rows(&blueprint, &plan, search)))
        });
        Self { system, outcome, text, search, rows, is_unfolded: RwSignal::new(false) }
    }

    /// The steps on show.
    pub(super) fn rows(self) -> Arc<Vec<Row>> {
        self.rows.get()
    }

    /// How many steps are on show, and how many there are.
    pub(super) fn counts(self) -> (usize, usize) {
        (self.rows.with(|rows| rows.len()), self.system.plan.with(|plan| plan.steps.len()))
    }

    /// The elements on show that end as `outcome`.
    pub(super) fn entries(self, outcome: SupportLevel) -> Vec<Entry> {
        let (blueprint, plan) = (self.system.blueprint.get(), self.system.plan.get());
        self.search.with(|search| entries(&blueprint, &plan, outcome, search))
    }

    /// Whether anything is looked for.
    pub(super) fn is_narrowed(self) -> bool {
        self.search.with(|search| *search != Search::default())
    }

    /// What is typed into the search.
    pub(super) fn text(self) -> Signal<String> {
        self.text.into()
    }

    /// Looks for `text`.
    pub(super) fn look_for(self, text: String) {
        self.text.set(text);
    }

    /// Whether only what ends as `outcome` is on show.
    pub(super) fn is_only(self, outcome: SupportLevel) -> bool {
        self.outcome.get() == Some(outcome)
    }

    /// Shows only what ends as `outcome`, or everything again.
    pub(super) fn toggle(self, outcome: SupportLevel) {
        self.outcome.update(|now| *now = if *now == Some(outcome) { None } else { Some(outcome) });
    }

    /// Shows everything.
    pub(super) fn clear(self) {
        self.outcome.set(None);
        self.text.set(String::new());
    }
}

#[cfg(test)]
mod tests {
    use shared::answers::{Complexity, Feature, Priority};
    use shared::design::design;
    use shared::plan::{State, Target, plan};
    use shared::platform::Platform;

    use super::super::super::outcome::OUTCOMES;
    use super::*;
    use crate::state::draft::suggested;

    fn everything(platform: Platform) -> (Blueprint, Plan) {
        let mut answers = suggested();
        answers.priorities = Priority::ALL.into();
        answers.features = Feature::ALL.into();
        answers.complexity = Complexity::Advanced;
        let blueprint = design(&answers);
        let plan = plan(&blueprint, &Target { platform }, &State::default());
        (blueprint, plan)
    }

    #[test]
    fn without_a_search_nothing_is_hidden() {
        let (blueprint, plan) = everything(Platform::Trello);
        let search = Search::default();
        assert_eq!(rows(&blueprint, &plan, &search).len(), plan.steps.len());
        let all = OUTCOMES.map(|outcome| entries(&blueprint, &plan, outcome, &search).len());
        assert_eq!(all.iter().sum::<usize>(), plan.fit().total());
    }

    #[test]
    fn an_outcome_leaves_its_elements_and_their_steps() {
        let (blueprint, plan) = everything(Platform::Trello);
        let search = Search::new(Some(SupportLevel::Manual), "");
        let manual = entries(&blueprint, &plan, SupportLevel::Manual, &search);
        assert_eq!(manual.len(), plan.fit().manual);
        assert!(entries(&blueprint, &plan, SupportLevel::Exact, &search).is_empty());
        let elements: usize =
            rows(&blueprint, &plan, &search).iter().map(|row| row.step.elements.len()).sum();
        assert!(elements >= manual.len());
    }

    #[test]
    fn words_are_found_in_any_order_and_case_and_numbers_stay() {
        let (blueprint, plan) = everything(Platform::Notion);
        let found = rows(&blueprint, &plan, &Search::new(None, "TEMPLATES view"));
        assert!(!found.is_empty() && found.len() < plan.steps.len());
        for row in &found {
            assert_eq!(plan.steps.get(row.number - 1), Some(&row.step));
        }
        assert!(rows(&blueprint, &plan, &Search::new(None, "no such words")).is_empty());
    }

    #[test]
    fn steps_name_their_table() {
        let (blueprint, plan) = everything(Platform::Notion);
        let rows = rows(&blueprint, &plan, &Search::default());
        let table = |id: &str| {
            let row = rows.iter().find(|row| row.step.elements.iter().any(|element| element.id == id));
            row.and_then(|row| row.table.clone())
        };
        assert_eq!(table("viw_sessions_search").as_deref(), Some("Sessions"));
        assert_eq!(table("tbl_projects").as_deref(), Some("Projects"));
        let links = rows.iter().find(|row| row.step.id == "link_rows_tbl_sessions").unwrap();
        assert_eq!(links.table.as_deref(), Some("Sessions"));
        assert_eq!(rows.first().and_then(|row| row.table.clone()), None);
    }
}
