//! What becomes of every element on the platform.

use std::collections::BTreeMap;

use super::context::Context;
use super::{Element, ElementKind, limits, needs};
use crate::api::pointer::join;
use crate::blueprint::{
    Automation, Chart, Dashboard, Field, FieldId, FieldKind, KindName, SampleRow, Table, View, ViewKind,
};
use crate::platform::{Place, Support, SupportLevel, ViewName};

/// What becomes of one element.
#[derive(Clone, Debug)]
pub(super) struct Decision {
    pub(super) element: Element,
    pub(super) support: Support,
    /// What happens instead; empty for exact.
    pub(super) sentence: String,
    /// Whether the platform makes it by itself.
    pub(super) from_start: bool,
}

/// What becomes of every element, in the order of the document.
pub(super) fn decide(context: &Context<'_>) -> Vec<Decision> {
    let tables = &context.blueprint.tables;
    let decider = Decider { context, fields: field_supports(context) };
    let mut decisions = Vec::new();
    for (position, table) in tables.iter().enumerate() {
        decider.table(&join("#/tables", position), table, &mut decisions);
    }
    for (position, automation) in context.blueprint.automations.iter().enumerate() {
        decisions.push(decider.automation(join("#/automations", position), automation));
    }
    for (position, dashboard) in context.blueprint.dashboards.iter().enumerate() {
        decider.dashboard(&join("#/dashboards", position), dashboard, &mut decisions);
    }
    decisions
}

/// What becomes of each field.
pub(super) fn field_supports<'a>(context: &Context<'a>) -> Fields<'a> {
    context.blueprint.tables.iter().flat_map(|table| table_fields(context, table)).collect()
}

pub(super) type Fields<'a> = BTreeMap<&'a FieldId, Support>;

struct Decider<'a> {
    context: &'a Context<'a>,
    fields: Fields<'a>,
}

/// A support with the sentences that explain it.
struct Verdict {
    support: Support,
    sentences: Vec<String>,
    from_start: bool,
}

impl Decider<'_> {
    fn table(&self, pointer: &str, table: &Table, decisions: &mut Vec<Decision>) {
        let mut verdict = self.verdict(self.context.of.tables, &table.name, table);
        verdict.limited(limits::table(self.context, table));
        let element = element(ElementKind::Table, table.id.as_str(), pointer.to_owned(), &table.name);
        decisions.push(verdict.of(element));
        let place = |list: &str, position: usize| join(&join(pointer, list), position);
        for (position, field) in table.fields.iter().enumerate() {
            decisions.push(self.field(place("fields", position), table, field));
        }
        for (position, view) in table.views.iter().enumerate() {
            decisions.push(self.view(place("views", position), table, view));
        }
        for (position, row) in table.sample_rows.iter().enumerate() {
            decisions.push(self.row(place("sample_rows", position), table, row));
        }
    }

    fn field(&self, pointer: String, table: &Table, field: &Field) -> Decision {
        let support = self.fields.get(&field.id).copied().unwrap_or(self.context.of.field(field.kind.name()));
        let mut verdict = self.verdict(support, &field.name, table);
        if support.level != SupportLevel::Impossible {
            verdict.limited(limits::field(self.context, field));
        }
        verdict.of(element(ElementKind::Field, field.id.as_str(), pointer, &field.name))
    }

    fn view(&self, pointer: String, table: &Table, view: &View) -> Decision {
        let element = element(ElementKind::View, view.id.as_str(), pointer, &view.name);
        if let Some(missing) = needs::missing_for_layout(&self.fields, view) {
            return self.without(element, table, "impossible.view_without_field", missing);
        }
        let of = self.context.of;
        if let Some(support) = self.default_view(table, view) {
            let mut verdict = self.verdict(support, &view.name, table);
            verdict.from_start = true;
            return verdict.of(element);
        }
        let mut verdict = self.verdict(of.view(ViewName::from(&view.kind)), &view.name, table);
        let left_out: Vec<_> = needs::unfit_conditions(&self.fields, view).collect();
        if let Some(filter) = &view.filter {
            if let Some(field) = left_out.first().filter(|_| left_out.len() == filter.conditions.len()) {
                return self.without(element, table, "impossible.without_field", field);
            }
            verdict.joined(self.verdict(of.filters, &view.name, table));
        }
        if view.group.is_some() {
            verdict.joined(self.verdict(of.groups, &view.name, table));
        }
        if verdict.support.level != SupportLevel::Impossible {
            verdict.limited(left_out.iter().map(|field| self.condition_left_out(view, field)).collect());
        }
        verdict.of(element)
    }

    /// The view that a table has anyway, where this one asks for nothing more.
    fn default_view(&self, table: &Table, view: &View) -> Option<Support> {
        let kind = ViewName::from(&view.kind);
        let first = table.views.iter().find(|other| ViewName::from(&other.kind) == kind)?;
        let orders = self.context.of.view(kind).level == SupportLevel::Exact;
        let plain = view.filter.is_none() && view.group.is_none() && (view.sorts.is_empty() || orders);
        let by_own_field = match &view.kind {
            ViewKind::Board { by } => board_field(self.context, table) == Some(by),
            _ => true,
        };
        (first.id == view.id && plain && by_own_field).then(|| self.context.of.default_view(kind)).flatten()
    }

    fn condition_left_out(&self, view: &View, field: &FieldId) -> String {
        let values = [("name", view.name.as_str()), ("field", self.context.name_of(field))];
        self.context.say("adapt.condition_left_out", &values)
    }

    fn row(&self, pointer: String, table: &Table, row: &SampleRow) -> Decision {
        let name = table.label(row);
        let mut verdict = self.verdict(self.context.of.rows, name, table);
        verdict.limited(limits::row(self.context, name));
        verdict.of(element(ElementKind::SampleRow, row.id.as_str(), pointer, name))
    }

    fn automation(&self, pointer: String, automation: &Automation) -> Decision {
        let element = element(ElementKind::Automation, automation.id.as_str(), pointer, &automation.name);
        let support = self.context.of.automation(needs::automation_case(automation));
        let table = self.context.table(&automation.table);
        let missing = needs::missing_for_automation(&self.fields, automation);
        match (table, missing) {
            (Some(table), Some(missing)) if support.level != SupportLevel::Impossible => {
                self.without(element, table, "impossible.without_field", missing)
            }
            (table, _) => self.verdict_in(support, &automation.name, table).of(element),
        }
    }

    fn dashboard(&self, pointer: &str, dashboard: &Dashboard, decisions: &mut Vec<Decision>) {
        let charts: Vec<_> = dashboard
            .charts
            .iter()
            .enumerate()
            .map(|(position, chart)| self.chart(join(&join(pointer, "charts"), position), chart))
            .collect();
        let empty = charts.iter().all(|chart| chart.support.level == SupportLevel::Impossible);
        let of = self.context.of.dashboards;
        let support = if empty {
            Support { level: SupportLevel::Impossible, native: "", note: "impossible.empty_dashboard", ..of }
        } else {
            of
        };
        let element =
            element(ElementKind::Dashboard, dashboard.id.as_str(), pointer.to_owned(), &dashboard.name);
        decisions.push(self.verdict_in(support, &dashboard.name, None).of(element));
        decisions.extend(charts);
    }

    fn chart(&self, pointer: String, chart: &Chart) -> Decision {
        let element = element(ElementKind::Chart, chart.id.as_str(), pointer, &chart.name);
        let support = self.context.of.chart(chart.kind);
        let table = self.context.table(&chart.table);
        match (table, needs::missing_for_chart(&self.fields, chart)) {
            (Some(table), Some(missing)) if support.level != SupportLevel::Impossible => {
                self.without(element, table, "impossible.without_field", missing)
            }
            (table, _) => self.verdict_in(support, &chart.name, table).of(element),
        }
    }

    fn verdict(&self, support: Support, name: &str, table: &Table) -> Verdict {
        self.verdict_in(support, name, Some(table))
    }

    fn verdict_in(&self, support: Support, name: &str, table: Option<&Table>) -> Verdict {
        let limit = self.context.of.limits.fields.map(|fields| fields.to_string()).unwrap_or_default();
        let values = [
            ("name", name),
            ("native", self.context.native(support)),
            ("table", table.map_or("", |table| &table.name)),
            ("limit", &limit),
        ];
        let noted = !support.note.is_empty();
        let sentences = noted.then(|| self.context.say(support.note, &values)).into_iter().collect();
        Verdict { support, sentences, from_start: false }
    }

    fn without(&self, element: Element, table: &Table, note: &'static str, field: &FieldId) -> Decision {
        let values =
            [("name", element.name.as_str()), ("field", self.context.name_of(field)), ("table", &table.name)];
        let sentence = self.context.say(note, &values);
        let support = Support { level: SupportLevel::Impossible, native: "", note, place: Place::Own };
        Decision { element, support, sentence, from_start: false }
    }
}

impl Verdict {
    /// The worse of both; where both adapt, both are said.
    fn joined(&mut self, other: Self) {
        if other.support.level > self.support.level {
            *self = other;
        } else if other.support.level == self.support.level && other.sentences != self.sentences {
            self.sentences.extend(other.sentences);
        }
    }

    /// Adds what a limit changes.
    fn limited(&mut self, sentences: Vec<String>) {
        if self.support.level == SupportLevel::Exact && !sentences.is_empty() {
            self.support.level = SupportLevel::Adapted;
        }
        self.sentences.extend(sentences);
    }

    fn of(self, element: Element) -> Decision {
        Decision {
            element,
            support: self.support,
            sentence: self.sentences.join(" "),
            from_start: self.from_start,
        }
    }
}

fn element(kind: ElementKind, id: &str, pointer: String, name: &str) -> Element {
    Element { kind, id: id.to_owned(), pointer, name: name.to_owned() }
}

/// What becomes of each field of a table.
fn table_fields<'a>(context: &Context<'a>, table: &'a Table) -> Vec<(&'a FieldId, Support)> {
    let limit = context.of.limits.fields.map_or(usize::MAX, |limit| limit as usize);
    let mut own_fields = 0;
    let decide = |field: &'a Field| {
        let support = undated(context, field, field_support(context, table, field));
        if support.place == Place::Own && support.level != SupportLevel::Impossible {
            own_fields += 1;
            if own_fields > limit {
                return (&field.id, context.of.overflow);
            }
        }
        (&field.id, support)
    };
    table.fields.iter().map(decide).collect()
}

fn field_support(context: &Context<'_>, table: &Table, field: &Field) -> Support {
    let of = context.of;
    let kind = field.kind.name();
    let board = of.board_field.filter(|_| board_field(context, table) == Some(&field.id));
    let second = context.first_side(&field.id).map(|_| of.inverse.support);
    let first = || of.first(kind).filter(|_| leading(table, kind) == Some(&field.id));
    board.or(second).or_else(first).unwrap_or_else(|| of.field(kind))
}

/// The select that the table's first board groups by, where the platform keeps that one specially.
pub(super) fn board_field<'a>(context: &Context<'_>, table: &'a Table) -> Option<&'a FieldId> {
    context.of.board_field?;
    let by = table.views.iter().find_map(|view| match &view.kind {
        ViewKind::Board { by } => Some(by),
        _ => None,
    })?;
    table.field(by).filter(|field| field.kind.name() == KindName::Select).map(|field| &field.id)
}

/// The field of a kind that stands for the row: for dates the end of a timeline, for people one who is alone in it,
/// else the first of its kind.
fn leading(table: &Table, kind: KindName) -> Option<&FieldId> {
    let end = table.views.iter().find_map(|view| match &view.kind {
        ViewKind::Timeline { end: Some(end), .. } => table.field(end),
        _ => None,
    });
    let of_kind = |field: &&Field| field.kind.name() == kind;
    let alone = |field: &&Field| of_kind(field) && matches!(field.kind, FieldKind::Person { many: false });
    let fields = || table.fields.iter();
    let leading = end.filter(of_kind).or_else(|| fields().find(alone)).or_else(|| fields().find(of_kind));
    leading.map(|field| &field.id)
}

/// A year in the prefix of an id cannot follow the calendar where the platform's prefix is fixed.
fn undated(context: &Context<'_>, field: &Field, support: Support) -> Support {
    let dated = matches!(&field.kind, FieldKind::AutoId { prefix } if prefix.contains("{year}"));
    if dated && !context.of.dated_ids && support.level == SupportLevel::Exact {
        return Support { level: SupportLevel::Adapted, note: "adapt.prefix_without_year", ..support };
    }
    support
}
