//! Action items: what a session left to do.

use super::cause::*;
use super::form::{Form, Part};
use super::options;
use super::table_builder::{PERSON, TableBuilder};
use crate::blueprint::{FieldKind, Table};

/// The table, fields only.
pub(super) fn table(form: &Form<'_>) -> Table {
    let mut table = TableBuilder::new(form, "action_items", "list-checks", &[REMINDERS]);
    table
        .field("task", FieldKind::Title, &[REMINDERS])
        .select("status", &options::ITEM_STATUS, &[REMINDERS])
        .field("due_date", FieldKind::Date, &[REMINDERS])
        .field("assignee", PERSON, &[REMINDERS])
        .one_of("session", "sessions", "sessions_action_items", &[REMINDERS]);
    if form.has(Part::Projects) {
        table.one_of("project", "projects", "projects_action_items", &[PROJECTS, REMINDERS]);
    }
    if form.is_advanced() {
        let done = options::ITEM_STATUS.quoted(form, "done");
        table.formula("open", &format!("if({{fld_action_items_status}} = {done}, 0, 1)"));
    }
    table.finish()
}
