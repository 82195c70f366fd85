//! What can be found: actions, elements, platforms.

use leptos::prelude::*;
use shared::blueprint::{Blueprint, Table};
use shared::operation::{ElementId, ElementKind};
use shared::platform::Platform;

use super::find::fold;
use crate::components::Glyph;
use crate::i18n::I18n;
use crate::pages::builder::actions::Action;
use crate::pages::builder::edits::called;
use crate::pages::builder::ids;
use crate::pages::builder::outline::view_glyph;
use crate::pages::builder::store::Workbench;
use crate::pages::result::fields::glyph as field_glyph;
use crate::pages::wizard::platform_name;

/// What is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// Does something.
    Do(Action),
    /// Goes to an element.
    Go(ElementId),
    /// Chooses where the system is to live.
    Live(Platform),
}

impl Choice {
    /// It as text, to be remembered.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Do(action) => format!("do:{}", action.as_str()),
            Self::Go(element) => ids::write(element),
            Self::Live(platform) => format!("live:{}", platform.as_str()),
        }
    }
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Candidate {
    /// What is chosen with it.
    pub choice: Choice,
    /// What it is called.
    pub name: String,
    /// The name as it is compared.
    pub folded: String,
    /// Its shape.
    pub glyph: Glyph,
}

impl Candidate {
    fn new(choice: Choice, name: String, glyph: Glyph) -> Self {
        Self { choice, folded: fold(&name), name, glyph }
    }
}

/// Everything that can be found now: what was chosen last comes first.
pub(super) fn candidates(bench: Workbench, i18n: I18n) -> Vec<Candidate> {
    untrack(|| {
        let possible = Action::ALL
            .into_iter()
            .filter(|action| *action != Action::OpenPalette && action.is_possible(bench));
        let mut all: Vec<_> = possible
            .map(|action| Candidate::new(Choice::Do(action), action.name(i18n), action.glyph()))
            .collect();
        bench.blueprint.with(|blueprint| Elements { blueprint, i18n, all: &mut all }.gather());
        let others = Platform::ALL.into_iter().filter(|platform| *platform != bench.platform.get());
        all.extend(others.map(|platform| {
            let name = platform_name(i18n, platform);
            let name = i18n.fill("builder.palette.platform", &[("platform", &name)]);
            Candidate::new(Choice::Live(platform), name, Glyph::Plug)
        }));
        let recent = bench.session.with(|session| session.recent.clone());
        recent_first(all, &recent)
    })
}

/// The same with those in front whose keys are in `recent`, in that order.
fn recent_first(mut all: Vec<Candidate>, recent: &[String]) -> Vec<Candidate> {
    if !recent.is_empty() {
        let place = |candidate: &Candidate| {
            let key = candidate.choice.key();
            recent.iter().position(|it| *it == key).unwrap_or(recent.len())
        };
        all.sort_by_cached_key(place);
    }
    all
}

struct Elements<'a> {
    blueprint: &'a Blueprint,
    i18n: I18n,
    all: &'a mut Vec<Candidate>,
}

impl Elements<'_> {
    fn gather(mut self) {
        let blueprint = self.blueprint;
        self.add(ElementId::Blueprint, &blueprint.name, None, Glyph::Workflow);
        for table in &blueprint.tables {
            let glyph = Glyph::named(&table.icon).unwrap_or(Glyph::Table);
            self.add(ElementId::Table(table.id.clone()), &table.name, None, glyph);
        }
        blueprint.tables.iter().for_each(|table| self.table(table));
        for automation in &blueprint.automations {
            self.add(ElementId::Automation(automation.id.clone()), &automation.name, None, Glyph::Zap);
        }
        for dashboard in &blueprint.dashboards {
            let glyph = Glyph::ChartColumn;
            self.add(ElementId::Dashboard(dashboard.id.clone()), &dashboard.name, None, glyph);
            for chart in &dashboard.charts {
                let id = ElementId::Chart(chart.id.clone());
                self.add(id, &chart.name, Some(&dashboard.name), glyph);
            }
        }
    }

    fn table(&mut self, table: &Table) {
        for field in &table.fields {
            let id = ElementId::Field(field.id.clone());
            self.add(id, &field.name, Some(&table.name), field_glyph(&field.kind));
        }
        for view in &table.views {
            self.add(ElementId::View(view.id.clone()), &view.name, Some(&table.name), view_glyph(&view.kind));
        }
        for field in &table.fields {
            for option in field.kind.options() {
                let id = ElementId::Option(option.id.clone());
                self.add(id, &option.name, Some(&field.name), Glyph::CircleDot);
            }
        }
        for row in &table.sample_rows {
            self.add(ElementId::Row(row.id.clone()), table.label(row), Some(&table.name), Glyph::Rows3);
        }
    }

    fn add(&mut self, id: ElementId, name: &str, of: Option<&str>, glyph: Glyph) {
        let name = called(self.i18n, name.to_owned());
        let name = of.map_or_else(|| name.clone(), |of| format!("{name} · {of}"));
        self.all.push(Candidate::new(Choice::Go(id), name, glyph));
    }
}

/// What sort of thing is chosen: the key of its word.
pub(super) fn sort(choice: &Choice) -> Option<&'static str> {
    let Choice::Go(element) = choice else { return None };
    Some(match element.kind() {
        ElementKind::Blueprint => "builder.palette.kind.blueprint",
        ElementKind::Table => "builder.palette.kind.table",
        ElementKind::Field => "builder.palette.kind.field",
        ElementKind::Option => "builder.palette.kind.option",
        ElementKind::View => "builder.palette.kind.view",
        ElementKind::Row => "builder.palette.kind.row",
        ElementKind::Automation => "builder.palette.kind.automation",
        ElementKind::Dashboard => "builder.palette.kind.dashboard",
        ElementKind::Chart => "builder.palette.kind.chart",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::is_known;

    fn candidate(action: Action) -> Candidate {
        Candidate::new(Choice::Do(action), action.as_str().to_owned(), action.glyph())
    }

    #[test]
    fn what_was_chosen_last_comes_first() {
        let all = [Action::AddTable, Action::AddField, Action::Rename].map(candidate).to_vec();
        let recent = ["do:rename".to_owned(), "field:gone".to_owned(), "do:add_field".to_owned()];
        let names = |all: Vec<Candidate>| all.into_iter().map(|it| it.name).collect::<Vec<_>>();
        assert_eq!(names(recent_first(all.clone(), &recent)), ["rename", "add_field", "add_table"]);
        assert_eq!(names(recent_first(all, &[])), ["add_table", "add_field", "rename"]);
    }

    #[test]
    fn every_sort_has_its_word() {
        for element in ids::one_of_each() {
            assert!(sort(&Choice::Go(element)).is_some_and(is_known));
        }
    }
}
