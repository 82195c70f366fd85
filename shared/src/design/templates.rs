//! Session templates: prompts for the sessions one has again and again.

use super::cause::*;
use super::form::Form;
use super::options;
use super::table_builder::TableBuilder;
use crate::blueprint::{FieldKind, RollupFunction, Table};

/// The table, fields only.
pub(super) fn table(form: &Form<'_>) -> Table {
    let mut table = TableBuilder::new(form, "templates", "layout-template", &[TEMPLATES]);
    table
        .field("name", FieldKind::Title, &[TEMPLATES])
        .field("purpose", FieldKind::Text, &[TEMPLATES])
        .field("prompt", FieldKind::LongText, &[TEMPLATES])
        .select("platform", &options::PLATFORM, &[TEMPLATES])
        .many_of("sessions", "sessions", "sessions_template", &[TEMPLATES]);
    if form.is_advanced() {
        table.rollup("use_count", "sessions", "", RollupFunction::Count).rollup(
            "last_used",
            "sessions",
            "sessions_created",
            RollupFunction::Max,
        );
    }
    table.finish()
}
