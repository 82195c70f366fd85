//! Sizes that no sound blueprint exceeds, so that nothing further on has to fear hostile ones.

use super::ProblemKind;
use super::report::{At, Report};
use crate::blueprint::{
    Action, Automation, Blueprint, CellValue, Cells, Chart, Dashboard, Field, FieldKind, Filter, Reason,
    Table, View,
};
use crate::words::Language;

/// Most tables of a blueprint.
pub const TABLES_MAX: usize = 200;
/// Most fields of a table.
pub const FIELDS_MAX: usize = 500;
/// Most options of a field.
pub const OPTIONS_MAX: usize = 1_000;
/// Most views of a table.
pub const VIEWS_MAX: usize = 200;
/// Most sample rows of a table.
pub const ROWS_MAX: usize = 10_000;
/// Most automations of a blueprint, and actions of an automation.
pub const AUTOMATIONS_MAX: usize = 200;
/// Most dashboards of a blueprint, and charts of a dashboard.
pub const DASHBOARDS_MAX: usize = 100;
/// Most conditions of a filter, sorts of a view, and answers of a reason.
pub const CONDITIONS_MAX: usize = 100;
/// Most items of a cell.
pub const ITEMS_MAX: usize = 1_000;
/// Longest name, icon, prefix or setting, in characters.
pub const NAME_MAX: usize = 255;
/// Longest description, message or reason, in characters.
pub const DESCRIPTION_MAX: usize = 5_000;
/// Longest text of a cell, and longest formula, in characters.
pub const TEXT_MAX: usize = 100_000;

pub(super) fn check(blueprint: &Blueprint, report: &mut Report) {
    let mut sizes = Sizes { report };
    let root = At::ROOT;
    sizes.own(root, blueprint);
    let tables = root.key("tables");
    sizes.count(tables, blueprint.tables.len(), TABLES_MAX);
    for (position, table) in blueprint.tables.iter().enumerate() {
        sizes.table(tables.index(position), table);
    }
    sizes.automations(root.key("automations"), blueprint);
    sizes.dashboards(root.key("dashboards"), blueprint);
}

/// Whether nothing is wrong with the sizes that `check` looks at.
fn fits(check: impl FnOnce(&mut Sizes<'_>)) -> bool {
    let mut report = Report::new(Language::En);
    check(&mut Sizes { report: &mut report });
    report.finish().is_empty()
}

/// Whether the blueprint's own texts are no longer than any may be.
pub(crate) fn blueprint_fits(blueprint: &Blueprint) -> bool {
    fits(|sizes| sizes.own(At::ROOT, blueprint))
}

/// Whether there are no more tables, automations and dashboards than may be.
pub(crate) fn counts_fit(blueprint: &Blueprint) -> bool {
    blueprint.tables.len() <= TABLES_MAX
        && blueprint.automations.len() <= AUTOMATIONS_MAX
        && blueprint.dashboards.len() <= DASHBOARDS_MAX
        && blueprint.dashboards.iter().all(|dashboard| dashboard.charts.len() <= DASHBOARDS_MAX)
        && blueprint.tables.iter().all(|table| {
            let fits = table.fields.len() <= FIELDS_MAX && table.views.len() <= VIEWS_MAX;
            fits && table.sample_rows.len() <= ROWS_MAX
        })
}

/// Whether a table and everything in it is no larger than any may be.
pub(crate) fn table_fits(table: &Table) -> bool {
    fits(|sizes| sizes.table(At::ROOT, table))
}

/// Whether a field is no larger than any may be.
pub(crate) fn field_fits(field: &Field) -> bool {
    fits(|sizes| sizes.field(At::ROOT, field))
}

/// Whether a view is no larger than any may be.
pub(crate) fn view_fits(view: &View) -> bool {
    fits(|sizes| sizes.view(At::ROOT, view))
}

/// Whether the values of a row are no larger than any may be.
pub(crate) fn cells_fit(cells: &Cells) -> bool {
    fits(|sizes| sizes.cells(At::ROOT, cells))
}

/// Whether a value is no larger than any may be.
pub(crate) fn cell_fits(value: &CellValue) -> bool {
    fits(|sizes| sizes.cell(At::ROOT, value))
}

/// Whether an automation is no larger than any may be.
pub(crate) fn automation_fits(automation: &Automation) -> bool {
    fits(|sizes| sizes.automation(At::ROOT, automation))
}

/// Whether a dashboard and its charts are no larger than any may be.
pub(crate) fn dashboard_fits(dashboard: &Dashboard) -> bool {
    fits(|sizes| sizes.dashboard(At::ROOT, dashboard))
}

/// Whether a chart is no larger than any may be.
pub(crate) fn chart_fits(chart: &Chart) -> bool {
    fits(|sizes| sizes.chart(At::ROOT, chart))
}

struct Sizes<'r> {
    report: &'r mut Report,
}

impl Sizes<'_> {
    /// What is of the blueprint itself.
    fn own(&mut self, at: At<'_>, blueprint: &Blueprint) {
        self.name(at.key("name"), &blueprint.name);
        self.description(at.key("description"), &blueprint.description);
        self.reason(at, blueprint.reason.as_ref());
        let settings = at.key("settings");
        self.name(settings.key("timezone"), &blueprint.settings.timezone);
        self.name(settings.key("naming_convention"), &blueprint.settings.naming_convention);
    }

    fn table(&mut self, at: At<'_>, table: &Table) {
        self.name(at.key("name"), &table.name);
        self.name(at.key("icon"), &table.icon);
        self.description(at.key("description"), &table.description);
        self.reason(at, table.reason.as_ref());
        let (fields, views, rows) = (at.key("fields"), at.key("views"), at.key("sample_rows"));
        self.count(fields, table.fields.len(), FIELDS_MAX);
        self.count(views, table.views.len(), VIEWS_MAX);
        self.count(rows, table.sample_rows.len(), ROWS_MAX);
        for (position, field) in table.fields.iter().enumerate() {
            self.field(fields.index(position), field);
        }
        for (position, view) in table.views.iter().enumerate() {
            self.view(views.index(position), view);
        }
        for (position, row) in table.sample_rows.iter().enumerate() {
            self.cells(rows.index(position).key("cells"), &row.cells);
        }
    }

    fn field(&mut self, at: At<'_>, field: &Field) {
        self.name(at.key("name"), &field.name);
        self.description(at.key("description"), &field.description);
        self.reason(at, field.reason.as_ref());
        let kind = at.key("kind");
        let options = kind.key("options");
        self.count(options, field.kind.options().len(), OPTIONS_MAX);
        for (position, option) in field.kind.options().iter().enumerate() {
            self.name(options.index(position).key("name"), &option.name);
        }
        match &field.kind {
            FieldKind::AutoId { prefix } => self.name(kind.key("prefix"), prefix),
            FieldKind::Formula { expression } => self.text(kind.key("expression"), expression, TEXT_MAX),
            _ => {}
        }
    }

    fn view(&mut self, at: At<'_>, view: &View) {
        self.name(at.key("name"), &view.name);
        self.description(at.key("description"), &view.description);
        self.reason(at, view.reason.as_ref());
        self.filter(at.key("filter"), view.filter.as_ref());
        self.count(at.key("sorts"), view.sorts.len(), CONDITIONS_MAX);
        self.count(at.key("visible_fields"), view.visible_fields.len(), FIELDS_MAX);
    }

    fn automations(&mut self, at: At<'_>, blueprint: &Blueprint) {
        self.count(at, blueprint.automations.len(), AUTOMATIONS_MAX);
        for (position, automation) in blueprint.automations.iter().enumerate() {
            self.automation(at.index(position), automation);
        }
    }

    fn automation(&mut self, at: At<'_>, automation: &Automation) {
        self.name(at.key("name"), &automation.name);
        self.description(at.key("description"), &automation.description);
        self.reason(at, automation.reason.as_ref());
        self.filter(at.key("filter"), automation.filter.as_ref());
        let actions = at.key("actions");
        self.count(actions, automation.actions.len(), AUTOMATIONS_MAX);
        for (position, action) in automation.actions.iter().enumerate() {
            self.action(actions.index(position), action);
        }
    }

    fn action(&mut self, at: At<'_>, action: &Action) {
        match action {
            Action::SetField { value, .. } => self.cell(at.key("value"), value),
            Action::Notify { message, .. } => self.description(at.key("message"), message),
            Action::CreateRow { cells, .. } => self.cells(at.key("cells"), cells),
            Action::SetToday { .. } | Action::Export { .. } => {}
        }
    }

    fn dashboards(&mut self, at: At<'_>, blueprint: &Blueprint) {
        self.count(at, blueprint.dashboards.len(), DASHBOARDS_MAX);
        for (position, dashboard) in blueprint.dashboards.iter().enumerate() {
            self.dashboard(at.index(position), dashboard);
        }
    }

    fn dashboard(&mut self, at: At<'_>, dashboard: &Dashboard) {
        self.name(at.key("name"), &dashboard.name);
        self.description(at.key("description"), &dashboard.description);
        self.reason(at, dashboard.reason.as_ref());
        let charts = at.key("charts");
        self.count(charts, dashboard.charts.len(), DASHBOARDS_MAX);
        for (position, chart) in dashboard.charts.iter().enumerate() {
            self.chart(charts.index(position), chart);
        }
    }

    fn chart(&mut self, at: At<'_>, chart: &Chart) {
        self.name(at.key("name"), &chart.name);
        self.reason(at, chart.reason.as_ref());
        self.filter(at.key("filter"), chart.filter.as_ref());
        self.filter(at.key("measure").key("of"), chart.measure.of.as_ref());
    }

    fn filter(&mut self, at: At<'_>, filter: Option<&Filter>) {
        let Some(filter) = filter else { return };
        let conditions = at.key("conditions");
        self.count(conditions, filter.conditions.len(), CONDITIONS_MAX);
        for (position, condition) in filter.conditions.iter().enumerate() {
            if let Some(value) = &condition.value {
                self.cell(conditions.index(position).key("value"), value);
            }
        }
    }

    fn cells(&mut self, at: At<'_>, cells: &Cells) {
        self.count(at, cells.len(), FIELDS_MAX);
        for (field, value) in cells {
            self.cell(at.key(field.as_str()), value);
        }
    }

    fn cell(&mut self, at: At<'_>, value: &CellValue) {
        match value {
            CellValue::Text(text) => self.text(at, text, TEXT_MAX),
            CellValue::List(items) => {
                self.count(at, items.len(), ITEMS_MAX);
                for (position, item) in items.iter().enumerate() {
                    self.name(at.index(position), item);
                }
            }
            CellValue::Bool(_) | CellValue::Number(_) => {}
        }
    }

    fn reason(&mut self, at: At<'_>, reason: Option<&Reason>) {
        let Some(reason) = reason else { return };
        let at = at.key("reason");
        self.count(at.key("asked_by"), reason.asked_by.len(), CONDITIONS_MAX);
        self.description(at.key("sentence"), &reason.sentence);
    }

    fn name(&mut self, at: At<'_>, text: &str) {
        self.text(at, text, NAME_MAX);
    }

    fn description(&mut self, at: At<'_>, text: &str) {
        self.text(at, text, DESCRIPTION_MAX);
    }

    /// A text has at least as many bytes as characters, so most are never counted.
    fn text(&mut self, at: At<'_>, text: &str, max: usize) {
        if text.len() > max && text.chars().count() > max {
            self.report.add_with(at, ProblemKind::TextTooLong, text, &[("max", &max.to_string())]);
        }
    }

    fn count(&mut self, at: At<'_>, count: usize, max: usize) {
        if count > max {
            self.report.add_with(at, ProblemKind::TooMany, &count.to_string(), &[("max", &max.to_string())]);
        }
    }
}
