//! People: who takes part, for teams too large to know by heart.

use super::cause::*;
use super::form::{Form, Part};
use super::options;
use super::table_builder::TableBuilder;
use crate::blueprint::{FieldKind, RollupFunction, Table};

/// The table, fields only.
pub(super) fn table(form: &Form<'_>) -> Table {
    let mut table = TableBuilder::new(form, "people", "users", &[LARGE_TEAM]);
    table
        .field("name", FieldKind::Title, &[LARGE_TEAM])
        .field("email", FieldKind::Email, &[LARGE_TEAM])
        .field("role", FieldKind::Text, &[LARGE_TEAM])
        .select("department", &options::DEPARTMENT, &[COMPANY])
        .many_of("sessions", "sessions", "sessions_participants", &[LARGE_TEAM]);
    if form.has(Part::Projects) {
        table.many_of("projects", "projects", "projects_members", &[PROJECTS, LARGE_TEAM]);
    }
    if form.is_advanced() {
        table.rollup("session_count", "sessions", "", RollupFunction::Count);
    }
    table.finish()
}
