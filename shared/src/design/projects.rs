//! Projects: what sessions are for.

use super::cause::*;
use super::form::{Form, Part};
use super::options;
use super::table_builder::{PEOPLE, TableBuilder};
use crate::blueprint::{FieldKind, RollupFunction, Table};

/// The table, fields only.
pub(super) fn table(form: &Form<'_>) -> Table {
    let mut table = TableBuilder::new(form, "projects", "folder-kanban", &[PROJECTS]);
    table
        .field("name", FieldKind::Title, &[PROJECTS])
        .field("code", FieldKind::AutoId { prefix: "PROJ-{year}-".to_owned() }, &[PROJECTS])
        .select("status", &options::PROJECT_STATUS, &[PROJECTS])
        .field("start", FieldKind::Date, &[PROJECTS])
        .field("end", FieldKind::Date, &[PROJECTS]);
    if form.has(Part::People) {
        table.many_of("members", "people", "people_projects", &[PROJECTS]);
    } else {
        table.field("members", PEOPLE, &[PROJECTS]).instead_of(Part::People, "members");
    }
    table.field("description", FieldKind::LongText, &[PROJECTS]);
    table.many_of("sessions", "sessions", "sessions_project", &[PROJECTS]);
    if form.has(Part::ActionItems) {
        table.many_of("action_items", "action_items", "action_items_project", &[PROJECTS, REMINDERS]);
    }
    if form.is_advanced() {
        computed(form, &mut table);
    }
    table.finish()
}

fn computed(form: &Form<'_>, table: &mut TableBuilder<'_>) {
    table
        .rollup("session_count", "sessions", "", RollupFunction::Count)
        .rollup("completed_share", "sessions", "sessions_resolved", RollupFunction::Average)
        .rollup("last_activity", "sessions", "sessions_updated", RollupFunction::Max)
        .formula("planned_days", "days({fld_projects_start}, {fld_projects_end})");
    if form.has(Part::ActionItems) {
        table.rollup("open_items", "action_items", "action_items_open", RollupFunction::Sum);
    }
}
