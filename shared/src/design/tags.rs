//! Tags as a table of their own: advanced systems count how they are used.

use super::cause::*;
use super::form::Form;
use super::options;
use super::table_builder::TableBuilder;
use crate::blueprint::{FieldKind, RollupFunction, Table};

/// The table, fields only.
pub(super) fn table(form: &Form<'_>) -> Table {
    let mut table = TableBuilder::new(form, "tags", "tags", &[TAGS, ADVANCED]);
    table
        .field("name", FieldKind::Title, &[TAGS])
        .select("category", &options::TAG_CATEGORY, &[TAGS])
        .select("color", &options::COLOR, &[TAGS])
        .many_of("sessions", "sessions", "sessions_tags", &[TAGS])
        .rollup("usage_count", "sessions", "", RollupFunction::Count);
    table.finish()
}
