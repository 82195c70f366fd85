//! Names: there are some, and none twice in a scope.

use std::collections::HashSet;

use super::ProblemKind;
use super::index::Index;
use super::report::{At, Report};

pub(super) fn check(index: &Index<'_>, report: &mut Report) {
    let (root, blueprint) = (At::ROOT, index.blueprint);
    if blueprint.name.trim().is_empty() {
        report.add(root.key("name"), ProblemKind::EmptyName, "");
    }
    let tables = root.key("tables");
    scope(tables, blueprint.tables.iter().map(|table| table.name.as_str()), report);
    for (position, table) in blueprint.tables.iter().enumerate() {
        let at = tables.index(position);
        scope(at.key("fields"), table.fields.iter().map(|field| field.name.as_str()), report);
        scope(at.key("views"), table.views.iter().map(|view| view.name.as_str()), report);
        let fields = at.key("fields");
        for (position, field) in table.fields.iter().enumerate() {
            let kind = fields.index(position);
            let kind = kind.key("kind");
            let names = field.kind.options().iter().map(|option| option.name.as_str());
            unique(kind.key("options"), names, ProblemKind::DuplicateOption, report);
        }
    }
    let automations = blueprint.automations.iter().map(|automation| automation.name.as_str());
    scope(root.key("automations"), automations, report);
    let dashboards = root.key("dashboards");
    scope(dashboards, blueprint.dashboards.iter().map(|dashboard| dashboard.name.as_str()), report);
    for (position, dashboard) in blueprint.dashboards.iter().enumerate() {
        let at = dashboards.index(position);
        scope(at.key("charts"), dashboard.charts.iter().map(|chart| chart.name.as_str()), report);
    }
}

fn scope<'a>(at: At<'_>, names: impl Iterator<Item = &'a str>, report: &mut Report) {
    unique(at, names, ProblemKind::DuplicateName, report);
}

fn unique<'a>(at: At<'_>, names: impl Iterator<Item = &'a str>, duplicate: ProblemKind, report: &mut Report) {
    let mut seen = HashSet::new();
    for (position, name) in names.enumerate() {
        let at = at.index(position);
        let folded = name.trim().to_lowercase();
        if folded.is_empty() {
            report.add(at.key("name"), ProblemKind::EmptyName, name);
        } else if !seen.insert(folded) {
            report.add(at.key("name"), duplicate, name);
        }
    }
}
