//! Whether the document holds together: ids, references, sizes.

use std::collections::HashSet;

use super::index::Index;
use super::report::{At, Report};
use super::{ProblemKind, positions, sizes};
use crate::blueprint::{
    Action, Automation, CellValue, Cells, Chart, Dashboard, Field, FieldId, FieldKind, Filter, ID_MAX,
    SCHEMA_VERSION, Table, TableId, Trigger, View, ViewKind, is_id,
};

/// Reports everything that keeps the document from holding together.
pub(super) fn check(index: &Index<'_>, report: &mut Report) {
    let root = At::ROOT;
    let blueprint = index.blueprint;
    if blueprint.schema_version != SCHEMA_VERSION {
        let max = SCHEMA_VERSION.to_string();
        let version = blueprint.schema_version.to_string();
        report.add_with(root.key("schema_version"), ProblemKind::SchemaVersion, &version, &[("max", &max)]);
    }
    id_form(root.key("id"), blueprint.id.as_str(), report);
    sizes::check(blueprint, report);
    let mut references = References { index, report, ids: HashSet::new() };
    let (tables, automations) = (root.key("tables"), root.key("automations"));
    for (position, table) in blueprint.tables.iter().enumerate() {
        references.table(tables.index(position), table);
    }
    for (position, automation) in blueprint.automations.iter().enumerate() {
        references.automation(automations.index(position), automation);
    }
    let dashboards = root.key("dashboards");
    for (position, dashboard) in blueprint.dashboards.iter().enumerate() {
        references.dashboard(dashboards.index(position), dashboard);
    }
    positions::check(blueprint, &references.ids, references.report);
}

fn id_form(at: At<'_>, id: &str, report: &mut Report) {
    if !is_id(id) {
        report.add_with(at, ProblemKind::IdForm, id, &[("max", &ID_MAX.to_string())]);
    }
}

struct References<'r, 'a> {
    index: &'r Index<'a>,
    report: &'r mut Report,
    /// Ids seen so far, of whatever kind: mappings to platforms know elements by their id alone.
    ids: HashSet<&'r str>,
}

impl<'r, 'a: 'r> References<'r, 'a> {
    fn id(&mut self, at: At<'_>, id: &'r str) {
        let at = at.key("id");
        id_form(at, id, self.report);
        if !self.ids.insert(id) {
            self.report.add(at, ProblemKind::DuplicateId, id);
        }
    }

    fn table(&mut self, at: At<'_>, table: &'r Table) {
        self.id(at, table.id.as_str());
        self.titles(at, table);
        let fields = at.key("fields");
        for (position, field) in table.fields.iter().enumerate() {
            self.field(fields.index(position), table, field);
        }
        let views = at.key("views");
        for (position, view) in table.views.iter().enumerate() {
            self.view(views.index(position), table, view);
        }
        let rows = at.key("sample_rows");
        for (position, row) in table.sample_rows.iter().enumerate() {
            let at = rows.index(position);
            self.id(at, row.id.as_str());
            self.cells(at.key("cells"), &table.id, &row.cells);
        }
    }

    fn titles(&mut self, at: At<'_>, table: &Table) {
        let fields = at.key("fields");
        let is_title = |field: &Field| matches!(field.kind, FieldKind::Title);
        let titles = table.fields.iter().enumerate().filter(|(_, field)| is_title(field));
        let titles: Vec<_> = titles.collect();
        if titles.is_empty() {
            self.report.add(fields, ProblemKind::NoTitle, &table.name);
        }
        for (position, field) in titles.into_iter().skip(1) {
            self.report.add(fields.index(position), ProblemKind::SeveralTitles, &field.name);
        }
    }

    fn field(&mut self, at: At<'_>, table: &'r Table, field: &'r Field) {
        self.id(at, field.id.as_str());
        let kind = at.key("kind");
        let options = kind.key("options");
        for (position, option) in field.kind.options().iter().enumerate() {
            self.id(options.index(position), option.id.as_str());
        }
        match &field.kind {
            FieldKind::Relation { table: related, inverse, .. } => {
                self.table_reference(kind.key("table"), related);
                if let Some(inverse) = inverse {
                    self.inverse(kind.key("inverse"), table, field, related, inverse);
                }
            }
            FieldKind::Rollup { relation, field, .. } => {
                self.rollup(kind, table, relation, field.as_ref());
            }
            _ => {}
        }
    }

    fn inverse(&mut self, at: At<'_>, table: &Table, field: &Field, related: &TableId, inverse: &FieldId) {
        let Some(other) = self.field_reference(at, related, inverse) else { return };
        let points_back = match &other.kind {
            FieldKind::Relation { table: back, inverse: Some(back_field), .. } => {
                *back == table.id && *back_field == field.id
            }
            _ => false,
        };
        if !points_back {
            self.report.add(at, ProblemKind::InverseNotMutual, &other.name);
        }
    }

    fn rollup(&mut self, kind: At<'_>, table: &Table, relation: &FieldId, field: Option<&FieldId>) {
        let at = kind.key("relation");
        let Some(relation) = self.field_reference(at, &table.id, relation) else { return };
        let FieldKind::Relation { table: related, .. } = &relation.kind else {
            self.report.add(at, ProblemKind::NotARelation, &relation.name);
            return;
        };
        if let Some(field) = field {
            self.field_reference(kind.key("field"), related, field);
        }
    }

    fn view(&mut self, at: At<'_>, table: &Table, view: &'r View) {
        self.id(at, view.id.as_str());
        let kind = at.key("kind");
        let mut named: Vec<(At<'_>, &FieldId)> = match &view.kind {
            ViewKind::Board { by } => vec![(kind.key("by"), by)],
            ViewKind::Calendar { date } => vec![(kind.key("date"), date)],
            ViewKind::Timeline { start, end } => {
                let end = end.iter().map(|end| (kind.key("end"), end));
                std::iter::once((kind.key("start"), start)).chain(end).collect()
            }
            ViewKind::Grid | ViewKind::Gallery | ViewKind::List => Vec::new(),
        };
        named.extend(view.group.iter().map(|group| (at.key("group"), group)));
        for (at, field) in named {
            self.field_reference(at, &table.id, field);
        }
        let sorts = at.key("sorts");
        for (position, sort) in view.sorts.iter().enumerate() {
            self.field_reference(sorts.index(position).key("field"), &table.id, &sort.field);
        }
        let visible = at.key("visible_fields");
        for (position, field) in view.visible_fields.iter().enumerate() {
            self.field_reference(visible.index(position), &table.id, field);
        }
        self.filter(at.key("filter"), &table.id, view.filter.as_ref());
    }

    fn filter(&mut self, at: At<'_>, table: &TableId, filter: Option<&Filter>) {
        let conditions = at.key("conditions");
        for (position, condition) in filter.iter().flat_map(|filter| &filter.conditions).enumerate() {
            let at = conditions.index(position);
            self.field_reference(at.key("field"), table, &condition.field);
            if let Some(value) = &condition.value {
                self.number(at.key("value"), value);
            }
        }
    }

    fn cells(&mut self, at: At<'_>, table: &TableId, cells: &Cells) {
        for (field, value) in cells {
            let at = at.key(field.as_str());
            self.field_reference(at, table, field);
            self.number(at, value);
        }
    }

    fn number(&mut self, at: At<'_>, value: &CellValue) {
        if let Some(number) = value.number().filter(|number| !number.is_finite()) {
            self.report.add(at, ProblemKind::NotFinite, &number.to_string());
        }
    }

    fn automation(&mut self, at: At<'_>, automation: &'r Automation) {
        self.id(at, automation.id.as_str());
        if !self.table_reference(at.key("table"), &automation.table) {
            return;
        }
        let table = &automation.table;
        match &automation.trigger {
            Trigger::FieldChanged { field } | Trigger::DateReached { field, .. } => {
                self.field_reference(at.key("trigger").key("field"), table, field);
            }
            Trigger::RowCreated | Trigger::Schedule { .. } => {}
        }
        self.filter(at.key("filter"), table, automation.filter.as_ref());
        let actions = at.key("actions");
        for (position, action) in automation.actions.iter().enumerate() {
            self.action(actions.index(position), table, action);
        }
    }

    fn action(&mut self, at: At<'_>, table: &TableId, action: &Action) {
        match action {
            Action::SetField { field, value } => {
                self.field_reference(at.key("field"), table, field);
                self.number(at.key("value"), value);
            }
            Action::SetToday { field } => drop(self.field_reference(at.key("field"), table, field)),
            Action::Notify { person: Some(field), .. } => {
                self.field_reference(at.key("person"), table, field);
            }
            Action::CreateRow { table, cells } => {
                if self.table_reference(at.key("table"), table) {
                    self.cells(at.key("cells"), table, cells);
                }
            }
            Action::Export { by: Some(field), .. } => {
                self.field_reference(at.key("by"), table, field);
            }
            Action::Notify { person: None, .. } | Action::Export { by: None, .. } => {}
        }
    }

    fn dashboard(&mut self, at: At<'_>, dashboard: &'r Dashboard) {
        self.id(at, dashboard.id.as_str());
        let charts = at.key("charts");
        for (position, chart) in dashboard.charts.iter().enumerate() {
            self.chart(charts.index(position), chart);
        }
    }

    fn chart(&mut self, at: At<'_>, chart: &'r Chart) {
        self.id(at, chart.id.as_str());
        if !self.table_reference(at.key("table"), &chart.table) {
            return;
        }
        self.filter(at.key("filter"), &chart.table, chart.filter.as_ref());
        for (axis, grouping) in [("x", &chart.x), ("y", &chart.y)] {
            if let Some(grouping) = grouping {
                self.field_reference(at.key(axis).key("field"), &chart.table, &grouping.field);
            }
        }
        let measure = at.key("measure");
        if let Some(field) = &chart.measure.field {
            self.field_reference(measure.key("field"), &chart.table, field);
        }
        self.filter(measure.key("of"), &chart.table, chart.measure.of.as_ref());
    }

    fn table_reference(&mut self, at: At<'_>, id: &TableId) -> bool {
        let found = self.index.table(id).is_some();
        if !found {
            self.report.add(at, ProblemKind::UnknownTable, id.as_str());
        }
        found
    }

    /// The field `id` if it belongs to `table`; of a missing table, the reference to it is reported elsewhere.
    fn field_reference(&mut self, at: At<'_>, table: &TableId, id: &FieldId) -> Option<&'a Field> {
        let table = self.index.table(table)?;
        match self.index.schema.field(id) {
            Some((holder, field)) if holder.id == table.id => return Some(field),
            Some((holder, _)) => {
                let tables = [("table", table.name.as_str()), ("other", holder.name.as_str())];
                self.report.add_with(at, ProblemKind::ForeignField, id.as_str(), &tables);
            }
            None => self.report.add(at, ProblemKind::UnknownField, id.as_str()),
        }
        None
    }
}
