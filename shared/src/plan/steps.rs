//! The steps that make what was decided, in the order in which they work.

use std::collections::BTreeMap;

use super::context::Context;
use super::decision::Decision;
use super::{Actor, ElementKind, State, Step, StepAction, conditions, fields, needs, order, rules};
use crate::blueprint::{Automation, Dashboard, Field, FieldKind, KindName, Table, View};
use crate::platform::{AutomationCase, SupportLevel};

/// The steps for what is not there yet.
pub(super) fn steps(context: &Context<'_>, decisions: &[Decision], state: &State) -> Vec<Step> {
    let known =
        decisions.iter().map(|decision| ((decision.element.kind, decision.element.id.as_str()), decision));
    let mut steps = Steps { context, decisions: known.collect(), state, made: Vec::new() };
    let blueprint = context.blueprint;
    let all_fields =
        || blueprint.tables.iter().flat_map(|table| table.fields.iter().map(move |field| (table, field)));
    blueprint.tables.iter().for_each(|table| steps.table(table));
    all_fields().for_each(|(table, field)| steps.relation(table, field));
    let tables: BTreeMap<_, _> = all_fields().map(|(table, field)| (field.id.as_str(), table)).collect();
    for field in order::computed(all_fields().map(|(_, field)| field)) {
        if let Some(table) = tables.get(field.id.as_str()) {
            steps.computed(table, field);
        }
    }
    blueprint.tables.iter().for_each(|table| steps.rows(table));
    blueprint.tables.iter().for_each(|table| steps.links(table));
    for table in &blueprint.tables {
        table.views.iter().for_each(|view| steps.view(table, view));
    }
    blueprint.automations.iter().for_each(|automation| steps.automation(automation));
    blueprint.dashboards.iter().for_each(|dashboard| steps.dashboard(dashboard));
    steps.finish()
}

struct Steps<'a> {
    context: &'a Context<'a>,
    decisions: BTreeMap<(ElementKind, &'a str), &'a Decision>,
    state: &'a State,
    made: Vec<Step>,
}

/// A step's title and its instructions.
struct Text {
    title: String,
    instructions: Vec<String>,
}

impl<'a> Steps<'a> {
    /// The system comes first, where anything is to be made in it and it is not there yet.
    fn finish(mut self) -> Vec<Step> {
        let id = self.context.blueprint.id.as_str();
        if !self.made.is_empty() && !self.is_there(id) {
            let values =
                [("name", self.context.blueprint.name.as_str()), ("term", self.context.of.terms.system)];
            let action = StepAction::CreateSystem;
            self.made.insert(
                0,
                Step {
                    id: action.as_str().to_owned(),
                    action,
                    by: Actor::App,
                    title: self.context.say("title.create_system", &values),
                    instructions: self.context.clicks(&["create_system"], &values),
                    elements: Vec::new(),
                },
            );
        }
        self.made
    }

    fn is_there(&self, id: &str) -> bool {
        self.state.mapping.contains_key(id)
    }

    /// What was decided of an element that is still to be made; nothing for the impossible and for what is there.
    fn pending(&self, kind: ElementKind, id: &str) -> Option<&'a Decision> {
        let decision = self.decisions.get(&(kind, id)).copied()?;
        (decision.support.level != SupportLevel::Impossible && !self.is_there(id)).then_some(decision)
    }

    fn pending_field(&self, field: &Field) -> Option<&'a Decision> {
        self.pending(ElementKind::Field, field.id.as_str())
    }

    /// One step for what the app does and one for what a person does, each where there is anything.
    fn add(
        &mut self,
        action: StepAction,
        of: &str,
        members: &[&'a Decision],
        text: impl Fn(&Self, &[&'a Decision]) -> Text,
    ) {
        for by in [Actor::App, Actor::Person] {
            let part: Vec<_> = members.iter().copied().filter(|member| actor(member) == by).collect();
            if part.is_empty() {
                continue;
            }
            let Text { title, instructions } = text(self, &part);
            let elements = part.iter().map(|member| member.element.clone()).collect();
            self.made.push(Step { id: step_id(action, of, by), action, by, title, instructions, elements });
        }
    }

    fn table(&mut self, table: &'a Table) {
        let plain =
            table.fields.iter().filter(|field| is_plain(field)).filter_map(|field| self.pending_field(field));
        let itself = self.pending(ElementKind::Table, table.id.as_str());
        let members: Vec<_> = itself.into_iter().chain(plain).collect();
        self.add(StepAction::CreateTable, table.id.as_str(), &members, |steps, part| {
            steps.table_text(table, part)
        });
    }

    fn table_text(&self, table: &Table, part: &[&Decision]) -> Text {
        let is_new = part.iter().any(|member| member.element.kind == ElementKind::Table);
        let action = if is_new { "create_table" } else { "add_fields" };
        let lines: Vec<_> = part.iter().filter_map(|member| self.field_line(table, member)).collect();
        let count = lines.len().to_string();
        let values = [
            ("name", table.name.as_str()),
            ("table", table.name.as_str()),
            ("term", self.context.of.terms.table),
            ("count", count.as_str()),
        ];
        let mut instructions = self.context.clicks(&[action], &values);
        instructions.extend(lines);
        Text { title: self.context.say(&format!("title.{action}"), &values), instructions }
    }

    fn field_line(&self, table: &Table, decision: &Decision) -> Option<String> {
        let is_field = decision.element.kind == ElementKind::Field;
        let field = table.fields.iter().find(|field| is_field && field.id.as_str() == decision.element.id)?;
        Some(fields::field(self.context, table, field, decision.support))
    }

    /// Both sides in one step where the platform makes them together, else a step each.
    fn relation(&mut self, table: &'a Table, field: &'a Field) {
        let FieldKind::Relation { table: other, .. } = &field.kind else { return };
        let first = self.context.first_side(&field.id);
        let together = self.context.of.inverse.together;
        if together && first.is_some() {
            return;
        }
        let second =
            self.context.second_side(&field.id).filter(|_| together).and_then(|id| self.context.field(id));
        let sides = std::iter::once(field).chain(second);
        let members: Vec<_> = sides.filter_map(|side| self.pending_field(side)).collect();
        let own: &[&str] =
            if first.is_some() { &["inverse_relation", "create_relation"] } else { &["create_relation"] };
        self.add(StepAction::CreateRelation, field.id.as_str(), &members, |steps, part| {
            let context = steps.context;
            let inverse = second.map_or("", |second| second.name.as_str());
            let values = [
                ("name", field.name.as_str()),
                ("table", table.name.as_str()),
                ("other", context.table_name(other)),
                ("native", part.first().map_or("", |member| context.native(member.support))),
                ("inverse", inverse),
            ];
            let mut instructions = context.clicks(own, &values);
            instructions.extend(fields::cardinality(context, field).filter(|_| first.is_none()));
            instructions.extend(second.and_then(|_| context.click("inverse", &values)));
            Text { title: context.say("title.create_relation", &values), instructions }
        });
    }

    fn computed(&mut self, table: &'a Table, field: &'a Field) {
        let members: Vec<_> = self.pending_field(field).into_iter().collect();
        self.add(StepAction::CreateComputedField, field.id.as_str(), &members, |steps, part| {
            let native = part.first().map_or("", |member| steps.context.native(member.support));
            let values = [("name", field.name.as_str()), ("table", table.name.as_str()), ("native", native)];
            let mut instructions = steps.context.clicks(&["create_computed_field"], &values);
            instructions.extend(fields::computation(steps.context, field));
            Text { title: steps.context.say("title.create_computed_field", &values), instructions }
        });
    }

    fn rows(&mut self, table: &'a Table) {
        let pending =
            |row: &crate::blueprint::SampleRow| self.pending(ElementKind::SampleRow, row.id.as_str());
        let members: Vec<_> = table.sample_rows.iter().filter_map(pending).collect();
        self.add(StepAction::InsertRows, table.id.as_str(), &members, |steps, part| {
            let context = steps.context;
            let count = part.len().to_string();
            let values = [("table", table.name.as_str()), ("count", &count)];
            let known: Vec<_> = table.fields.iter().filter_map(|field| steps.decision(field)).collect();
            let ids: Vec<_> = part.iter().map(|member| member.element.id.as_str()).collect();
            let rows = table.sample_rows.iter().filter(|row| ids.contains(&row.id.as_str()));
            let mut instructions = context.clicks(&["insert_rows"], &values);
            instructions.extend(rows.map(|row| fields::row(context, table, row, &known)));
            Text { title: context.say("title.insert_rows", &values), instructions }
        });
    }

    fn decision(&self, field: &Field) -> Option<&'a Decision> {
        self.decisions.get(&(ElementKind::Field, field.id.as_str())).copied()
    }

    /// Links of the rows, where any of them or their relation is new. No element comes into being by it.
    fn links(&mut self, table: &'a Table) {
        let relations: Vec<_> = table.fields.iter().filter(|field| self.holds_links(field)).collect();
        let has_links = |row: &&crate::blueprint::SampleRow| {
            relations.iter().any(|field| row.cells.get(&field.id).is_some_and(|cell| !cell.list().is_empty()))
        };
        let rows: Vec<_> = table.sample_rows.iter().filter(has_links).collect();
        let new_row = rows.iter().any(|row| !self.is_there(row.id.as_str()));
        let new_relation = relations.iter().any(|field| !self.is_there(field.id.as_str()));
        if rows.is_empty() || !(new_row || new_relation) {
            return;
        }
        let context = self.context;
        let count = rows.len().to_string();
        let values = [("table", table.name.as_str()), ("count", count.as_str())];
        let mut instructions = context.clicks(&["link_rows"], &values);
        instructions.extend(rows.iter().map(|row| fields::links(context, table, row, &relations)));
        let action = StepAction::LinkRows;
        self.made.push(Step {
            id: step_id(action, table.id.as_str(), Actor::App),
            action,
            by: Actor::App,
            title: context.say("title.link_rows", &values),
            instructions,
            elements: Vec::new(),
        });
    }

    /// Whether links are written in this field: on one side, unless the platform wants both.
    fn holds_links(&self, field: &Field) -> bool {
        let possible =
            self.decision(field).is_some_and(|known| known.support.level != SupportLevel::Impossible);
        let side = self.context.first_side(&field.id).is_none() || self.context.of.inverse.written;
        field.kind.name() == KindName::Relation && possible && side
    }

    fn view(&mut self, table: &'a Table, view: &'a View) {
        let members: Vec<_> = self.pending(ElementKind::View, view.id.as_str()).into_iter().collect();
        self.add(StepAction::CreateView, view.id.as_str(), &members, |steps, part| {
            let native = part.first().map_or("", |member| steps.context.native(member.support));
            let values = [("name", view.name.as_str()), ("table", table.name.as_str()), ("native", native)];
            let from_start = part.iter().any(|member| member.from_start);
            let action = if from_start { "default_view" } else { "create_view" };
            let mut instructions = steps.context.clicks(&[action], &values);
            instructions.extend(conditions::view(steps.context, view));
            Text { title: steps.context.say("title.create_view", &values), instructions }
        });
    }

    fn automation(&mut self, automation: &'a Automation) {
        let members: Vec<_> =
            self.pending(ElementKind::Automation, automation.id.as_str()).into_iter().collect();
        self.add(StepAction::CreateAutomation, automation.id.as_str(), &members, |steps, part| {
            let context = steps.context;
            let native = part.first().map_or("", |member| context.native(member.support));
            let table = context.table_name(&automation.table);
            let values = [("name", automation.name.as_str()), ("table", table), ("native", native)];
            let mut instructions = context.clicks(automation_clicks(automation), &values);
            instructions.extend(rules::automation(context, automation));
            Text { title: context.say("title.create_automation", &values), instructions }
        });
    }

    fn dashboard(&mut self, dashboard: &'a Dashboard) {
        let charts =
            dashboard.charts.iter().filter_map(|chart| self.pending(ElementKind::Chart, chart.id.as_str()));
        let itself = self.pending(ElementKind::Dashboard, dashboard.id.as_str());
        let members: Vec<_> = itself.into_iter().chain(charts).collect();
        self.add(StepAction::CreateDashboard, dashboard.id.as_str(), &members, |steps, part| {
            steps.dashboard_text(dashboard, part)
        });
    }

    fn dashboard_text(&self, dashboard: &Dashboard, part: &[&Decision]) -> Text {
        let context = self.context;
        let charts = dashboard.charts.iter().filter_map(|chart| {
            let is_chart = |member: &&&Decision| member.element.kind == ElementKind::Chart;
            let member =
                part.iter().filter(is_chart).find(|member| member.element.id == chart.id.as_str())?;
            Some(rules::chart(context, chart, member.support))
        });
        let lines: Vec<_> = charts.collect();
        let count = lines.len().to_string();
        let table = dashboard.charts.first().map_or("", |chart| context.table_name(&chart.table));
        let values = [
            ("name", dashboard.name.as_str()),
            ("table", table),
            ("count", &count),
            ("native", context.native(context.of.dashboards)),
        ];
        let mut instructions = context.clicks(&["create_dashboard"], &values);
        instructions.extend((!lines.is_empty()).then(|| context.click("charts", &values)).flatten());
        instructions.extend(lines);
        Text { title: context.say("title.create_dashboard", &values), instructions }
    }
}

/// Whether a field is made with its table: it reads and names nothing else.
fn is_plain(field: &Field) -> bool {
    !field.kind.is_computed() && field.kind.name() != KindName::Relation
}

/// Which clicks an automation asks for, the most special first.
fn automation_clicks(automation: &Automation) -> &'static [&'static str] {
    match needs::automation_case(automation) {
        AutomationCase::Export => &["export"],
        AutomationCase::Defaults => &["defaults", "create_automation"],
        AutomationCase::Other => &["create_automation"],
    }
}

fn actor(decision: &Decision) -> Actor {
    match decision.support.level {
        SupportLevel::Manual => Actor::Person,
        SupportLevel::Exact | SupportLevel::Adapted | SupportLevel::Impossible => Actor::App,
    }
}

fn step_id(action: StepAction, of: &str, by: Actor) -> String {
    match by {
        Actor::App => format!("{}_{of}", action.as_str()),
        Actor::Person => format!("{}_{of}_by_hand", action.as_str()),
    }
}
