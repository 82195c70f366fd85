//! Topics: what sessions are about, as a tree.

use super::cause::*;
use super::form::Form;
use super::options;
use super::table_builder::TableBuilder;
use crate::blueprint::{FieldKind, RollupFunction, Table};

/// The table, fields only.
pub(super) fn table(form: &Form<'_>) -> Table {
    let mut table = TableBuilder::new(form, "topics", "network", &[ORGANIZATION]);
    table
        .field("name", FieldKind::Title, &[ORGANIZATION])
        .one_of("parent", "topics", "topics_subtopics", &[ORGANIZATION])
        .many_of("subtopics", "topics", "topics_parent", &[ORGANIZATION])
        .field("keywords", FieldKind::Text, &[ORGANIZATION])
        .select("color", &options::COLOR, &[ORGANIZATION])
        .many_of("sessions", "sessions", "sessions_primary_topic", &[ORGANIZATION]);
    if !form.is_lean() {
        table.many_of("secondary_sessions", "sessions", "sessions_secondary_topics", &[ORGANIZATION]);
    }
    if form.is_advanced() {
        computed(form, &mut table);
    }
    table.finish()
}

fn computed(form: &Form<'_>, table: &mut TableBuilder<'_>) {
    table.rollup("session_count", "sessions", "", RollupFunction::Count).rollup(
        "resolved_share",
        "sessions",
        "sessions_resolved",
        RollupFunction::Average,
    );
    if form.asks(ANALYTICS) || form.asks(DASHBOARD) {
        table.rollup("total_minutes", "sessions", "sessions_duration", RollupFunction::Sum);
    }
}
